from django.urls import path

from services.demands import chamber_views as views

app_name = "chamber_demands"
urlpatterns = [
    path("<int:pk>/", views.demand, name="demand"),
]
