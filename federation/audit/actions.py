"""Writing what must be remembered."""

import datetime

import pgtrigger
import structlog
from allauth.core.internal.httpkit import get_client_ip
from django.db import models, transaction
from django.http import HttpRequest
from django.utils import timezone

from federation.accounts.models import User
from federation.audit.masking import mask_contact, mask_name
from federation.audit.models import APPEND_ONLY, PersonalDataAccess, SecurityEvent

log = structlog.get_logger(__name__)

SECURITY_EVENTS_KEPT = datetime.timedelta(days=400)


def record_event(
    kind: str, request: HttpRequest | None, user: User | None, *, typed: str = "", detail: str = ""
) -> None:
    """`typed` is what somebody signed in as; it is kept masked, for it may be another's number, or a password."""
    who = str(user) if user else masked_login(typed)
    SecurityEvent.objects.create(
        kind=kind,
        user=user,
        who=who[:200],
        address=get_client_ip(request) if request else None,
        request_id=getattr(request, "id", ""),
        detail=detail[:100],
    )
    log.info("security_event", kind=kind, user=user.pk if user else None, who=who, detail=detail)


def masked_login(typed: str) -> str:
    return mask_contact(typed) if "@" in typed or typed.lstrip("+").isdigit() else mask_name(typed)


@transaction.atomic
def unmask(*, record: models.Model, field: str, reason: str, request: HttpRequest) -> str:
    """The field's value in full, with a row about who asked for it and why, in the same transaction."""
    note_shown(record=record, field=field, reason=reason, request=request)
    return str(getattr(record, field) or "")


def note_shown(*, record: models.Model, field: str, reason: str, request: HttpRequest) -> None:
    """Who was shown what in full, and why: a value, or with a list that left the portal the values of a whole one, then
    `record` is what it is the list of."""
    key = f"{record._meta.label_lower}:{record.pk}"
    PersonalDataAccess.objects.create(
        actor=request.user,
        hat=(request.hat.label if request.hat else "")[:120],
        subject_key=key,
        subject_name=str(record)[:200],
        field=field,
        reason=reason,
        request_id=request.id,
        address=get_client_ip(request),
    )
    log.info("personal_data_shown", record=key, field=field, user=request.user.pk)


def forget_old_events() -> int:
    """Security events are kept longer than the six months asked for, then no longer."""
    with pgtrigger.ignore(f"audit.SecurityEvent:{APPEND_ONLY}"):
        deleted, _by_model = SecurityEvent.objects.filter(at__lt=timezone.now() - SECURITY_EVENTS_KEPT).delete()
    return deleted
