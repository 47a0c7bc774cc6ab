"""The secretary's hat, worn while the office lasts."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from chambers.bodies.models import Officer
from federation.accounts.hats import Hat, hat_provider
from federation.accounts.models import User

SECRETARY = "secretary"


@hat_provider
def secretary_hats(user: User) -> Iterable[Hat]:
    offices = Officer.objects.on().filter(user=user, office=Officer.Office.SECRETARY)
    for pk, name in offices.order_by("pk").values_list("chamber_id", "chamber__name").distinct():
        yield Hat(SECRETARY, pk, _("Secretary of %(chamber)s") % {"chamber": name}, reverse("chamber_desk:desk"))
