from django.urls import path

from services.demands import chamber_views as views

app_name = "chamber_demands"
urlpatterns = [
    path("", views.demands, name="list"),
    path("raise/", views.choose_member, name="choose"),
    path("raise/<int:enterprise>/", views.raise_for_member, name="raise"),
    path("<int:pk>/", views.demand, name="demand"),
    path("<int:pk>/write/", views.write, name="write"),
    path("<int:pk>/withdraw/", views.withdraw, name="withdraw"),
]
