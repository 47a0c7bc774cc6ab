from django.urls import path, re_path

from services.finance import form_views, steps, views

app_name = "finance"
_TYPED = "|".join((steps.NEED, steps.PRODUCTS, steps.CONTACT))

urlpatterns = [
    path("", views.about, name="about"),
    path("applications/", views.start, name="start"),
    path("applications/<int:pk>/", views.status, name="status"),
    path("applications/<int:pk>/take-back/", views.take_back, name="take_back"),
    path("applications/<int:pk>/withdraw/", views.withdraw, name="withdraw"),
    path("applications/<int:pk>/papers/", form_views.papers, name="papers"),
    path("applications/<int:pk>/papers/<int:paper>/remove/", form_views.remove_paper, name="remove_paper"),
    path("applications/<int:pk>/consent/", form_views.consent, name="consent"),
    path("applications/<int:pk>/consent/<int:bank>/withdraw/", form_views.withdraw_consent, name="withdraw_consent"),
    path("applications/<int:pk>/review/", form_views.review, name="review"),
    path("applications/<int:pk>/loans/<int:loan>/answer/", form_views.answer, name="answer"),
    re_path(rf"^applications/(?P<pk>\d+)/(?P<step>{_TYPED})/$", views.step, name="step"),
]
