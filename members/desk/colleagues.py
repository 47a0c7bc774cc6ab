"""Colleagues of one enterprise: who acts for it, who manages, who is invited.

Every change holds the enterprise's row, so that two managers can't leave it without any.
"""

import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from federation.accounts.models import User
from federation.inbox.actions import notify
from federation.inbox.letters import letters_about, write_letter
from members.desk.models import Invitation
from members.enterprises.models import Enterprise, Representative

VALID_FOR = datetime.timedelta(days=14)
# The first sending and three more, so that nobody's telephone is flooded in the federation's name.
MOST_SENDINGS = 4
BETWEEN_SENDINGS = datetime.timedelta(minutes=10)
MOST_OPEN = 20
RULE = "members.invitation"
Role = Representative.Role


class ColleagueError(ValidationError):
    """What was asked can't be done with these people; the message is for them."""


class InvitationClosed(ColleagueError):
    """Used, withdrawn or too old."""


def open_invitations(enterprise: Enterprise) -> QuerySet[Invitation]:
    """Neither used nor withdrawn; those that are too old can be sent again."""
    return enterprise.invitations.filter(accepted_at=None, withdrawn_at=None)


def _hold(enterprise_id: int) -> Enterprise:
    held = Enterprise.objects.select_for_update(of=("self",)).get(pk=enterprise_id)
    if held.merged_into_id:
        raise ColleagueError(_("This record was merged into another one; open your desk anew."))
    return held


# --- Invitations ----------------------------------------------------------------------------------


@transaction.atomic
def invite(
    enterprise: Enterprise, *, name: str, phone: str = "", email: str = "", role: str = Role.COLLEAGUE, by: User
) -> Invitation:
    """Invite by mobile phone (E.164) or e-mail; the link leaves with the outbox. Raises ColleagueError."""
    held = _hold(enterprise.pk)
    standing = open_invitations(held)
    if standing.count() >= MOST_OPEN:
        raise ColleagueError(_("Too many invitations are open; withdraw some first."))
    same = Q(phone=phone) if phone else Q(email__iexact=email)
    if standing.filter(same, expires_at__gt=timezone.now()).exists():
        raise ColleagueError(_("This person has an open invitation; send that one again instead."))
    known = Q(user__phone=phone) if phone else Q(user__email__iexact=email)
    if Representative.objects.acting().filter(known, enterprise=held).exists():
        raise ColleagueError(_("This person already acts for the enterprise."))
    invitation = Invitation(
        enterprise=held,
        name=name,
        phone=phone,
        email=email,
        role=role,
        invited_by=by,
        expires_at=timezone.now() + VALID_FOR,
    )
    invitation.full_clean(exclude=["enterprise", "invited_by"])
    invitation.save()
    _send(invitation, 1)
    return invitation


def _send(invitation: Invitation, number: int) -> None:
    about = {"who": invitation.invited_by, "enterprise": invitation.enterprise.name}
    write_letter(
        rule=RULE,
        about=invitation,
        number=number,
        phone=invitation.phone,
        email=invitation.email,
        title=_("%(who)s invites you to act for %(enterprise)s") % about,
        body=_("Open the link to accept. It is good once, for %(days)d days.") % {"days": VALID_FOR.days},
        url=reverse("me:invitation", args=[invitation.token]),
    )


def _hold_invitation(invitation: Invitation) -> Invitation:
    """Raises InvitationClosed for one that was used or withdrawn."""
    _hold(invitation.enterprise_id)
    held = Invitation.objects.select_for_update(of=("self",)).select_related("enterprise").get(pk=invitation.pk)
    if held.accepted_at:
        raise InvitationClosed(_("This invitation has been used already."))
    if held.withdrawn_at:
        raise InvitationClosed(_("This invitation was withdrawn."))
    return held


@transaction.atomic
def send_again(invitation: Invitation) -> Invitation:
    """The same link once more, good for as long as a new one. Raises ColleagueError."""
    held = _hold_invitation(invitation)
    sent = letters_about(RULE, held)
    if len(sent) >= MOST_SENDINGS:
        raise ColleagueError(
            _("It has been sent %(number)d times; withdraw it and check the address.") % {"number": len(sent)}
        )
    if sent and timezone.now() - max(letter.created_at for letter in sent) < BETWEEN_SENDINGS:
        raise ColleagueError(_("It was sent a moment ago; wait ten minutes before sending it again."))
    held.expires_at = timezone.now() + VALID_FOR
    held.save(update_fields=["expires_at"])
    _send(held, len(sent) + 1)
    return held


@transaction.atomic
def withdraw_invitation(invitation: Invitation) -> Invitation:
    """Raises InvitationClosed."""
    held = _hold_invitation(invitation)
    held.withdrawn_at = timezone.now()
    held.save(update_fields=["withdrawn_at"])
    return held


def why_closed(invitation: Invitation) -> str:
    """Why the link no longer works, or "" while it does."""
    if invitation.accepted_at:
        return _("This invitation has been used already.")
    if invitation.withdrawn_at:
        return _("This invitation was withdrawn.")
    if invitation.enterprise.merged_into_id:
        return _("This record was merged into another one; ask for a new invitation.")
    if invitation.expires_at <= timezone.now():
        return _("This invitation is too old; ask for it to be sent again.")
    return ""


@transaction.atomic
def accept_invitation(invitation: Invitation, by: User) -> Representative:
    """Who opens the link acts for the enterprise from today; whoever invited them is told who it was.

    Raises InvitationClosed, and ColleagueError for someone who acts for it already.
    """
    held = _hold_invitation(invitation)
    if reason := why_closed(held):
        raise InvitationClosed(reason)
    taken = ColleagueError(_("You already act for this enterprise; the invitation stays open for someone else."))
    if Representative.objects.acting().filter(enterprise=held.enterprise, user=by).exists():
        raise taken
    try:
        with transaction.atomic():
            joined = Representative.objects.create(
                enterprise=held.enterprise, user=by, role=held.role, since=timezone.localdate()
            )
    except IntegrityError as error:
        raise ColleagueError(
            _("You already act for this enterprise; the invitation stays open for someone else.")
        ) from error
    held.accepted_by, held.accepted_at = by, timezone.now()
    held.save(update_fields=["accepted_by", "accepted_at"])
    if held.invited_by:
        notify(
            rule=f"{RULE}_accepted",
            about=held,
            recipients=[held.invited_by],
            title=lambda: _("%(name)s accepted your invitation") % {"name": by},
            body=lambda: _("%(name)s now acts for %(enterprise)s.") % {"name": by, "enterprise": held.enterprise.name},
            url=reverse("me:colleagues"),
        )
    return joined


# --- People who act -------------------------------------------------------------------------------


def _hold_representative(representative: Representative) -> Representative:
    """Raises ColleagueError for someone who no longer acts."""
    _hold(representative.enterprise_id)
    held = Representative.objects.acting().filter(pk=representative.pk).select_related("user").first()
    if held is None:
        raise ColleagueError(_("This person doesn't act for the enterprise any more."))
    return held


def _other_managers(held: Representative) -> bool:
    managers = Representative.objects.acting().filter(enterprise=held.enterprise_id, role=Role.MANAGER)
    return managers.exclude(user=held.user_id).exists()


def _must_not_be_the_last(held: Representative) -> None:
    if held.role == Role.MANAGER and not _other_managers(held):
        raise ColleagueError(
            _("%(name)s is the only one who manages this profile; hand that over to a colleague first.")
            % {"name": held.user}
        )


def _must_still_manage(by: User | None, held: Representative) -> None:
    """Who asked may have been removed while the page was open; staff (None) need no such right.

    Raises PermissionDenied.
    """
    managers = Representative.objects.acting().filter(enterprise=held.enterprise_id, role=Role.MANAGER)
    if by is not None and not managers.filter(user=by).exists():
        raise PermissionDenied


@transaction.atomic
def remove_colleague(representative: Representative, by: User | None = None) -> None:
    """They act for the enterprise no longer, from this moment; the time they did stays on record. Anyone may leave.

    Raises ColleagueError for the last manager, PermissionDenied for who doesn't manage (any more).
    """
    held = _hold_representative(representative)
    if by is None or by.pk != held.user_id:
        _must_still_manage(by, held)
    _must_not_be_the_last(held)
    today = timezone.localdate()
    if held.since >= today:
        # Who came today has no day to be dated to; the history keeps that they were here.
        held.delete()
        return
    # The last day counts, so the last full day was yesterday.
    held.until = today - datetime.timedelta(days=1)
    held.save(update_fields=["until"])


@transaction.atomic
def change_role(representative: Representative, role: str, by: User | None = None) -> Representative:
    """Raises ColleagueError when nobody would manage the profile, PermissionDenied as above."""
    held = _hold_representative(representative)
    _must_still_manage(by, held)
    if role == held.role:
        return held
    if role == Role.COLLEAGUE:
        _must_not_be_the_last(held)
    held.role = role
    held.full_clean(exclude=["enterprise", "user"])
    held.save(update_fields=["role"])
    return held


@transaction.atomic
def hand_over(manager: Representative, to: Representative) -> None:
    """`to` manages the profile and `manager` becomes a colleague, both at once. Raises ColleagueError."""
    if to.enterprise_id != manager.enterprise_id or to.pk == manager.pk:
        raise ColleagueError(_("Hand over to a colleague of the same enterprise."))
    change_role(to, Role.MANAGER, by=manager.user)
    change_role(manager, Role.COLLEAGUE, by=manager.user)
