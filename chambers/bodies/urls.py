from django.urls import path

from chambers.bodies import views

app_name = "chambers"
urlpatterns = [
    path("", views.chamber_list, name="list"),
    path("<slug:slug>/", views.chamber_page, name="page"),
]
