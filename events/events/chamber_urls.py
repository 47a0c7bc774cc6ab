from django.urls import path

from events.events import chamber_views

app_name = "chamber_events"
urlpatterns = [
    path("", chamber_views.events, name="list"),
    path("new/", chamber_views.new, name="new"),
    path("<int:pk>/", chamber_views.event, name="event"),
    path("<int:pk>/edit/", chamber_views.edit, name="edit"),
    path("<int:pk>/<slug:name>/", chamber_views.act, name="act"),
]
