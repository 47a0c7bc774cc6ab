"""Figures of events: 场 held, 人次 and 人 who came, 家次 and 户 of enterprises. A year counts by the actual day."""

from collections.abc import Collection, Mapping

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from chambers.bodies.models import Chamber
from events.events.access import SEE_PEOPLE
from events.events.models import Event, Kind, Series
from events.events.statuses import HELD
from events.signups.models import EventAttendance
from events.signups.statuses import How
from federation.accounts.models import User
from federation.indicators.registry import Dimension, Indicator, Scope, Text, register
from members.indicators import choice_label, enterprise_dimensions

EVENTS = _("Events")
VIEW = "events.view_event"


def _named(model: type) -> object:
    def names(keys: Collection[int]) -> Mapping[int, Text]:
        return {one.pk: str(one) for one in model._default_manager.filter(pk__in=keys)}

    return names


def runs_a_chamber(user: User) -> bool:
    return Chamber.objects.run_by(user).exists()


def _sees_all(user: User | None, permission: str) -> bool:
    return user is None or (user.is_staff and user.has_perm(permission))


def held(scope: Scope) -> QuerySet[Event]:
    """Those that took place, whatever day they were planned for; for a secretary those of its chambers."""
    found = Event.objects.held()
    return found if _sees_all(scope.user, VIEW) else found.run_by(scope.user)


def came(scope: Scope) -> QuerySet[EventAttendance]:
    found = EventAttendance.objects.filter(event__status__in=HELD, event__held_on__isnull=False)
    if _sees_all(scope.user, SEE_PEOPLE):
        return found
    return found.filter(event__in=Event.objects.run_by(scope.user))


def of_enterprises(scope: Scope) -> QuerySet[EventAttendance]:
    return came(scope).filter(enterprise__isnull=False)


def enterprise_times(scope: Scope) -> QuerySet[EventAttendance]:
    """One row for each enterprise at each event: that of whoever of it was written down first."""
    earlier = EventAttendance.objects.filter(
        event=OuterRef("event"), enterprise=OuterRef("enterprise"), pk__lt=OuterRef("pk")
    )
    return of_enterprises(scope).filter(~Exists(earlier))


def event_dimensions(prefix: str = "") -> tuple[Dimension, ...]:
    """Ways to break down anything that leads to an event; `prefix` is the ORM path to it ("event__")."""
    return (
        Dimension("year", _("year"), f"{prefix}held_on__year", parse=int, order="key", over_time=True),
        Dimension("kind", _("kind"), f"{prefix}kind", choice_label(Kind)),
        Dimension("series", _("series"), f"{prefix}series", names=_named(Series), parse=int),
        Dimension("chamber", _("chamber"), f"{prefix}chamber", names=_named(Chamber), parse=int),
        Dimension("host", _("host"), f"{prefix}hosts__name", multiple=True),
    )


FIRMS = tuple(one for one in enterprise_dimensions("enterprise__") if one.name in ("town", "section", "size"))
PEOPLE_COLUMNS = ("event__held_on", "event__title", "event__kind", "name", "enterprise_name", "how")
FIRM_COLUMNS = ("event__held_on", "event__title", "event__kind", "enterprise__name", "enterprise__uscc")

register(
    Indicator(
        "events-held",
        _("Events held"),
        _("sittings"),
        held,
        dimensions=event_dimensions(),
        columns=("held_on", "title", "kind", "series__name", "chamber__name", "place", "status"),
        permission=VIEW,
        open_to=runs_a_chamber,
        public=True,
        public_url="/events/?when=past",
        period="held_on",
        group=EVENTS,
        explanation=_("Each event once, on the day on which it took place; what was called off isn't counted."),
        position=300,
        on_desk=("year", "kind"),
        on_chamber_desk=("year",),
    )
)
register(
    Indicator(
        "event-attendances",
        _("Attendances at events"),
        _("person-times"),
        came,
        dimensions=(*event_dimensions("event__"), Dimension("how", _("how"), "how", choice_label(How))),
        columns=PEOPLE_COLUMNS,
        permission=SEE_PEOPLE,
        open_to=runs_a_chamber,
        period="event__held_on",
        group=EVENTS,
        explanation=_("Each person at each event; who comes to three events counts three times."),
        position=310,
    )
)
register(
    Indicator(
        "event-participants",
        _("People who came to events"),
        _("people"),
        came,
        measure=Count("participant", distinct=True),
        dimensions=event_dimensions("event__"),
        columns=PEOPLE_COLUMNS,
        permission=SEE_PEOPLE,
        open_to=runs_a_chamber,
        period="event__held_on",
        group=EVENTS,
        explanation=_("Each person once, whatever number of events they came to; the parts may add up to more."),
        position=320,
    )
)
register(
    Indicator(
        "event-enterprise-times",
        _("Enterprises at events"),
        _("firm-times"),
        enterprise_times,
        dimensions=(*event_dimensions("event__"), *FIRMS),
        columns=FIRM_COLUMNS,
        permission=SEE_PEOPLE,
        open_to=runs_a_chamber,
        period="event__held_on",
        group=EVENTS,
        explanation=_("Each enterprise once at each event, however many of its people came."),
        position=330,
    )
)
register(
    Indicator(
        "event-enterprises",
        _("Enterprises that came to events"),
        _("firms"),
        of_enterprises,
        measure=Count("enterprise", distinct=True),
        dimensions=(*event_dimensions("event__"), *FIRMS),
        columns=(*FIRM_COLUMNS, "name"),
        permission=SEE_PEOPLE,
        open_to=runs_a_chamber,
        period="event__held_on",
        group=EVENTS,
        explanation=_("Each enterprise once, whatever number of events its people came to."),
        position=340,
    )
)
