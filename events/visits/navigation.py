"""Visits in the staff's header and on a secretary's desk."""

from django.utils.translation import gettext_lazy as _

from chambers.desk.places import Place, add_chamber_places
from events.visits import access
from federation.accounts.hats import STAFF
from federation.portal.contributions import NavItem, add_navigation

add_navigation(
    NavItem(
        _("Thursday visits"),
        "visits:days",
        position=70,
        hat_kind=STAFF,
        shown_to=lambda user: access.reads_all(user) or access.is_leader(user),
    )
)
add_chamber_places(
    Place(
        _("Visits to our members"),
        "visits:chamber_list",
        _("On which members the federation's leaders call, and when."),
    )
)
