"""Poverty aid in the portal's header, on a secretary's desk and on a village's."""

from django.utils.translation import gettext_lazy as _

from chambers.desk.places import Place as ChamberPlace
from chambers.desk.places import add_chamber_places
from federation.portal.contributions import NavItem, add_navigation
from members.partners.models import PartnerOrganisation
from members.partners.places import Place, add_places

add_navigation(NavItem(_("Poverty aid"), "poverty_aid:home", position=27))
add_chamber_places(
    ChamberPlace(_("Pairings and gifts"), "chamber_pairings:list", _("The villages your chamber keeps company with."))
)
add_places(
    Place(
        PartnerOrganisation.Kind.VILLAGE,
        _("Pairings and gifts"),
        "poverty_aid:village_desk",
        _("Who gives what to your village, and what you confirmed."),
    )
)
