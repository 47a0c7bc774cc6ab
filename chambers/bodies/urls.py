from django.urls import URLPattern

app_name = "chambers"
urlpatterns: list[URLPattern] = []
