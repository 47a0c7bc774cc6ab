"""Training camps in the portal's header: on a secretary's desk. The public finds them from the events."""

from django.utils.translation import gettext_lazy as _

from chambers.hats import SECRETARY
from federation.portal.contributions import NavItem, add_navigation

add_navigation(
    NavItem(_("Training camps"), "camps:list", position=45),
    NavItem(_("Places at camps"), "camps_chamber:cohorts", position=66, hat_kind=SECRETARY),
)
