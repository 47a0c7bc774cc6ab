from django.urls import path

from members.directory.views import directory, profile

app_name = "directory"
urlpatterns = [
    path("", directory, name="list"),
    path("<slug:code>/", profile, name="profile"),
]
