"""The secretary's hat, worn while the office lasts."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from chambers.bodies.models import Officer
from federation.accounts.hats import hat_provider

SECRETARY = "secretary"


def _label(name: str) -> str:
    return _("Secretary of %(chamber)s") % {"chamber": name}


@hat_provider(SECRETARY, home="chamber_desk:desk", label=_label)
def chambers_of(user_id: int) -> QuerySet[Any]:
    offices = Officer.objects.on().filter(user_id=user_id, office=Officer.Office.SECRETARY)
    return offices.values_list("pk", "chamber_id", "chamber__name")
