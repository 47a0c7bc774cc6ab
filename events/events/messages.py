"""Who is told what when an event moves. One message for each step, in the reader's language."""

from collections.abc import Callable, Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from chambers.bodies.models import Officer
from events.events.access import APPROVE, has_planned
from events.events.models import Event, EventStep
from events.events.statuses import Status
from events.signups.people import accounts_of
from events.signups.statuses import STANDING
from federation.accounts.models import User
from federation.accounts.rights import staff_with
from federation.inbox.languages import tell
from federation.portal.formats import cn_datetime

Words = Callable[[], tuple[str, str]]


def admin_page(event: Event) -> str:
    return reverse("admin:events_event_change", args=[event.pk])


def desk_page(event: Event) -> str:
    """Where whoever runs it deals with it: the chamber's desk, or the admin."""
    return reverse("chamber_events:event", args=[event.pk]) if event.chamber_id else admin_page(event)


def secretaries(event: Event) -> list[User]:
    offices = Officer.objects.on().filter(chamber=event.chamber_id, office=Officer.Office.SECRETARY)
    return list(User.objects.filter(pk__in=offices.values("user"), is_active=True)) if event.chamber_id else []


def planners(event: Event) -> list[User]:
    """Who planned it, and for a chamber's event its secretaries today."""
    return [*([event.planned_by] if event.planned_by else []), *secretaries(event)]


def approvers(event: Event) -> list[User]:
    running = {person.pk for person in secretaries(event)}
    return [one for one in staff_with(APPROVE) if one.pk not in running and not has_planned(one, event)]


def _tell(event: Event, step: EventStep, people: Iterable[User], words: Words, url: str) -> None:
    others = [person for person in people if person.pk != step.actor_id]
    tell(rule=f"event-{step.to_status}", about=step, recipients=others, words=words, url=url)


def tell_approvers(event: Event, step: EventStep) -> None:
    def words() -> tuple[str, str]:
        whose = {"event": event.title, "by": str(step.actor or "")}
        return _("“%(event)s” waits for approval") % whose, _("Planned by %(by)s. Please approve or return it.") % whose

    _tell(event, step, approvers(event), words, admin_page(event))


def tell_planner(event: Event, step: EventStep) -> None:
    def words() -> tuple[str, str]:
        name = {"event": event.title}
        if step.to_status == Status.PUBLISHED:
            return _("“%(event)s” was approved and announced") % name, step.reason
        reason = _("Reason: %(reason)s") % {"reason": step.reason}
        if step.to_status == Status.PLANNED:
            return _("The plan of “%(event)s” was returned") % name, reason
        return _("“%(event)s” was called off") % name, reason

    _tell(event, step, planners(event), words, desk_page(event))


def tell_signed_up(event: Event, step: EventStep) -> None:
    """Whoever has a place or waits for one, when it is postponed, called off or given a new date."""

    def words() -> tuple[str, str]:
        name = {"event": event.title}
        reason = _("Reason: %(reason)s") % {"reason": step.reason}
        if step.to_status == Status.POSTPONED:
            kept = _("Your place is kept; you will be told the new date.")
            return _("“%(event)s” is postponed") % name, f"{reason}\n{kept}"
        if step.to_status == Status.CANCELLED:
            return _("“%(event)s” was called off") % name, reason
        when = _("%(when)s · %(place)s") % {"when": cn_datetime(event.starts_at), "place": event.place}
        cancel = _("Your place is kept. If you can't come on that day, please cancel.")
        return _("“%(event)s” has a new date") % name, f"{when}\n{cancel}"

    people = [*accounts_of(event, STANDING), *planners(event)]
    _tell(event, step, people, words, event.get_absolute_url())
