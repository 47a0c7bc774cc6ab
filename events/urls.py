"""The addresses of this floor; each subject keeps its own."""

from django.urls import include, path

urlpatterns = [
    path("events/visits/", include("events.visits.urls")),
    path("events/camps/", include("events.camps.urls")),
    path("chamber/camps/", include("events.camps.chamber_urls")),
    path("verify/", include("events.camps.verify_urls")),
    path("events/", include("events.events.urls")),
    path("chamber/events/", include("events.events.chamber_urls")),
]
