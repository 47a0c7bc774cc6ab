from django.urls import path

from events.camps import verify_views

app_name = "verify"
urlpatterns = [
    path("", verify_views.entrance, name="entrance"),
    path("<str:code>/", verify_views.code, name="code"),
]
