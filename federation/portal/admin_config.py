"""The one admin site all apps share."""

from django.contrib.admin.apps import AdminConfig


class FederationAdminConfig(AdminConfig):
    default_site = "federation.portal.admin_site.FederationAdminSite"
