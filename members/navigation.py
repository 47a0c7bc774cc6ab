"""The members' floor in the portal's header."""

from django.utils.translation import gettext_lazy as _

from federation.portal.contributions import NavItem, add_navigation

add_navigation(
    NavItem(_("Directory"), "directory:list", position=10),
    NavItem(_("Enterprise desk"), "me:desk", position=50, hat_kind="enterprise"),
    NavItem(_("Partner desk"), "partners:desk", position=70, hat_kind="partner"),
)
