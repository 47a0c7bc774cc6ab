from django.urls import path

from federation.files import views

app_name = "files"
urlpatterns = [path("<uuid:pk>/", views.serve, name="serve")]
