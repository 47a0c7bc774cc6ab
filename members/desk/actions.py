"""Changes of registered facts: proposed by the enterprise, confirmed or refused by staff."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from federation.accounts.models import User
from federation.inbox.actions import notify
from members.desk.access import is_own, may_withdraw_change
from members.desk.facts import CONFIRMED_FIELDS, read_values, values_of, version_of
from members.desk.models import ProfileChange
from members.enterprises.actions import edit_enterprise
from members.enterprises.models import Enterprise
from members.enterprises.words import as_json

CONFIRMED, REFUSED = "members.profile_change_confirmed", "members.profile_change_refused"
Status = ProfileChange.Status


class ChangeError(Exception):
    """A proposed change can't go this way; the message is for people."""


class NothingChanged(ChangeError):
    pass


class ChangeWaits(ChangeError):
    pass


class AlreadyDecided(ChangeError):
    pass


class RegisterChanged(ChangeError):
    pass


class OwnChange(ChangeError):
    pass


@transaction.atomic
def propose_change(enterprise: Enterprise, values: Mapping[str, Any], by: User) -> ProfileChange:
    """Put the values that differ from the register before the staff.

    Raises NothingChanged, ChangeWaits, and ValidationError by field.
    """
    held = Enterprise.objects.select_for_update(of=("self",)).get(pk=enterprise.pk)
    now = values_of(held, CONFIRMED_FIELDS)
    proposed = {name: _plain(value) for name, value in values.items() if name in CONFIRMED_FIELDS}
    differing = {name: value for name, value in proposed.items() if value != now[name]}
    if not differing:
        raise NothingChanged(_("Nothing differs from what is registered."))
    for name, value in read_values(differing).items():
        setattr(held, name, value)
    held.clean_fields(exclude=[f.name for f in Enterprise._meta.concrete_fields if f.name not in differing])
    change = ProfileChange(
        enterprise=enterprise,
        values=differing,
        before={name: now[name] for name in {*differing, "capital_currency"}},
        proposed_by=by,
    )
    try:
        with transaction.atomic():
            change.save()
    except IntegrityError as error:
        raise ChangeWaits(_("A change already waits for the staff; withdraw it or wait.")) from error
    return change


def _plain(value: Any) -> Any:
    return as_json(getattr(value, "pk", value))


def _lock(change: ProfileChange) -> ProfileChange:
    """The row as it stands, held until the transaction ends. Raises AlreadyDecided."""
    held = ProfileChange.objects.select_for_update(of=("self",)).select_related("decided_by").get(pk=change.pk)
    if held.status != Status.WAITING:
        who = f"{held.decided_by}: " if held.decided_by else ""
        raise AlreadyDecided(
            _("This change doesn't wait any more (%(who)s%(status)s).")
            % {"who": who, "status": held.get_status_display()}
        )
    return held


def _must_be_anothers(held: ProfileChange, by: User) -> None:
    """Raises OwnChange: nobody does both hands' work."""
    if is_own(by, held):
        raise OwnChange(_("You act for this enterprise yourself: somebody else has to decide about it."))


def _decide(held: ProfileChange, status: str, by: User, reason: str = "") -> None:
    held.status, held.decided_by, held.decided_at, held.reason = status, by, timezone.now(), reason
    held.save(update_fields=["status", "decided_by", "decided_at", "reason"])


@transaction.atomic
def withdraw_change(change: ProfileChange, by: User) -> ProfileChange:
    """Raises AlreadyDecided, PermissionDenied."""
    held = _lock(change)
    if not may_withdraw_change(by, held):
        raise PermissionDenied
    _decide(held, Status.WITHDRAWN, by)
    return held


@transaction.atomic
def confirm_change(change: ProfileChange, by: User, seen: str) -> ProfileChange:
    """Write the proposal into the register; a new name leaves the old one on record. The proposer is told.

    `seen` is the `facts.version_of` the page that the clerk decided on. Raises AlreadyDecided, RegisterChanged when
    the register says something else since, OwnChange, and ValidationError for a value that can't stand.
    """
    held = _lock(change)
    _must_be_anothers(held, by)
    enterprise = Enterprise.objects.select_for_update(of=("self",)).get(pk=held.enterprise_id)
    if version_of(held, enterprise) != seen:
        raise RegisterChanged(_("The register changed while you were looking; compare once more."))
    edit_enterprise(enterprise, _still_there(held), source=_("confirmed change"))
    _decide(held, Status.CONFIRMED, by)
    _tell(held, CONFIRMED)
    return held


def _still_there(held: ProfileChange) -> dict[str, Any]:
    values = read_values(held.values)
    for name, value in values.items():
        if value is None and held.values[name] is not None:
            label = Enterprise._meta.get_field(name).verbose_name
            raise ValidationError(_("“%(field)s” names something that no longer exists.") % {"field": label})
    return values


@transaction.atomic
def refuse_change(change: ProfileChange, by: User, reason: str) -> ProfileChange:
    """The proposer is told why. Raises AlreadyDecided, OwnChange, and ValidationError without a reason."""
    reason = reason.strip()
    if not reason:
        raise ValidationError(_("Say why, so that the enterprise knows what to do."))
    held = _lock(change)
    _must_be_anothers(held, by)
    _decide(held, Status.REFUSED, by, reason[:300])
    _tell(held, REFUSED)
    return held


def _tell(held: ProfileChange, rule: str) -> None:
    if held.proposed_by:
        notify(
            rule=rule,
            about=held,
            recipients=[held.proposed_by],
            title=lambda: _("Your change was confirmed") if rule == CONFIRMED else _("Your change was not confirmed"),
            body=lambda: _outcome(held, rule),
            url=reverse("me:profile"),
        )


def _outcome(held: ProfileChange, rule: str) -> str:
    fields = [Enterprise._meta.get_field(name) for name in CONFIRMED_FIELDS if name in held.values]
    about = {
        "fields": _(", ").join(str(field.verbose_name) for field in fields),
        "enterprise": held.enterprise.name,
        "reason": held.reason,
    }
    if rule == CONFIRMED:
        return _("The register now has what you proposed for %(enterprise)s: %(fields)s.") % about
    return _("%(enterprise)s, %(fields)s: %(reason)s You may propose it again.") % about
