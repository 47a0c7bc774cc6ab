"""Writing rows of the ledger. Whoever calls has checked the rights and holds what must not move meanwhile."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from chambers.bodies.models import Affiliation
from federation.accounts.models import User
from members.enterprises.models import Enterprise
from members.partners.models import PartnerOrganisation
from services.drawdowns.models import REASON_LENGTH, Drawdown
from services.drawdowns.statuses import Entry
from services.finance.bank_errors import DrawdownRefused

# What a later version keeps of the one before: whose it is and what it belongs to.
KEPT = (
    "bank_id",
    "bank_name",
    "enterprise_id",
    "enterprise_name",
    "uscc",
    "chamber_id",
    "town_id",
    "section",
    "size_class",
    "kind",
    "amount",
    "drawn_on",
    "due_on",
    "rate",
    "reference",
    "loan_id",
    "follows_id",
)


def as_on_the_day(enterprise: Enterprise, chamber_id: int | None) -> dict[str, Any]:
    """What a row says of its enterprise. The chamber is the primary one of the day (see `chambers_on`)."""
    return {
        "enterprise_id": enterprise.pk,
        "enterprise_name": enterprise.name,
        "uscc": enterprise.uscc or "",
        "chamber_id": chamber_id,
        "town_id": enterprise.town_id,
        "section": enterprise.section,
        "size_class": enterprise.size_class,
    }


def chambers_on(wanted: Iterable[tuple[int, datetime.date]]) -> dict[tuple[int, datetime.date], int]:
    """The primary chamber of each enterprise on its day; (enterprise, day) is missing where it was in none."""
    wanted = set(wanted)
    if not wanted:
        return {}
    places = Affiliation.objects.filter(enterprise__in={one for one, _day in wanted}, is_primary=True)
    by_enterprise: dict[int, list[tuple[int, datetime.date, datetime.date | None]]] = {}
    for enterprise, chamber, since, until in places.values_list("enterprise", "chamber", "since", "until"):
        by_enterprise.setdefault(enterprise, []).append((chamber, since, until))
    found = {}
    for enterprise, day in wanted:
        for chamber, since, until in by_enterprise.get(enterprise, ()):
            if since <= day and (until is None or until >= day):
                found[enterprise, day] = chamber
    return found


def hold_bank(bank_id: int) -> None:
    """A bank's rows are written one after the other, so that a reference can't be taken twice at once."""
    PartnerOrganisation.objects.select_for_update(of=("self",), no_key=True).get(pk=bank_id)


def newest_of(drawdown: Drawdown) -> Drawdown:
    """The row that stands today, held until the transaction ends. Raises DrawdownRefused if it was replaced or taken
    back meanwhile, in words that say by what."""
    held = Drawdown.objects.select_for_update(of=("self",)).get(pk=drawdown.pk)
    if held.counts:
        return held
    later = Drawdown.objects.filter(Q(supersedes=held) | Q(reverses=held)).select_related("recorded_by").first()
    if later is None:
        raise DrawdownRefused(_("A reversal can't be changed: record the drawdown anew."))
    who = {"who": later.recorded_by or _("Somebody")}
    if later.entry == Entry.REVERSAL:
        raise DrawdownRefused(_("%(who)s has taken this drawdown back already.") % who)
    raise DrawdownRefused(_("%(who)s has corrected this drawdown meanwhile: look at the newest version.") % who)


def root_of(row: Drawdown) -> Drawdown:
    """Its first version: what renews or extends a drawdown hangs on that, however often it was corrected since."""
    while row.supersedes is not None:
        row = row.supersedes
    return row


def standing_of(root: Drawdown) -> Drawdown:
    """The newest version of a drawdown."""
    row = root
    while later := Drawdown.objects.filter(supersedes=row).first():
        row = later
    return row


def write_version(held: Drawdown, *, by: User | None, reason: str, **changed: Any) -> Drawdown:
    """A new version in place of a row that counts."""
    values = {name: getattr(held, name) for name in KEPT} | changed
    _count_no_more(held)
    return Drawdown.objects.create(
        **values,
        version=held.version + 1,
        supersedes=held,
        reason=reason[:REASON_LENGTH],
        recorded_by=by,
    )


def write_reversal(held: Drawdown, *, by: User | None, reason: str, day: datetime.date | None = None) -> Drawdown:
    """The whole amount taken back, as a row of its own that doesn't count: with it the drawdown doesn't either."""
    values = {name: getattr(held, name) for name in KEPT}
    values.update(amount=-held.amount, drawn_on=day or timezone.localdate(), due_on=None)
    _count_no_more(held)
    return Drawdown.objects.create(
        **values,
        entry=Entry.REVERSAL,
        counts=False,
        reverses=held,
        reason=reason[:REASON_LENGTH],
        recorded_by=by,
    )


def _count_no_more(held: Drawdown) -> None:
    Drawdown.objects.filter(pk=held.pk).update(counts=False)
