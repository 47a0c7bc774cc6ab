"""The services in the portal's header."""

from django.utils.translation import gettext_lazy as _

from chambers.desk.places import Place as ChamberPlace
from chambers.desk.places import add_chamber_places
from federation.portal.contributions import NavItem, add_navigation
from members.partners.models import PartnerOrganisation
from members.partners.places import Place, add_places
from services.finance.models import is_policy_desk

add_navigation(NavItem(_("Services"), "services", position=25))

BANK = PartnerOrganisation.Kind.BANK
add_places(
    Place(BANK, _("Loan cases"), "bank_loans:list", _("What was assigned to your bank, each with its clock.")),
    Place(BANK, _("Drawdowns"), "bank_drawdowns:list", _("What your bank paid out, and its monthly tables.")),
    Place(BANK, _("Our products"), "bank_products:list", _("What enterprises see when they look for what fits.")),
)
add_places(
    Place(
        PartnerOrganisation.Kind.DEPARTMENT,
        _("Policy support"),
        "policy_desk:list",
        _("Finance applications that chambers endorsed."),
        is_policy_desk,
    ),
    Place(
        PartnerOrganisation.Kind.DEPARTMENT,
        _("Demands"),
        "department_demands:list",
        _("What enterprises asked and you were given, each with its clock."),
    ),
)
add_chamber_places(
    ChamberPlace(
        _("Finance applications"), "chamber_finance:list", _("What members ask banks for, and where it stands.")
    ),
    ChamberPlace(_("Demands"), "chamber_demands:list", _("What members raised, and what you raised for them.")),
)
