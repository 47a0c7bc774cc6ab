"""Drawdowns on an enterprise's timeline and in its data export."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from federation.portal.contributions import TimelineEntry, timeline_of
from federation.portal.formats import as_moment, money
from members.desk.exports import Sheet, enterprise_export, sheet_of
from members.enterprises.models import Enterprise
from services.drawdowns.models import Drawdown


@timeline_of("members.Enterprise")
def paid_to_enterprise(enterprise: Enterprise, limit: int) -> Iterable[TimelineEntry]:
    rows = Drawdown.objects.counting().filter(enterprise=enterprise).order_by("-drawn_on", "-pk")[:limit]
    for row in rows:
        title = _("%(kind)s: %(amount)s") % {"kind": row.get_kind_display(), "amount": money(row.amount)}
        url = reverse("admin:services_drawdown_change", args=[row.pk])
        yield TimelineEntry(as_moment(row.drawn_on), title, row.bank_name, "", url)


@enterprise_export
def its_drawdowns(enterprise: Enterprise) -> Iterable[Sheet]:
    yield sheet_of(
        "drawdowns",
        _("drawdowns"),
        Drawdown.objects.filter(enterprise=enterprise),
        (
            "bank_name",
            "entry",
            "kind",
            "amount",
            "drawn_on",
            "due_on",
            "rate",
            "reference",
            "version",
            "counts",
            "reason",
        ),
    )
