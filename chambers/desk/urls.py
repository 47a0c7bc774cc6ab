from django.urls import URLPattern

app_name = "chamber_desk"
urlpatterns: list[URLPattern] = []
