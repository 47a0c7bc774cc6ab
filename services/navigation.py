"""The services in the portal's header."""

from django.utils.translation import gettext_lazy as _

from federation.portal.contributions import NavItem, add_navigation
from members.partners.models import PartnerOrganisation
from members.partners.places import Place, add_places

add_navigation(NavItem(_("Services"), "services", position=25))

BANK = PartnerOrganisation.Kind.BANK
add_places(
    Place(BANK, _("Loan cases"), "bank_loans:list", _("What was assigned to your bank, each with its clock.")),
    Place(BANK, _("Drawdowns"), "bank_drawdowns:list", _("What your bank paid out, and its monthly tables.")),
    Place(BANK, _("Our products"), "bank_products:list", _("What enterprises see when they look for what fits.")),
)
