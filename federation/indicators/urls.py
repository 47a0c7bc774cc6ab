from django.urls import path, re_path

from federation.indicators import views

app_name = "indicators"
urlpatterns = [
    path("", views.figure_list, name="list"),
    path("<slug:name>/", views.figure, name="figure"),
    path("<slug:name>/rows/", views.figure_rows, name="rows"),
    re_path(r"^(?P<name>[-\w]+)/rows\.(?P<kind>csv|xlsx)$", views.figure_export, name="export"),
]
