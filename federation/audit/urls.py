from django.urls import path

from federation.audit import views

app_name = "audit"
urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
]
