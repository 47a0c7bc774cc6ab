"""Visits in the portal's header."""

from django.utils.translation import gettext_lazy as _

from federation.accounts.hats import STAFF
from federation.portal.contributions import NavItem, add_navigation

add_navigation(NavItem(_("Thursday visits"), "visits:days", position=70, hat_kind=STAFF))
