"""The one admin site all apps share."""

from unfold.sites import UnfoldAdminSite


class FederationAdminSite(UnfoldAdminSite):
    pass
