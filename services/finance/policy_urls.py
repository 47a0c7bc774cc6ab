from django.urls import path

from services.finance import policy_views as views

app_name = "policy_desk"
urlpatterns = [
    path("", views.applications, name="list"),
    path("<int:pk>/", views.application, name="application"),
    path("<int:pk>/decide/", views.decide, name="decide"),
]
