"""Moving a case: the row lock, the legal move, the right on the row as it stands, the step that tells it."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _

from federation.accounts.models import User
from federation.cases.errors import AlreadyMoved, ReasonNeeded
from federation.cases.models import HAT_LENGTH, REASON_LENGTH, Case, CaseStep
from federation.portal.formats import cn_datetime

CaseT = TypeVar("CaseT", bound=Case)
NO_MORE: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True)
class Flow(Generic[CaseT]):
    """The way of one kind of case.

    `moves` maps a status to the legal next ones. `case_field` is the step's foreign key to the case, and `related` what
    is fetched along with the locked row. `days` gives the clock of a status in calendar days; a status without one
    waits for nobody.
    """

    model: type[CaseT]
    step_model: type[CaseStep]
    case_field: str
    moves: Mapping[Any, frozenset[Any]]
    related: tuple[str, ...] = ()
    days: Mapping[Any, int] = field(default_factory=dict)

    def can_move(self, case: CaseT, to: str) -> bool:
        return to in self.moves.get(case.status, frozenset())

    def hold(self, case: CaseT) -> CaseT:
        """The row as it stands now, held until the transaction ends."""
        held = self.model._base_manager.select_for_update(of=("self",)).select_related(*self.related)
        return held.get(pk=case.pk)

    def locked(self, case: CaseT, to: str, by: User, may: Callable[[User, CaseT], bool]) -> CaseT:
        """`hold`, once the move is known to be legal and this person's to make.

        Raises AlreadyMoved if the move is no longer legal, PermissionDenied if it is but not for this person.
        """
        held = self.hold(case)
        if not self.can_move(held, to):
            raise self.already_moved(held)
        if not may(by, held):
            raise PermissionDenied
        return held

    def steps_of(self, case: CaseT) -> Any:
        return self.step_model._base_manager.filter(**{self.case_field: case.pk})

    def already_moved(self, case: CaseT) -> AlreadyMoved:
        return AlreadyMoved(self.where_it_stands(case))

    def where_it_stands(self, case: CaseT) -> str:
        last = self.steps_of(case).select_related("actor").order_by("-at", "-pk").first()
        status = case.get_status_display()
        if last is None:
            return _("It is now “%(status)s”.") % {"status": status}
        return _("%(actor)s dealt with this on %(when)s: it is now “%(status)s”.") % {
            "actor": last.actor or _("Somebody"),
            "when": cn_datetime(last.at),
            "status": status,
        }

    def begin(
        self,
        case: CaseT,
        *,
        by: User | None,
        hat: str = "",
        reason: str = "",
        on_step: Mapping[str, Any] = NO_MORE,
    ) -> CaseStep:
        """The first step of a case that has just been created in its first status; starts its clock."""
        case.due_at = self.due_after(case.status, case.status_since)
        case.save(update_fields=["due_at"])
        return self._step(case, "", case.status, by, hat, reason, timezone.now(), on_step)

    def move(
        self,
        held: CaseT,
        to: str,
        *,
        by: User | None,
        hat: str = "",
        reason: str = "",
        on_step: Mapping[str, Any] = NO_MORE,
        **values: Any,
    ) -> CaseStep:
        """Write the new status on the locked row, with `values` of other columns; start its clock; leave the step, with
        `on_step` in the columns that its own table adds."""
        before, now = held.status, timezone.now()
        held.status, held.status_since = to, now
        # An application for membership goes the same way, but nobody's clock runs on it.
        if isinstance(held, Case):
            values.setdefault("due_at", self.due_after(to, now))
        for name, value in values.items():
            setattr(held, name, value)
        held.save(update_fields=["status", "status_since", *values])
        return self._step(held, before, to, by, hat, reason, now, on_step)

    def due_after(self, status: str, since: datetime.datetime | None) -> datetime.datetime | None:
        days = self.days.get(status)
        if days is None:
            return None
        start = since if isinstance(since, datetime.datetime) else timezone.now()
        return start + datetime.timedelta(days=days)

    def _step(
        self,
        case: CaseT,
        before: str,
        to: str,
        by: User | None,
        hat: str,
        reason: str,
        at: datetime.datetime,
        on_step: Mapping[str, Any],
    ) -> CaseStep:
        step = self.step_model(
            from_status=before, to_status=to, actor=by, hat=hat[:HAT_LENGTH], reason=cut(reason), at=at, **on_step
        )
        setattr(step, self.case_field, case)
        step.save()
        return step


def cut(reason: str) -> str:
    return reason.strip()[:REASON_LENGTH]


def needed(reason: str, otherwise: str) -> str:
    """The reason, trimmed. Raises ReasonNeeded with the words `otherwise` if none was given."""
    text = cut(reason)
    if not text:
        raise ReasonNeeded(otherwise)
    return text
