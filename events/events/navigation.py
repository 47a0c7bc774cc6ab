"""The events in the portal's header and on a secretary's desk."""

from django.utils.translation import gettext_lazy as _

from chambers.desk.places import Place, add_chamber_places
from federation.portal.contributions import NavItem, add_navigation

add_navigation(NavItem(_("Events"), "events:list", position=22))
add_chamber_places(Place(_("Our events"), "chamber_events:list", _("What the chamber convenes, planned and held.")))
