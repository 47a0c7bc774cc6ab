"""The way of a gift after its pledge: delivered in parts, confirmed or disputed by the village, settled, closed.

With pledging.py, delivering.py and correcting.py the only writers of its status. Each verb is one transaction that
holds the row, checks the right on the row as it stands, leaves a step and tells whom it concerns.
"""

import datetime
from decimal import Decimal

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from federation.accounts.models import User
from federation.cases.flow import needed
from federation.portal.formats import cn_datetime, money
from poverty_aid.contributions import access
from poverty_aid.contributions.delivering import deliver_contribution, kept, replace_delivery
from poverty_aid.contributions.errors import AboveDelivery, AlreadyConfirmed, CannotGive
from poverty_aid.contributions.ledger import lines_of, opposites_of
from poverty_aid.contributions.messages import tell_step
from poverty_aid.contributions.models import Confirmation, Contribution, Delivery, LedgerEntry
from poverty_aid.contributions.parts import Part, Progress, progress_of
from poverty_aid.contributions.pledging import end_of
from poverty_aid.contributions.statuses import Status
from poverty_aid.contributions.transitions import FLOW
from poverty_aid.hands import Hand
from poverty_aid.uploads import PHOTO

__all__ = [
    "close_contribution_short",
    "confirm_delivery",
    "deliver_contribution",
    "dispute_delivery",
    "replace_delivery",
    "reverse_confirmation",
    "settle_dispute",
    "withdraw_contribution",
]


# --- The village's word ---------------------------------------------------------------------------


@transaction.atomic
def confirm_delivery(
    contribution: Contribution,
    delivery: Delivery,
    *,
    by: User,
    amount: Decimal,
    note: str = "",
    photo: UploadedFile | None = None,
    hat: str = "",
) -> Confirmation:
    """This much of the delivery arrived; from now on it is counted.

    Raises AboveDelivery, AlreadyConfirmed and ReasonNeeded in words.
    """
    held = _held_for_village(contribution, delivery, by)
    progress = progress_of(held)
    part = _waiting_part(held, progress, delivery)
    if amount > part.delivery.amount:
        raise AboveDelivery(
            _("%(delivered)s were delivered; %(amount)s can't have arrived. Check the amount and its unit.")
            % {"delivered": money(part.delivery.amount), "amount": money(amount)}
        )
    if amount <= 0:
        raise CannotGive(_("If nothing arrived, don't confirm it: say so as a dispute."))
    if amount < part.delivery.amount:
        note = needed(note, _("Less arrived than was delivered: please say what is missing."))
    confirmation = Confirmation.objects.create(
        delivery=part.delivery,
        amount=amount,
        confirmed_on=timezone.localdate(),
        note=note.strip(),
        photo=kept(PHOTO, photo, by),
        confirmed_by=by,
    )
    LedgerEntry.objects.bulk_create(lines_of(held, confirmation, list(held.shares.all())))
    to = state_after(held, progress_of(held))
    step = FLOW.move(held, to, by=by, hat=hat, reason=note, on_step={"hand": Hand.VILLAGE}, **_clock(held, to))
    tell_step(held, step)
    return confirmation


@transaction.atomic
def dispute_delivery(
    contribution: Contribution, delivery: Delivery, *, by: User, reason: str, hat: str = ""
) -> Contribution:
    """It didn't arrive, or not as it should have; the staff settle it."""
    held = _held_for_village(contribution, delivery, by)
    _waiting_part(held, progress_of(held), delivery)
    reason = needed(reason, _("Please say what is wrong: the federation settles it with both of you."))
    step = FLOW.move(held, Status.DISPUTED, by=by, hat=hat, reason=reason, on_step={"hand": Hand.VILLAGE})
    tell_step(held, step)
    return held


def _held_for_village(contribution: Contribution, delivery: Delivery, by: User) -> Contribution:
    """Confirming and disputing are open in the same state and to the same people."""
    held = FLOW.hold(contribution)
    if held.status != Status.DELIVERED:
        raise FLOW.already_moved(held)
    return FLOW.locked(contribution, Status.DISPUTED, by, access.may_confirm)


def _waiting_part(held: Contribution, progress: Progress, delivery: Delivery) -> Part:
    part = next((one for one in progress.parts if one.delivery.pk == delivery.pk), None)
    if part is None:
        raise AlreadyConfirmed(_("This delivery was replaced meanwhile. Look at the gift again."))
    if part.confirmation is not None:
        raise AlreadyConfirmed(
            _("%(who)s confirmed %(amount)s of it on %(when)s.")
            % {
                "who": part.confirmation.confirmed_by or _("Somebody"),
                "amount": money(part.confirmation.amount),
                "when": cn_datetime(part.confirmation.at),
            }
        )
    return part


def state_after(held: Contribution, progress: Progress) -> Status:
    """Where a gift stands by its parts."""
    if progress.waiting:
        return Status.DELIVERED
    if progress.confirmed >= held.pledged_amount:
        return Status.CONFIRMED
    return Status.PARTLY if progress.confirmed else Status.PLEDGED


def _clock(held: Contribution, to: Status) -> dict[str, datetime.datetime | None]:
    """Whoever owes the rest has the time that was promised."""
    return {"due_at": end_of(held.promised_on)} if to in (Status.PARTLY, Status.PLEDGED) else {}


# --- Settling -------------------------------------------------------------------------------------


@transaction.atomic
def settle_dispute(
    contribution: Contribution, *, by: User, reason: str, arrives: bool, amount: Decimal | None = None, hat: str = ""
) -> Contribution:
    """What the staff found out: it arrives after all (perhaps another `amount`) and the village is asked once more;
    or it doesn't, and what waited is void."""
    held = FLOW.hold(contribution)
    if held.status != Status.DISPUTED:
        raise FLOW.already_moved(held)
    held = FLOW.locked(contribution, Status.DELIVERED, by, access.may_settle)
    reason = needed(reason, _("Please say what was agreed: both sides read it."))
    progress = progress_of(held)
    if arrives:
        _restate(progress, amount, by)
    else:
        now = timezone.now()
        held.deliveries.filter(pk__in=[part.delivery.pk for part in progress.waiting]).update(voided_at=now)
    to = state_after(held, progress_of(held))
    step = FLOW.move(held, to, by=by, hat=hat, reason=reason, on_step={"hand": Hand.STAFF}, **_clock(held, to))
    tell_step(held, step)
    return held


def _restate(progress: Progress, amount: Decimal | None, by: User) -> None:
    """The one delivery that waits was of another amount: a new row in its place."""
    if amount is None:
        return
    if len(progress.waiting) != 1:
        raise CannotGive(_("Several deliveries wait for the village: settle without an amount, or void them."))
    old = progress.waiting[0].delivery
    if not 0 < amount <= old.amount:
        raise CannotGive(
            _("The amount settled on must be above zero and at most the %(amount)s that were delivered.")
            % {"amount": money(old.amount)}
        )
    if amount == old.amount:
        return
    old.replaced_by = Delivery.objects.create(
        contribution_id=old.contribution_id,
        leg=old.leg,
        amount=amount,
        delivered_on=old.delivered_on,
        note=old.note,
        receipt=old.receipt,
        photo=old.photo,
        entered_by=by,
    )
    old.save(update_fields=["replaced_by"])


@transaction.atomic
def reverse_confirmation(
    contribution: Contribution, confirmation: Confirmation, *, by: User, reason: str, hat: str = ""
) -> Confirmation:
    """A confirmation that didn't hold (the transfer bounced, the goods went back): the ledger takes it back with the
    opposite lines, and the village is asked once more."""
    held = FLOW.hold(contribution)
    if not FLOW.can_move(held, Status.DELIVERED) or held.status == Status.DISPUTED:
        raise FLOW.already_moved(held)
    held = FLOW.locked(contribution, Status.DELIVERED, by, access.may_reverse)
    reason = needed(reason, _("Please say why the confirmation doesn't hold: both sides read it."))
    part = next(
        (one for one in progress_of(held).parts if one.confirmation and one.confirmation.pk == confirmation.pk), None
    )
    if part is None or part.confirmation is None:
        raise AlreadyConfirmed(_("This confirmation was reversed already."))
    reversal = Confirmation.objects.create(
        delivery=part.delivery,
        amount=-part.confirmation.amount,
        confirmed_on=timezone.localdate(),
        note=reason[:300],
        reverses=part.confirmation,
        confirmed_by=by,
    )
    standing = LedgerEntry.objects.filter(confirmation=part.confirmation, reverses=None, reversed_by=None)
    LedgerEntry.objects.bulk_create(opposites_of(standing.order_by("pk"), reversal))
    step = FLOW.move(held, Status.DELIVERED, by=by, hat=hat, reason=reason, on_step={"hand": Hand.STAFF})
    tell_step(held, step)
    return reversal


# --- Ends -----------------------------------------------------------------------------------------


@transaction.atomic
def close_contribution_short(contribution: Contribution, *, by: User, reason: str, hat: str = "") -> Contribution:
    """Less than was pledged, and no more is coming."""
    held = FLOW.hold(contribution)
    if held.status != Status.PARTLY:
        raise FLOW.already_moved(held)
    held = FLOW.locked(contribution, Status.CONFIRMED, by, access.may_close_short)
    reason = needed(reason, _("Please say why no more is coming."))
    hand = Hand.GIVER if access.speaks_for_giver(by, held) else Hand.STAFF
    step = FLOW.move(held, Status.CONFIRMED, by=by, hat=hat, reason=reason, on_step={"hand": hand})
    tell_step(held, step)
    return held


@transaction.atomic
def withdraw_contribution(contribution: Contribution, *, by: User, reason: str = "", hat: str = "") -> Contribution:
    """A pledge of which nothing was delivered is taken back."""
    held = FLOW.locked(contribution, Status.WITHDRAWN, by, access.may_withdraw)
    if progress_of(held).held:
        raise CannotGive(
            _("%(name)s has received a part of it already. Please call the federation.") % {"name": held.intermediary}
        )
    step = FLOW.move(held, Status.WITHDRAWN, by=by, hat=hat, reason=reason, on_step={"hand": Hand.GIVER})
    tell_step(held, step)
    return held
