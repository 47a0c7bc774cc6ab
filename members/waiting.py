"""What waits on this floor: for staff, changes to confirm, duplicates to judge and imports to confirm; for an
enterprise's people, what they haven't read and invitations that ran out; for a partner's officer, messages."""

from collections.abc import Iterable

from django.db.models import Min
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from federation.accounts.hats import STAFF, Hat
from federation.accounts.models import User
from federation.inbox.models import Message
from federation.portal.bounded import MOST_COUNTED
from federation.portal.contributions import Waiting, WaitingGroup, waiting_for, waiting_group
from federation.portal.navigation import url_or_none
from members.desk.access import may_decide_changes
from members.desk.facts import CONFIRMED_FIELDS
from members.desk.models import Invitation, ProfileChange
from members.duplicates.access import may_judge_pairs
from members.duplicates.likeness import in_words
from members.duplicates.models import DuplicatePair
from members.enterprises.models import Enterprise, Representative
from members.hats import ENTERPRISE, PARTNER
from members.register.models import ImportBatch

FEW = 5


@waiting_for(STAFF)
def changes_to_confirm(user: User, hat: Hat) -> Iterable[WaitingGroup]:
    if not may_decide_changes(user):
        return
    rows = ProfileChange.objects.filter(status=ProfileChange.Status.WAITING, enterprise__merged_into=None)
    yield from waiting_group(
        "profile_changes",
        _("Changes that enterprises propose"),
        rows.select_related("enterprise").order_by("proposed_at"),
        _change,
        f"{reverse('admin:members_profilechange_changelist')}?status__exact=waiting",
    )


def _change(change: ProfileChange) -> Waiting:
    return Waiting(
        title=change.enterprise.name,
        detail=_fields_of(change),
        since=change.proposed_at,
        url=reverse("admin:members_profilechange_change", args=[change.pk]),
        action=_("Compare"),
    )


def _fields_of(change: ProfileChange) -> str:
    names = [name for name in CONFIRMED_FIELDS if name in change.values]
    return _(", ").join(str(Enterprise._meta.get_field(name).verbose_name) for name in names)


@waiting_for(STAFF)
def duplicates_to_judge(user: User, hat: Hat) -> Iterable[WaitingGroup]:
    if not may_judge_pairs(user):
        return
    rows = DuplicatePair.objects.filter(status=DuplicatePair.Status.OPEN).select_related("left", "right")
    yield from waiting_group(
        "duplicates",
        _("Enterprises that may be in the register twice"),
        # The likeliest, not the oldest: a search finds them all in one night.
        rows.order_by("-score", "pk"),
        _pair,
        f"{reverse('admin:members_duplicatepair_changelist')}?status__exact=open",
        FEW,
    )


def _pair(pair: DuplicatePair) -> Waiting:
    return Waiting(
        title=f"{pair.left.name} / {pair.right.name}",
        detail=_("; ").join(in_words(reason) for reason in pair.reasons),
        since=pair.found_at,
        url=reverse("admin:members_duplicatepair_compare", args=[pair.pk]),
        action=_("Compare"),
    )


@waiting_for(STAFF)
def imports_to_confirm(user: User, hat: Hat) -> Iterable[WaitingGroup]:
    if not user.has_perm("members.change_importbatch"):
        return
    yield from waiting_group(
        "imports",
        _("Imports to confirm"),
        ImportBatch.objects.filter(status=ImportBatch.Status.PREVIEWED).order_by("created_at"),
        _import,
        f"{reverse('admin:members_importbatch_changelist')}?status__exact=previewed",
    )


def _import(batch: ImportBatch) -> Waiting:
    return Waiting(
        title=batch.file_name,
        detail=ngettext("%(number)d row", "%(number)d rows", batch.rows_total) % {"number": batch.rows_total},
        since=batch.created_at,
        url=reverse("admin:members_importbatch_change", args=[batch.pk]),
        action=_("Look through"),
    )


def unread_messages(user: User) -> Iterable[WaitingGroup]:
    url = url_or_none("inbox:list")
    unread = Message.objects.visible_to(user).unread()
    newest = list(unread.order_by("-created_at", "-pk")[:FEW]) if url else []
    if not newest:
        return
    number = unread.order_by()[: MOST_COUNTED + 1].count()
    since = unread.aggregate(since=Min("created_at"))["since"]
    words = ngettext("%(number)d unread message", "%(number)d unread messages", number) % {"number": number}
    item = Waiting(title=words, detail=newest[0].title, since=since, url=url, action=_("Read"))
    yield WaitingGroup("unread", _("Inbox"), [item], 1, url)


@waiting_for(ENTERPRISE)
def unread_by_representatives(user: User, hat: Hat) -> Iterable[WaitingGroup]:
    return unread_messages(user)


@waiting_for(PARTNER)
def unread_by_officers(user: User, hat: Hat) -> Iterable[WaitingGroup]:
    return unread_messages(user)


@waiting_for(ENTERPRISE)
def invitations_run_out(user: User, hat: Hat) -> Iterable[WaitingGroup]:
    """For who manages: a colleague was invited and never came."""
    managed = Representative.objects.acting().filter(
        user=user, enterprise=hat.object_id, role=Representative.Role.MANAGER
    )
    rows = Invitation.objects.filter(
        enterprise__in=managed.values("enterprise"),
        accepted_at=None,
        withdrawn_at=None,
        expires_at__lte=timezone.now(),
    ).order_by("expires_at")
    yield from waiting_group("invitations", _("Colleagues invited"), rows, _invited, reverse("me:colleagues"), FEW)


def _invited(invitation: Invitation) -> Waiting:
    return Waiting(
        title=_("The invitation of %(name)s ran out") % {"name": invitation.name},
        detail=invitation.email or invitation.phone,
        since=invitation.expires_at,
        url=reverse("me:colleagues"),
        action=_("Send again or withdraw"),
    )
