"""Who is told what when a visit moves. One message for each step, in the reader's language; who made it isn't told."""

from collections.abc import Callable, Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from events.visits.access import leaders_with_account, managers_of, planners
from events.visits.models import DayStep, Visit, VisitDay, VisitStep
from events.visits.statuses import DayStatus, VisitStatus
from federation.accounts.models import User
from federation.inbox.languages import tell
from federation.portal.formats import cn_date, cn_datetime

Words = Callable[[Visit, VisitStep], tuple[str, str]]


def tell_step(visit: Visit, step: VisitStep) -> None:
    theirs, page = managers_of(visit.enterprise_id), reverse("visits:ours", args=[visit.pk])
    staff_page = reverse("visits:visit", args=[visit.pk])
    to = VisitStatus(step.to_status)
    if to == VisitStatus.PLANNED:
        again = bool(step.from_status)
        _say(step, visit, theirs, page, _another_time if again else _announced)
        if again:
            _say(step, visit, leaders_with_account(visit), staff_page, _leader_moved)
    elif to == VisitStatus.CONFIRMED:
        _say(step, visit, [*leaders_with_account(visit), *planners()], staff_page, _confirmed)
    elif to == VisitStatus.ASKED:
        _say(step, visit, planners(), staff_page, _asked)
    elif to == VisitStatus.CANCELLED:
        _say(step, visit, theirs, page, _called_off)
        _say(step, visit, leaders_with_account(visit), staff_page, _called_off)


def _say(step: VisitStep, visit: Visit, people: Iterable[User], url: str, words: Words) -> None:
    tell(
        rule=f"visit-{step.to_status}",
        about=step,
        recipients=[person for person in people if person.pk != step.actor_id],
        words=lambda: words(visit, step),
        url=url,
    )


def tell_leaders_of_day(day: VisitDay, step: DayStep) -> None:
    """Each leader their list, once the day stands."""
    if step.to_status != DayStatus.CONFIRMED:
        return
    people: dict[int, User] = {}
    visits = list(day.visits.open().prefetch_related("visit_leaders__leader__user"))
    for visit in visits:
        for leading in visit.visit_leaders.all():
            user = leading.leader.user
            if user is not None and user.is_active and user.is_staff:
                people[user.pk] = user
    tell(
        rule="visit-day-confirmed",
        about=step,
        recipients=[person for person in people.values() if person.pk != step.actor_id],
        words=lambda: (
            _("You visit enterprises on %(day)s") % {"day": cn_date(day.on)},
            "\n".join(filter(None, [_("Your list and a page on each of them are in the portal."), day.note])),
        ),
        url=reverse("visits:day", args=[day.pk]),
    )


# --- Words ----------------------------------------------------------------------------------------


def names(visit: Visit) -> dict[str, str]:
    return {"enterprise": visit.enterprise_name, "time": cn_datetime(visit.starts_at)}


def who_comes(visit: Visit) -> str:
    leading = [str(one) for one in visit.visit_leaders.all()]
    return _("Who comes: %(people)s.") % {"people": _(", ").join(leading)} if leading else ""


def _announced(visit: Visit, step: VisitStep) -> tuple[str, str]:
    title = _("The federation would like to visit %(enterprise)s on %(time)s") % names(visit)
    return title, "\n".join(filter(None, [who_comes(visit), _("Please confirm, or say when it would suit you.")]))


def _another_time(visit: Visit, step: VisitStep) -> tuple[str, str]:
    title = _("The visit to %(enterprise)s is now on %(time)s") % names(visit)
    return title, "\n".join(filter(None, [who_comes(visit), _("Please confirm, or say when it would suit you.")]))


def _leader_moved(visit: Visit, step: VisitStep) -> tuple[str, str]:
    return _("The visit to %(enterprise)s is now on %(time)s") % names(visit), ""


def _confirmed(visit: Visit, step: VisitStep) -> tuple[str, str]:
    return _("%(enterprise)s expects the visit on %(time)s") % names(visit), step.reason


def _asked(visit: Visit, step: VisitStep) -> tuple[str, str]:
    title = _("%(enterprise)s asks for another time") % names(visit)
    return title, _("It would suit: %(wish)s") % {"wish": visit.wish}


def _called_off(visit: Visit, step: VisitStep) -> tuple[str, str]:
    title = _("The visit to %(enterprise)s on %(time)s is called off") % names(visit)
    return title, _("Reason: %(reason)s") % {"reason": step.reason} if step.reason else ""
