from django.urls import path

from federation.audit import views

app_name = "audit"
urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("personal-data/<str:label>/<int:pk>/<slug:field>/", views.personal_data, name="personal_data"),
]
