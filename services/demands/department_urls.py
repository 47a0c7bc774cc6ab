from django.urls import path

from services.demands import department_views as views

app_name = "department_demands"
urlpatterns = [
    path("<int:pk>/", views.demand, name="demand"),
]
