"""Moving an application: the row lock, the legal move, the step that tells it."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _

from chambers.applications import access
from chambers.applications.errors import AlreadyMoved
from chambers.applications.models import ApplicationStep, MembershipApplication
from chambers.applications.statuses import Status
from federation.accounts.models import User
from federation.portal.formats import cn_datetime

Predicate = Callable[[User, MembershipApplication], bool]


def locked(application: MembershipApplication, to: Status, by: User, may: Predicate) -> MembershipApplication:
    """The row as it stands now, held until the transaction ends.

    Raises AlreadyMoved if the move is no longer legal, PermissionDenied if it is but not for this person.
    """
    held = (
        MembershipApplication.objects.select_for_update(of=("self",))
        .select_related("chamber", "enterprise", "applicant", "licence")
        .get(pk=application.pk)
    )
    if not access.can_move(held, to):
        raise AlreadyMoved(where_it_stands(held))
    if not may(by, held):
        raise PermissionDenied
    return held


def where_it_stands(application: MembershipApplication) -> str:
    last = application.steps.select_related("actor").order_by("-at", "-pk").first()
    if last is None:
        return _("This application is %(status)s.") % {"status": application.get_status_display()}
    return _("%(actor)s dealt with this application on %(when)s: it is now “%(status)s”.") % {
        "actor": last.actor or _("Somebody"),
        "when": cn_datetime(last.at),
        "status": application.get_status_display(),
    }


def move(
    application: MembershipApplication, to: Status, *, by: User, hat: str, reason: str = "", **values: Any
) -> ApplicationStep:
    """Write the new status on the locked row, with `values` of other columns, and leave the step."""
    step = ApplicationStep(
        application=application, from_status=application.status, to_status=to, actor=by, hat=hat[:120], reason=reason
    )
    step.at = timezone.now()
    application.status, application.status_since = to, step.at
    for name, value in values.items():
        setattr(application, name, value)
    application.save(update_fields=["status", "status_since", *values])
    step.save()
    return step
