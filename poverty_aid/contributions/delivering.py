"""What is handed over is entered in parts; one that was entered wrongly is replaced by another, never edited."""

import datetime
from decimal import Decimal

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from federation.accounts.models import User
from federation.cases.flow import needed
from federation.files.actions import store_upload
from federation.files.models import StoredFile
from federation.portal.formats import money
from poverty_aid.contributions import access
from poverty_aid.contributions.errors import AlreadyConfirmed, CannotGive
from poverty_aid.contributions.messages import tell_step
from poverty_aid.contributions.models import Contribution, Delivery, Kind
from poverty_aid.contributions.parts import Progress, progress_of
from poverty_aid.contributions.statuses import DELIVERABLE, Status
from poverty_aid.contributions.transitions import FLOW
from poverty_aid.hands import Hand
from poverty_aid.uploads import PHOTO, RECEIPT


@transaction.atomic
def deliver_contribution(
    contribution: Contribution,
    *,
    by: User,
    amount: Decimal,
    delivered_on: datetime.date,
    note: str = "",
    receipt: UploadedFile | None = None,
    photo: UploadedFile | None = None,
    leg: str = Delivery.Leg.VILLAGE,
    hat: str = "",
) -> Delivery:
    """One part handed over, to the village or (first) to the intermediary.

    Raises CannotGive in words, UploadRefused for a bad file.
    """
    to_village = leg == Delivery.Leg.VILLAGE
    held = _held_for_delivery(contribution)
    to = Status.DELIVERED if to_village else Status(held.status)
    held = FLOW.locked(contribution, to, by, access.may_deliver)
    _check_delivery(held, progress_of(held), amount, delivered_on, leg)
    if to_village:
        _check_evidence(held, receipt, photo)
    delivery = Delivery.objects.create(
        contribution=held,
        leg=leg,
        amount=amount,
        delivered_on=delivered_on,
        note=note.strip(),
        receipt=kept(RECEIPT, receipt, by),
        photo=kept(PHOTO, photo, by),
        entered_by=by,
    )
    due = {} if to_village else {"due_at": held.due_at}
    step = FLOW.move(held, to, by=by, hat=hat, reason=note, on_step={"hand": Hand.GIVER}, **due)
    tell_step(held, step)
    return delivery


@transaction.atomic
def replace_delivery(
    contribution: Contribution,
    delivery: Delivery,
    *,
    by: User,
    reason: str,
    amount: Decimal,
    delivered_on: datetime.date,
    note: str = "",
    receipt: UploadedFile | None = None,
    photo: UploadedFile | None = None,
    hat: str = "",
) -> Delivery:
    """Another in place of one that was entered wrongly, with its papers unless there are new ones.

    Raises CannotGive and ReasonNeeded in words, UploadRefused for a bad file, AlreadyConfirmed if the village was
    quicker.
    """
    status = Status(_held_for_delivery(contribution).status)
    held = FLOW.locked(contribution, status, by, _may_replace_some)
    progress = progress_of(held)
    old = _replaceable(progress, delivery)
    hand = access.hand_to_replace(by, held)
    reason = needed(reason, _("Please say what was wrong: everyone concerned reads it."))
    _check_delivery(held, progress, amount, delivered_on, old.leg, old)
    old.replaced_by = Delivery.objects.create(
        contribution=held,
        leg=old.leg,
        amount=amount,
        delivered_on=delivered_on,
        note=note.strip(),
        receipt=kept(RECEIPT, receipt, by) or old.receipt,
        photo=kept(PHOTO, photo, by) or old.photo,
        entered_by=by,
    )
    old.save(update_fields=["replaced_by"])
    due = {} if old.leg == Delivery.Leg.VILLAGE else {"due_at": held.due_at}
    step = FLOW.move(held, status, by=by, hat=hat, reason=reason, on_step={"hand": hand}, **due)
    tell_step(held, step, replaced=True)
    return old.replaced_by


def _held_for_delivery(contribution: Contribution) -> Contribution:
    held = FLOW.hold(contribution)
    if held.status not in DELIVERABLE:
        raise FLOW.already_moved(held)
    return held


def _may_replace_some(user: User, contribution: Contribution) -> bool:
    """The right alone: who was late is told so in words."""
    return access.hand_to_replace(user, contribution) is not None


def _replaceable(progress: Progress, delivery: Delivery) -> Delivery:
    part = next((one for one in progress.replaceable if one.delivery.pk == delivery.pk), None)
    if part is None:
        raise AlreadyConfirmed(_("This delivery was confirmed or replaced meanwhile; it can't be replaced any more."))
    return part.delivery


def _check_delivery(
    held: Contribution,
    progress: Progress,
    amount: Decimal,
    day: datetime.date,
    leg: str,
    old: Delivery | None = None,
) -> None:
    """`old` is the one that is replaced, and no longer counts."""
    if amount <= 0:
        raise CannotGive(_("The amount must be above zero."))
    if day > timezone.localdate():
        raise CannotGive(_("The day of delivery lies in the future."))
    to_intermediary = leg == Delivery.Leg.INTERMEDIARY
    if to_intermediary and held.intermediary is None:
        raise CannotGive(_("Nobody passes this gift on: deliver it to the village."))
    before = (progress.held if to_intermediary else progress.delivered) - (old.amount if old else 0)
    left = held.pledged_amount - before
    if amount > left:
        raise CannotGive(
            _(
                "Of the %(pledged)s pledged %(left)s are left, and this would be %(amount)s."
                " Check the unit, or pledge the rest as another gift."
            )
            % {"pledged": money(held.pledged_amount), "left": money(left), "amount": money(amount)}
        )
    if held.intermediary is not None and not to_intermediary and before + amount > progress.held:
        raise CannotGive(
            _("%(name)s has received %(held)s of this gift so far and can't pass on more.")
            % {"name": held.intermediary, "held": money(progress.held)}
        )
    if to_intermediary and before + amount < progress.delivered:
        raise CannotGive(
            _("%(name)s has passed on %(delivered)s already and can't have received less.")
            % {"name": held.intermediary, "delivered": money(progress.delivered)}
        )


def _check_evidence(held: Contribution, receipt: UploadedFile | None, photo: UploadedFile | None) -> None:
    if held.kind in (Kind.MONEY, Kind.PURCHASE) and receipt is None:
        raise CannotGive(_("Add the receipt: the bank's slip, or the village's."))
    if receipt is None and photo is None:
        raise CannotGive(_("Add a receipt or a photo of what was handed over."))


def kept(purpose: str, upload: UploadedFile | None, by: User) -> StoredFile | None:
    return store_upload(purpose=purpose, upload=upload, user=by) if upload else None
