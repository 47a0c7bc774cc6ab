"""An enterprise's demands on its desk."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from federation.accounts.models import User
from federation.portal.bounded import first_of
from members.desk.panels import Panel, PanelRow, desk_panel
from members.enterprises.models import Enterprise
from services.demands.models import Demand

SHOWN = 5


@desk_panel
def demands(user: User, enterprise: Enterprise) -> Iterable[Panel]:
    found = Demand.objects.filter(enterprise=enterprise)
    rows, total = first_of(found.select_related("department", "owner").order_by("-raised_at", "-pk"), SHOWN)
    yield Panel(
        "demands",
        _("Our demands"),
        [
            PanelRow(
                title=row.title,
                url=row.get_absolute_url(),
                detail=row.in_charge,
                status=row.get_status_display(),
                tone=row.status_tone,
                at=row.raised_at,
            )
            for row in rows
        ],
        total,
        url=reverse("demands:mine"),
        empty=_("Nothing raised yet. Say what stands in your way; somebody will be in charge of it."),
        action=(_("Raise a demand"), reverse("demands:begin")),
    )
