"""The services' addresses: each subject has its own under /services/, and pages at the desks of those who take part."""

from django.urls import include, path

urlpatterns = [
    path("services/demands/", include("services.demands.urls")),
    path("chamber/demands/", include("services.demands.chamber_urls")),
    path("partners/demands/", include("services.demands.department_urls")),
]
