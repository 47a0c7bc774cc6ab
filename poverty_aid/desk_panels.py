"""What this floor puts on an enterprise's desk."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from federation.accounts.models import User
from federation.portal.bounded import first_of
from members.desk.panels import Panel, PanelRow, desk_panel
from members.enterprises.models import Enterprise
from poverty_aid.pairings.models import Pairing, PairingMember

SHOWN = 5


@desk_panel
def pairings(user: User, enterprise: Enterprise) -> Iterable[Panel]:
    takes_part = PairingMember.objects.filter(enterprise=enterprise, pairing=OuterRef("pk"))
    found = Pairing.objects.filter(Q(enterprise=enterprise) | Exists(takes_part)).select_related("programme")
    rows, total = first_of(found.order_by("-status_since", "-pk"), SHOWN)
    yield Panel(
        "poverty-aid",
        _("Poverty aid"),
        [
            PanelRow(
                title=row.village_name,
                url=row.get_absolute_url(),
                detail=str(row.programme),
                status=row.get_status_display(),
                tone=row.status_tone,
                at=row.status_since,
            )
            for row in rows
        ],
        total,
        url=reverse("poverty_aid:ours"),
        empty=_("Paired with no village yet."),
        action=None if rows else (_("See the villages"), reverse("poverty_aid:home")),
    )
