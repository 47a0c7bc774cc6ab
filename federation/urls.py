"""The portal's addresses. Apps are included by name; this module imports none of them."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("federation.portal.urls")),
    path("", include("federation.audit.urls")),
    path("accounts/", include("federation.accounts.urls")),
    path("inbox/", include("federation.inbox.urls")),
    path("files/", include("federation.files.urls")),
    path("figures/", include("federation.indicators.urls")),
    path("search/", include("federation.search.urls")),
    path("i18n/", include("django.conf.urls.i18n")),
    path("directory/", include("members.directory.urls")),
    path("me/", include("members.desk.urls")),
    path("partners/", include("members.partners.urls")),
    path("apply/", include("chambers.applications.urls")),
    path("chambers/", include("chambers.bodies.urls")),
    path("chamber/", include("chambers.desk.urls")),
    path("", include("services.urls")),
    path("", include("events.urls")),
    path("", include("poverty_aid.urls")),
    path("admin/", admin.site.urls),
]
