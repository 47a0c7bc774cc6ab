from django.urls import path

from services.demands import department_views as views
from services.demands.deeds import OF_DEPARTMENTS

app_name = "department_demands"
urlpatterns = [
    path("", views.demands, name="list"),
    path("<int:pk>/", views.demand, name="demand"),
    path("<int:pk>/write/", views.write, name="write"),
    path("<int:pk>/note/", views.note, name="note"),
    *(path(f"<int:pk>/{deed.name}/", views.act, {"name": deed.name}, name=deed.name) for deed in OF_DEPARTMENTS),
]
