"""Signals of Django and django-allauth about signing in, written down."""

from typing import Any

import pghistory
from allauth.account import signals as account_signals
from allauth.mfa import signals as mfa_signals
from django.contrib.auth import signals as auth_signals
from django.dispatch import receiver
from django.http import HttpRequest

from federation.accounts.models import User
from federation.audit.actions import record_event
from federation.audit.models import SecurityEvent

Kind = SecurityEvent.Kind


@receiver(auth_signals.user_logged_in, dispatch_uid="audit.signed_in")
def signed_in(request: HttpRequest, user: User, **kwargs: Any) -> None:
    # What this request changes from now on is changed by this person.
    pghistory.context(user=user.pk, actor=str(user))
    session = getattr(request, "session", {})
    records = session.get("account_authentication_methods") or []
    record_event(Kind.SIGNED_IN, request, user, detail=" + ".join(record.get("method", "") for record in records))


@receiver(auth_signals.user_login_failed, dispatch_uid="audit.sign_in_failed")
def sign_in_failed(credentials: dict[str, Any], request: HttpRequest | None = None, **kwargs: Any) -> None:
    typed = credentials.get("phone") or credentials.get("email") or credentials.get("username") or ""
    kind = Kind.LOCKED_OUT if kwargs.get("locked") else Kind.SIGN_IN_FAILED
    record_event(kind, request, None, typed=str(typed))


@receiver(auth_signals.user_logged_out, dispatch_uid="audit.signed_out")
def signed_out(request: HttpRequest, user: User | None, **kwargs: Any) -> None:
    if user is not None:
        record_event(Kind.SIGNED_OUT, request, user)


@receiver([account_signals.password_changed, account_signals.password_set], dispatch_uid="audit.password_changed")
def password_changed(request: HttpRequest, user: User, **kwargs: Any) -> None:
    record_event(Kind.PASSWORD_CHANGED, request, user)


@receiver(account_signals.password_reset, dispatch_uid="audit.password_reset")
def password_reset(request: HttpRequest, user: User, **kwargs: Any) -> None:
    from federation.accounts.adapter import AccountAdapter

    AccountAdapter(request).forget_failed_attempts(request, user)
    record_event(Kind.PASSWORD_RESET, request, user)


@receiver(mfa_signals.authenticator_added, dispatch_uid="audit.factor_added")
def factor_added(request: HttpRequest, user: User, authenticator: Any, **kwargs: Any) -> None:
    record_event(Kind.FACTOR_ADDED, request, user, detail=str(authenticator.type))


@receiver(mfa_signals.authenticator_removed, dispatch_uid="audit.factor_removed")
def factor_removed(request: HttpRequest, user: User, authenticator: Any, **kwargs: Any) -> None:
    record_event(Kind.FACTOR_REMOVED, request, user, detail=str(authenticator.type))
