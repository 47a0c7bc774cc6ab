from django.urls import path

from chambers.desk import views

app_name = "chamber_desk"
urlpatterns = [
    path("", views.desk, name="desk"),
    path("roster/", views.roster, name="roster"),
    path("roster.xlsx", views.roster_export, name="roster_export"),
]
