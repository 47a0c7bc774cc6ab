"""What the brief as a PDF of one page says, for who has no printer at hand and carries it on a phone. How it is drawn
stands in events/printing/brief.py."""

from collections.abc import Iterable

from django.conf import settings
from django.utils.translation import gettext as _

from events.printing.aside import printed_aside
from events.visits.brief import Brief
from federation.portal import formats


def brief_pdf(brief: Brief, leaders: Iterable[str]) -> bytes:
    """Raises PrintError if the server has no fonts."""
    when = [formats.cn_datetime(brief.visit.starts_at), brief.visit.place, _(", ").join(leaders)]
    return printed_aside(
        "brief",
        title=brief.enterprise.name,
        kind=f"{settings.FEDERATION_NAME} · {_('Brief for a visit')}",
        when=" · ".join(part for part in when if part),
        left=[(_("Facts"), _pairs(brief.facts))],
        right=[
            (_("Standing as a member"), _pairs(brief.membership)),
            (_("Whom to call"), _contacts(brief) or [_("Nobody is recorded.")]),
        ],
        below=[
            (_("Business figures"), _figures(brief) or [_("None stated.")]),
            (_("Open demands"), _demands(brief) or [_("None.")]),
            (_("Last visits"), _visits(brief) or [_("Never visited before.")]),
            (_("Loans asked for"), brief.cases or [_("No application.")]),
        ],
        foot=_("Telephones are masked."),
    )


def _pairs(facts: list[tuple[str, object]]) -> list[str]:
    return [f"{name}{_(': ')}{value}" for name, value in facts]


def _contacts(brief: Brief) -> list[str]:
    return [
        " · ".join(part for part in (one.contact.name, one.contact.position, one.phone) if part)
        for one in brief.contacts
    ]


def _figures(brief: Brief) -> list[str]:
    lines = []
    for row in brief.figures:
        parts = [str(row["year"] or _("last stated"))]
        if row["staff"] is not None:
            parts.append(f"{_('Staff')} {formats.grouped(row['staff'])}")
        for name, key in ((_("Revenue"), "revenue"), (_("Assets"), "assets")):
            if row[key] is not None:
                parts.append(f"{name} {formats.money(row[key])}")
        lines.append(" · ".join(parts))
    return lines


def _demands(brief: Brief) -> list[str]:
    return [
        " · ".join(
            part
            for part in (
                demand.title,
                formats.cn_date(demand.raised_at),
                str(demand.get_status_display()),
                demand.in_charge,
            )
            if part
        )
        for demand in brief.demands
    ]


def _visits(brief: Brief) -> list[str]:
    lines = []
    for row in brief.visits:
        head = " · ".join(part for part in (formats.cn_date(row["on"]), row["leaders"]) if part)
        lines.append(f"{head}{_(': ')}{row['note']}" if row["note"] else head)
    return lines
