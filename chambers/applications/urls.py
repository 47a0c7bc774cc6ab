from django.urls import path

from chambers.applications import views

app_name = "apply"
urlpatterns = [
    path("", views.start, name="start"),
    path("<int:pk>/", views.status, name="status"),
    path("<int:pk>/withdraw/", views.withdraw, name="withdraw"),
    path("<int:pk>/<slug:step>/", views.step, name="step"),
]
