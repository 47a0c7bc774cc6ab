"""What changes accounts."""

import datetime

import structlog
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, ProtectedError, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from federation.accounts.errors import PhoneTaken
from federation.accounts.hats import hats_of
from federation.accounts.models import User
from federation.accounts.phones import phone_or_none
from federation.audit.actions import record_event
from federation.audit.models import SecurityEvent

log = structlog.get_logger(__name__)

PURGE_BATCH = 500


@transaction.atomic
def claim_phone(user: User, phone: str, *, verified: bool) -> None:
    """Give the number to the user. Who only typed it loses it to whoever comes after; who verified it keeps it.

    Raises PhoneTaken.
    """
    holder = User.objects.select_for_update().filter(phone=phone).exclude(pk=user.pk).first()
    if holder:
        if holder.phone_verified:
            raise PhoneTaken
        holder.phone = None
        holder.save(update_fields=["phone"])
    user.phone, user.phone_verified = phone, verified
    user.save(update_fields=["phone", "phone_verified"])


def email_is_taken(email: str) -> bool:
    """Verified by its owner, or entered by staff; an address that somebody only typed at sign-up is nobody's."""
    verified = EmailAddress.objects.filter(email=email, verified=True)
    return verified.exists() or User.objects.filter(email=email, self_registered=False).exists()


@transaction.atomic
def release_email(email: str) -> None:
    """Take an address that nobody proved from the account that claimed it, for whoever comes after."""
    if email_is_taken(email):
        return
    EmailAddress.objects.filter(email=email).delete()
    for user in User.objects.select_for_update().filter(email=email):
        user.email = None
        user.save(update_fields=["email"])


def user_of_login(login: str) -> User | None:
    """Whose user name, e-mail or verified phone this is."""
    phone = phone_or_none(login)
    if phone:
        user = User.objects.filter(phone=phone, phone_verified=True).first()
        if user:
            return user
    if "@" in login:
        address = EmailAddress.objects.filter(email=login.lower()).order_by("-verified").select_related("user").first()
        return address.user if address else User.objects.filter(email=login.lower()).first()
    return User.objects.filter(username__iexact=login).first()


@transaction.atomic
def vouch_for_contacts(user: User) -> None:
    """Staff entered these addresses for the person: they count as verified, so that a first code can be sent there."""
    if user.phone and not user.phone_verified:
        user.phone_verified = True
        user.save(update_fields=["phone_verified"])
    user.emailaddress_set.exclude(email=user.email or "").delete()
    if user.email:
        EmailAddress.objects.update_or_create(user=user, email=user.email, defaults={"verified": True, "primary": True})


@transaction.atomic
def reset_second_factor(user: User, request: HttpRequest) -> None:
    """For who lost theirs: away with authenticators, passkeys, recovery codes and every session of the person."""
    Authenticator.objects.filter(user=user).delete()
    for session in UserSession.objects.filter(user=user):
        session.end()
    record_event(SecurityEvent.Kind.FACTOR_REMOVED, request, user, detail=f"by {request.user}")


def never_verified(before: datetime.datetime) -> "QuerySet[User]":
    """Signed up by themselves before that moment, proved neither phone nor e-mail, and were never in."""
    verified_mail = EmailAddress.objects.filter(user=OuterRef("pk"), verified=True)
    return User.objects.filter(
        ~Exists(verified_mail), self_registered=True, date_joined__lt=before, last_login=None, phone_verified=False
    )


def purge_unverified() -> int:
    """Delete accounts that nobody proved to be theirs, so that they hold no personal data; returns how many."""
    before = timezone.now() - settings.UNVERIFIED_USERS_KEPT
    purged = 0
    for pk in never_verified(before).order_by("pk").values_list("pk", flat=True)[:PURGE_BATCH]:
        try:
            with transaction.atomic():
                user = never_verified(before).select_for_update(of=("self",)).filter(pk=pk).first()
                # With a hat or something built on it, the account is the staff's to judge.
                if user and not hats_of(user):
                    user.delete()
                    purged += 1
        except ProtectedError:
            log.warning("unverified_user_kept", user=pk)
    return purged
