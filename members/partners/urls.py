from django.urls import URLPattern, path

from members.partners import views

app_name = "partners"
urlpatterns: list[URLPattern] = [path("", views.desk, name="desk")]
