"""Poverty aid in the portal's header."""

from django.utils.translation import gettext_lazy as _

from federation.portal.contributions import NavItem, add_navigation

add_navigation(
    NavItem(_("Poverty aid"), "poverty_aid:home", position=45),
)
