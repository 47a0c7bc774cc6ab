"""One page on an enterprise for those who visit it: what the federation knows, owes and has done."""

from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from chambers.bodies.models import Affiliation
from events.visits.models import Visit
from events.visits.statuses import VisitStatus
from federation.audit.actions import unmask
from federation.audit.masking import shown
from federation.portal import formats
from members.enterprises.models import Contact, Enterprise
from members.enterprises.sections import section_names
from members.membership.models import MembershipPeriod
from members.membership.status import History
from services.demands.models import Demand
from services.finance.models import FinanceApplication

CONTACTS, VISITS, DEMANDS, CASES, YEARS = 3, 3, 5, 3, 3
NOTE_SHOWN = 160
Facts = list[tuple[str, Any]]


@dataclass
class BriefContact:
    contact: Contact
    phone: str


@dataclass
class Brief:
    visit: Visit
    enterprise: Enterprise
    facts: Facts
    membership: Facts
    figures: list[dict[str, Any]]
    contacts: list[BriefContact]
    visits: list[dict[str, Any]]
    demands: list[Demand]
    cases: list[str]
    unmasked: bool = False
    printed_at: Any = field(default_factory=timezone.now)


def brief_of(visit: Visit, *, request: HttpRequest | None = None, reason: str = "") -> Brief:
    """With a `reason`, telephones stand in full, each look written down under the person of the `request`."""
    enterprise = Enterprise.objects.select_related("town", "industry", "park").get(pk=visit.enterprise_id)
    return Brief(
        visit,
        enterprise,
        _facts(enterprise),
        _membership(enterprise),
        _figures(enterprise),
        _contacts(enterprise, request, reason),
        _visits(visit),
        list(
            Demand.objects.open()
            .filter(enterprise=enterprise)
            .select_related("department", "owner")
            .order_by("raised_at", "pk")[:DEMANDS]
        ),
        _cases(enterprise),
        unmasked=bool(reason),
    )


def _facts(enterprise: Enterprise) -> Facts:
    capital = formats.money(enterprise.capital, currency=enterprise.capital_currency) if enterprise.capital else ""
    section = section_names({enterprise.section}).get(enterprise.section, "") if enterprise.section else ""
    rows = [
        (_("Credit code"), enterprise.uscc or enterprise.registration_number),
        (_("Legal representative"), enterprise.legal_representative),
        (_("Registered on"), formats.cn_date(enterprise.registered_on)),
        (_("Registered capital"), str(capital)),
        (_("Industry"), enterprise.industry.name if enterprise.industry else section),
        (_("Size class"), enterprise.get_size_class_display()),
        (_("Town"), str(enterprise.town or enterprise.district or "")),
        (_("Address"), enterprise.address),
    ]
    return [(name, value) for name, value in rows if value]


def _membership(enterprise: Enterprise) -> Facts:
    periods = list(MembershipPeriod.objects.filter(membership__enterprise=enterprise).select_related("membership"))
    history = History.of(periods)
    rows: Facts = [(_("Standing"), history.standing.label)]
    if periods:
        rows.append((_("Member number"), periods[0].membership.number))
    if history.member_since:
        rows.append((_("Member since"), formats.cn_date(history.member_since)))
    if history.ends_on:
        rows.append((_("Member until"), formats.cn_date(history.ends_on)))
    places = Affiliation.objects.on().filter(enterprise=enterprise).select_related("chamber")
    chambers = [place.chamber.name for place in places.order_by("-is_primary", "since", "pk")]
    if chambers:
        rows.append((_("Chambers"), _(", ").join(chambers)))
    return rows


def _figures(enterprise: Enterprise) -> list[dict[str, Any]]:
    """Staff, revenue and assets as last stated, then by year."""
    rows = [
        {"year": year.year, "staff": year.staff_count, "revenue": year.revenue, "assets": year.assets}
        for year in enterprise.size_snapshots.order_by("-year")[:YEARS]
    ]
    stated = (enterprise.staff_count, enterprise.revenue, enterprise.assets)
    if not rows and any(value is not None for value in stated):
        rows = [{"year": "", "staff": stated[0], "revenue": stated[1], "assets": stated[2]}]
    return rows


def _contacts(enterprise: Enterprise, request: HttpRequest | None, reason: str) -> list[BriefContact]:
    found = list(enterprise.contacts.order_by("-is_primary", "pk")[:CONTACTS])
    if request is None or not reason:
        return [BriefContact(contact, shown(contact, "phone")) for contact in found]
    return [
        BriefContact(contact, unmask(record=contact, field="phone", reason=reason, request=request))
        for contact in found
    ]


def _visits(visit: Visit) -> list[dict[str, Any]]:
    before = Visit.objects.filter(enterprise=visit.enterprise_id, status=VisitStatus.DONE).exclude(pk=visit.pk)
    rows = before.prefetch_related("visit_leaders").order_by("-held_on", "-pk")[:VISITS]
    return [
        {
            "on": row.held_on,
            "leaders": _(", ").join(str(one) for one in row.visit_leaders.all()),
            "note": row.note if len(row.note) <= NOTE_SHOWN else f"{row.note[:NOTE_SHOWN]}…",
        }
        for row in rows
    ]


def _cases(enterprise: Enterprise) -> list[str]:
    sent = FinanceApplication.objects.filter(enterprise=enterprise).exclude(submitted_at=None)
    return [
        _("%(day)s: asked for a loan of %(amount)s; %(status)s.")
        % {
            "day": formats.cn_date(row.submitted_at),
            "amount": formats.money(row.amount),
            "status": row.get_status_display(),
        }
        for row in sent.order_by("-submitted_at", "-pk")[:CASES]
    ]
