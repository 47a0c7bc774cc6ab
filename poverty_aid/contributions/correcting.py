"""A correction is a new version: the gift that was wrong stays as it was, and the ledger takes its lines back."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from federation.accounts.models import User
from federation.cases.flow import needed
from federation.portal.formats import money
from poverty_aid.contributions import access
from poverty_aid.contributions.actions import state_after
from poverty_aid.contributions.errors import CannotGive
from poverty_aid.contributions.ledger import lines_of, opposites_of, standing_entries
from poverty_aid.contributions.messages import tell_step
from poverty_aid.contributions.models import Confirmation, Contribution, Delivery, LedgerEntry, Share
from poverty_aid.contributions.parts import Progress, progress_of
from poverty_aid.contributions.pledging import check_words, end_of, giver_names, write_shares
from poverty_aid.contributions.shares import Giver, check_givers
from poverty_aid.contributions.statuses import Status
from poverty_aid.contributions.transitions import FLOW
from poverty_aid.hands import Hand

# What a correction may say differently.
CORRECTABLE = frozenset(
    {
        *("kind", "mode", "title", "quantity", "valuation", "pledged_amount", "promised_on"),
        *("programme", "campaign", "intermediary", "village"),
    }
)
COPIED = (
    *("kind", "mode", "title", "quantity", "valuation", "pledged_amount", "pledged_on", "promised_on"),
    *("pairing", "programme", "campaign", "intermediary", "village", "county", "village_name", "village_code"),
    "giver_name",
)


@transaction.atomic
def correct_contribution(
    contribution: Contribution,
    *,
    by: User,
    reason: str,
    changes: dict[str, Any],
    givers: Sequence[Giver] = (),
    hat: str = "",
) -> Contribution:
    """The corrected version. Deliveries and confirmations that stand are carried over, and their lines entered anew
    in the new scope. Raises CannotGive, WrongShares, ReasonNeeded in words."""
    unknown = changes.keys() - CORRECTABLE
    if unknown:
        raise ValueError(f"not correctable: {', '.join(sorted(unknown))}")
    held = FLOW.locked(contribution, Status.SUPERSEDED, by, access.may_correct)
    reason = needed(reason, _("Please say what was wrong: everyone concerned reads it."))
    progress = progress_of(held)
    values = {**{name: getattr(held, name) for name in COPIED}, **changes}
    _check(held, values, changes, progress)
    if "village" in changes:
        village = values["village"]
        values |= {"county": village.county, "village_name": village.name, "village_code": village.code}
    if givers:
        check_givers(givers, values["intermediary"])
        values["giver_name"] = giver_names(givers)
    if not givers and not changes:
        raise CannotGive(_("Nothing was changed."))
    _take_back(held)
    FLOW.move(held, Status.SUPERSEDED, by=by, hat=hat, reason=reason, on_step={"hand": Hand.STAFF})
    new = Contribution.objects.create(
        **values,
        version=held.version + 1,
        corrects=held,
        status=held_status(held, values, progress),
        status_since=timezone.now(),
    )
    shares = write_shares(new, givers, new.pledged_on) if givers else _same_shares(held, new)
    _carry_over(progress, new, shares)
    step = FLOW.begin(new, by=by, hat=hat, reason=reason, on_step={"hand": Hand.STAFF})
    if new.status in (Status.PLEDGED, Status.PARTLY):
        new.due_at = end_of(new.promised_on)
        new.save(update_fields=["due_at"])
    if access.gives(by, new):
        # Whom the correction makes a giver doesn't correct it.
        raise PermissionDenied
    tell_step(new, step)
    return new


def held_status(held: Contribution, values: dict[str, Any], progress: Progress) -> Status:
    """By its parts; a gift that was closed short stays closed."""
    to = state_after(Contribution(pledged_amount=values["pledged_amount"]), progress)
    was_closed = held.status == Status.CONFIRMED and progress.confirmed < held.pledged_amount
    return Status.CONFIRMED if was_closed and to == Status.PARTLY else to


def _check(held: Contribution, values: dict[str, Any], changes: dict[str, Any], progress: Progress) -> None:
    check_words(values["kind"], values["pledged_amount"], values["valuation"])
    taken: Decimal = max(progress.delivered, progress.held)
    if values["pledged_amount"] < taken:
        raise CannotGive(
            _("%(amount)s of it were delivered already: reverse or replace that first.") % {"amount": money(taken)}
        )
    if held.pairing_id and {"programme", "village"} & changes.keys():
        raise CannotGive(_("Village and programme are those of the pairing."))
    if "village" in changes and progress.parts:
        raise CannotGive(_("A village has been delivered to: another one is another gift."))
    if "intermediary" in changes and progress.parts:
        raise CannotGive(_("Deliveries have been made on this way already."))


def _take_back(held: Contribution) -> None:
    LedgerEntry.objects.bulk_create(opposites_of(standing_entries(held)))


def _same_shares(held: Contribution, new: Contribution) -> list[Share]:
    return Share.objects.bulk_create(
        Share(
            contribution=new,
            enterprise_id=one.enterprise_id,
            chamber_id=one.chamber_id,
            through=one.through,
            giver_name=one.giver_name,
            numerator=one.numerator,
            denominator=one.denominator,
        )
        for one in held.shares.all()
    )


def _carry_over(progress: Progress, new: Contribution, shares: list[Share]) -> None:
    entries: list[LedgerEntry] = []
    for part in progress.parts:
        old = part.delivery
        delivery = Delivery.objects.create(
            contribution=new,
            leg=old.leg,
            amount=old.amount,
            delivered_on=old.delivered_on,
            note=old.note,
            receipt=old.receipt,
            photo=old.photo,
            entered_by=old.entered_by,
            entered_at=old.entered_at,
        )
        if part.confirmation:
            confirmation = Confirmation.objects.create(
                delivery=delivery,
                amount=part.confirmation.amount,
                confirmed_on=part.confirmation.confirmed_on,
                note=part.confirmation.note,
                photo=part.confirmation.photo,
                confirmed_by=part.confirmation.confirmed_by,
                at=part.confirmation.at,
            )
            entries += lines_of(new, confirmation, shares)
    LedgerEntry.objects.bulk_create(entries)


def shares_as_givers(contribution: Contribution) -> list[Giver]:
    found = contribution.shares.select_related("enterprise", "chamber")
    return [
        Giver(
            one.enterprise,
            one.chamber if one.through or not one.enterprise else None,
            Fraction(one.numerator, one.denominator),
        )
        for one in found
    ]
