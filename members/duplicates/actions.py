"""Merging two records of one enterprise, undoing it, and dismissing a pair that is two enterprises."""

from collections.abc import Mapping

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from federation.accounts.models import User
from federation.inbox.actions import notify
from members.desk.models import ProfileChange
from members.duplicates.fields import written
from members.duplicates.likeness import BY_STAFF
from members.duplicates.memberships import join_memberships
from members.duplicates.models import DuplicatePair, Merge
from members.duplicates.moving import ChangedSince, Entry, entry, move_rows, set_columns, take_back
from members.duplicates.relations import following
from members.enterprises.derive import DERIVED_FIELDS, derive
from members.enterprises.models import Enterprise, NameRecord, Representative
from members.enterprises.words import columns_of
from members.membership.models import Membership, MembershipPeriod

MERGE_SOURCE = "merge"
MERGED, UNDONE = "members.merged", "members.merge_undone"


class MergeRefused(Exception):
    """The two can't be merged as asked; `reasons` say why, one sentence each."""

    def __init__(self, reasons: list[str]) -> None:
        self.reasons = reasons
        super().__init__(" ".join(reasons))


class UndoRefused(Exception):
    """Something since then stands on the merge; the message names it."""


class AlreadyJudged(Exception):
    """Somebody else decided about this pair first."""


def obstacles(kept: Enterprise, absorbed: Enterprise) -> list[str]:
    """Why these two can't be merged, in words; an empty list when they can."""
    found = []
    if kept.pk == absorbed.pk:
        found.append(_("An enterprise can't be merged with itself."))
    for side in (kept, absorbed):
        if side.merged_into_id:
            found.append(_("“%(name)s” has already been merged into another record.") % {"name": side})
    if absorbed.pk in _ancestors(kept) or kept.pk in _ancestors(absorbed):
        found.append(_("One is a branch of the other: a branch is not a duplicate of its parent company."))
    if absorbed.uscc and not kept.uscc:
        found.append(
            _("Keep the record that has the unified social credit code: “%(name)s”.") % {"name": absorbed.name}
        )
    waiting = ProfileChange.objects.filter(enterprise__in=[kept, absorbed], status=ProfileChange.Status.WAITING)
    if waiting.count() > 1:
        found.append(_("Both have a proposed change that waits for staff: decide those first."))
    return found


def _ancestors(of: Enterprise) -> set[int]:
    """Parent companies up to the top; a ring of parents ends where it closes."""
    found: set[int] = set()
    parent = of.parent_id
    while parent and parent not in found:
        found.add(parent)
        parent = Enterprise.objects.filter(pk=parent).values_list("parent_id", flat=True).first()
    return found


def _lock(*pks: int) -> dict[int, Enterprise]:
    """Always in the order of the keys, so that two merges can't wait for each other."""
    rows = Enterprise.objects.filter(pk__in=pks).order_by("pk").select_for_update(of=("self",))
    return {row.pk: row for row in rows}


@transaction.atomic
def merge_enterprises(keep: Enterprise, absorb: Enterprise, choices: Mapping[str, str], by: User | None) -> Merge:
    """Make `keep` the one record of the enterprise. `choices` names, for each field of `fields.GROUPS`, the side whose
    value stands ("kept", "absorbed"); where it says nothing, the kept's value or, if it has none, the absorbed's.

    Every row of every app that points at `absorb` follows; those that would break a rule stay, and are written down.
    Nothing is deleted. Raises MergeRefused.
    """
    rows = _lock(keep.pk, absorb.pk)
    kept, absorbed = rows[keep.pk], rows[absorb.pk]
    if reasons := obstacles(kept, absorbed):
        raise MergeRefused(reasons)
    merge = Merge(kept=kept, absorbed=absorbed, merged_by=by)
    merge.before = {"kept": columns_of(kept), "absorbed": columns_of(absorbed)}
    changes = written(kept, absorbed, choices)
    merge.moved = [
        *join_memberships(kept, absorbed),
        *(item for relation in following() for item in move_rows(relation, absorbed, kept)),
        *_keep_a_manager(kept, absorbed),
        *_write_kept(kept, absorbed, changes),
        set_columns(absorbed, {"merged_into_id": [None, kept.pk]}),
        *_settle_pair(kept, absorbed),
    ]
    _note_periods(merge.moved)
    merge.save()
    _derive_again(kept)
    _tell_its_people(merge, MERGED)
    return merge


def _tell_its_people(merge: Merge, rule: str) -> None:
    """Who acts for either record finds another desk than yesterday."""
    acting = Representative.objects.acting().filter(enterprise__in=[merge.kept_id, merge.absorbed_id])
    names = {"kept": merge.kept.name, "absorbed": merge.absorbed.name}
    notify(
        rule=rule,
        about=merge,
        recipients=User.objects.filter(pk__in=acting.values("user")),
        title=lambda: _("Two records of your enterprise were joined") if rule == MERGED else _("A merge was undone"),
        body=lambda: (
            _("%(absorbed)s now stands under %(kept)s in the register; nothing of it was lost.") % names
            if rule == MERGED
            else _("%(absorbed)s and %(kept)s are two records again, each with what belonged to it.") % names
        ),
        url=reverse("me:desk"),
    )


def _settle_pair(kept: Enterprise, absorbed: Enterprise) -> list[Entry]:
    left, right = sorted((kept.pk, absorbed.pk))
    pairs = DuplicatePair.objects.filter(left_id=left, right_id=right)
    return [set_columns(pair, {"status": [pair.status, DuplicatePair.Status.MERGED.value]}) for pair in pairs]


def _derive_again(*enterprises: Enterprise) -> None:
    """What is derived follows names and figures, which were written past save()."""
    for enterprise in enterprises:
        enterprise.refresh_from_db()
        derive(enterprise)
        # Not save(), which dates the row: an undone merge leaves none.
        derived = {name: getattr(enterprise, name) for name in DERIVED_FIELDS}
        Enterprise.objects.filter(pk=enterprise.pk).update(**derived)


def _write_kept(kept: Enterprise, absorbed: Enterprise, changes: dict[str, list]) -> list[Entry]:
    """The chosen values, and the name that wasn't chosen among the former names, so that a search finds it."""
    ledger = []
    name = changes["name"][1] if "name" in changes else kept.name
    borne = set(kept.former_names.values_list("name", flat=True)) | {name}
    for other in (kept.name, absorbed.name):
        if other not in borne:
            record = NameRecord.objects.create(
                enterprise=kept, name=other, until=timezone.localdate(), source=MERGE_SOURCE
            )
            ledger.append(entry(record, created=True))
            borne.add(other)
    # What a hand wrote stays protected from imports on whichever side it was written.
    taken = {field.name for field in Enterprise._meta.concrete_fields if field.attname in changes}
    protected = sorted(taken & set(absorbed.hand_edited) - set(kept.hand_edited))
    if protected:
        changes = {**changes, "hand_edited": [list(kept.hand_edited), [*kept.hand_edited, *protected]]}
    if changes:
        ledger.append(set_columns(kept, changes))
    return ledger


def _keep_a_manager(kept: Enterprise, absorbed: Enterprise) -> list[Entry]:
    """Who managed the absorbed record and is a colleague at the kept one manages it, if nobody else does."""
    acting = Representative.objects.acting()
    if acting.filter(enterprise=kept, role=Representative.Role.MANAGER).exists():
        return []
    managers = acting.filter(enterprise=absorbed, role=Representative.Role.MANAGER).values("user_id")
    return [
        set_columns(row, {"role": [row.role, Representative.Role.MANAGER.value]})
        for row in acting.filter(enterprise=kept, user_id__in=managers).order_by("pk")
    ]


def _note_periods(ledger: list[Entry]) -> None:
    """The periods a moved membership has now: one more of them makes undoing unsafe."""
    for item in ledger:
        if item["model"] == Membership._meta.label and "set" in item:
            periods = MembershipPeriod.objects.filter(membership_id=item["pk"]).order_by("pk")
            item["periods"] = list(periods.values_list("pk", flat=True))


@transaction.atomic
def undo_merge(merge: Merge, by: User | None) -> int:
    """Restore both records as they stood; returns how many rows deleted since can't come back.

    What was changed after the merge and doesn't rest on it stays. Raises UndoRefused.
    """
    merge = Merge.objects.select_for_update().get(pk=merge.pk)
    if merge.undone_at:
        raise UndoRefused(_("This merge has been undone already."))
    rows = _lock(merge.kept_id, merge.absorbed_id)
    kept, absorbed = rows[merge.kept_id], rows[merge.absorbed_id]
    _check_nothing_rests_on(merge, kept)
    try:
        with transaction.atomic():
            lost = take_back(merge.moved)
    except ChangedSince as error:
        raise UndoRefused(str(error)) from error
    except IntegrityError as error:
        raise UndoRefused(
            _("Rows written since then for “%(name)s” leave no place for the old ones.") % {"name": absorbed}
        ) from error
    merge.undone_by, merge.undone_at = by, timezone.now()
    merge.save(update_fields=["undone_by", "undone_at"])
    _derive_again(kept, absorbed)
    _tell_its_people(merge, UNDONE)
    return lost


def _check_nothing_rests_on(merge: Merge, kept: Enterprise) -> None:
    later = Merge.objects.filter(
        Q(kept_id__in=[merge.kept_id, merge.absorbed_id]) | Q(absorbed_id__in=[merge.kept_id, merge.absorbed_id]),
        undone_at=None,
        pk__gt=merge.pk,
    )
    if newest := later.order_by("-pk").first():
        raise UndoRefused(_("Undo the later merge first: %(merge)s.") % {"merge": newest})
    for item in merge.moved:
        if "periods" in item:
            now = MembershipPeriod.objects.filter(membership_id=item["pk"]).exclude(pk__in=item["periods"])
            if now.exists():
                raise UndoRefused(
                    _("The membership of “%(name)s” has a new period since the merge; it can't be told apart again.")
                    % {"name": kept}
                )


@transaction.atomic
def name_pair(one: Enterprise, other: Enterprise) -> DuplicatePair:
    """A clerk says that these two are one: the pair is open, whatever was said of it before, but for a merge."""
    left, right = sorted((one.pk, other.pk))
    pair, created = DuplicatePair.objects.select_for_update().get_or_create(
        left_id=left, right_id=right, defaults={"score": 100, "reasons": [{"code": BY_STAFF, "value": ""}]}
    )
    if not created and pair.status == DuplicatePair.Status.DISMISSED:
        reopen_pair(pair)
    return pair


def dismiss_pair(pair: DuplicatePair) -> None:
    """Two enterprises after all: the pair isn't proposed again. Raises AlreadyJudged."""
    _judge(pair, DuplicatePair.Status.OPEN, DuplicatePair.Status.DISMISSED)


def reopen_pair(pair: DuplicatePair) -> None:
    """Take a dismissal back. Raises AlreadyJudged."""
    _judge(pair, DuplicatePair.Status.DISMISSED, DuplicatePair.Status.OPEN)


def _judge(pair: DuplicatePair, old: str, new: str) -> None:
    if not DuplicatePair.objects.filter(pk=pair.pk, status=old).update(status=new):
        raise AlreadyJudged(_("Somebody else has judged this pair already."))
    pair.status = new
