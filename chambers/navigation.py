"""The chambers in the portal's header."""

from django.utils.translation import gettext_lazy as _

from federation.portal.contributions import NavItem, add_navigation

add_navigation(
    NavItem(_("Chambers"), "chambers:list", position=20),
    NavItem(_("Join"), "apply:start", position=30),
    NavItem(_("Chamber desk"), "chamber_desk:desk", position=60, hat_kind="secretary"),
)
