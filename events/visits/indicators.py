"""Figures of visits: how many, to how many enterprises, what was heard on them and what became of it."""

from collections.abc import Collection, Mapping

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import ExtractQuarter, ExtractYear
from django.utils.translation import gettext_lazy as _

from chambers.bodies.models import Chamber
from events.visits.models import Leader, Visit, VisitDemand
from events.visits.statuses import ANNOUNCED, VisitStatus
from federation.accounts.models import User
from federation.indicators.registry import Dimension, Indicator, Scope, Text, register
from members.enterprises.models import Town
from members.indicators import choice_label, enterprise_dimensions
from services.demands.indicators import quarter_label
from services.demands.models import DemandCategory
from services.demands.statuses import Status as DemandStatus

VISITS = _("Visits to enterprises")


def runs_a_chamber(user: User) -> bool:
    return Chamber.objects.run_by(user).exists()


def _seen(found: QuerySet[Visit], scope: Scope) -> QuerySet[Visit]:
    """All for staff with the right; a secretary's by the chamber of the visit's day."""
    user = scope.user
    if user is None or (user.is_staff and user.has_perm("events.view_visit")):
        return found
    return found.filter(chamber__in=Chamber.objects.run_by(user))


def visits(scope: Scope) -> QuerySet[Visit]:
    """Visits that took place, each with the quarter of the day on which it did: 20224 is the last of 2022."""
    done = Visit.objects.filter(status=VisitStatus.DONE)
    return _seen(done, scope).annotate(quarter=ExtractYear("held_on") * 10 + ExtractQuarter("held_on"))


def announced(scope: Scope) -> QuerySet[Visit]:
    """Visits that were to take place and whose outcome is known: called off ones aren't the enterprise's doing."""
    known = Visit.objects.filter(day__status__in=sorted(ANNOUNCED), status__in=[VisitStatus.DONE, VisitStatus.NOT_MET])
    return _seen(known, scope).annotate(quarter=ExtractYear("day__on") * 10 + ExtractQuarter("day__on"))


def demands(scope: Scope) -> QuerySet[VisitDemand]:
    found = VisitDemand.objects.filter(visit__status=VisitStatus.DONE)
    user = scope.user
    if user is not None and not (user.is_staff and user.has_perm("events.view_visit")):
        found = found.filter(visit__chamber__in=Chamber.objects.run_by(user), demand__shown_to_chamber=True)
    return found.annotate(quarter=ExtractYear("visit__held_on") * 10 + ExtractQuarter("visit__held_on"))


def _leaders(keys: Collection[int]) -> Mapping[int, Text]:
    return {leader.pk: str(leader) for leader in Leader.objects.filter(pk__in=keys).order_by("since", "pk")}


def _towns(keys: Collection[int]) -> Mapping[int, Text]:
    return {town.pk: town.name for town in Town.objects.filter(pk__in=keys)}


def _chambers(keys: Collection[int]) -> Mapping[int, Text]:
    return {one.pk: str(one) for one in Chamber.objects.filter(pk__in=keys).order_by("position", "pk")}


def _categories(keys: Collection[int]) -> Mapping[int, Text]:
    return {one.pk: one.name for one in DemandCategory.objects.filter(pk__in=keys).order_by("position", "pk")}


def dimensions(day: str, prefix: str = "") -> tuple[Dimension, ...]:
    """Town and chamber are those of the visit's day; `day` is the path of its date, `prefix` that to the visit."""
    return (
        Dimension("year", _("year"), f"{day}__year", parse=int, order="key", over_time=True),
        Dimension("quarter", _("quarter"), "quarter", quarter_label, parse=int, order="key", over_time=True),
        Dimension("leader", _("leader"), f"{prefix}visit_leaders__leader", names=_leaders, parse=int, multiple=True),
        Dimension("town", _("town"), f"{prefix}town", names=_towns, parse=int, order="names"),
        Dimension("chamber", _("primary chamber"), f"{prefix}chamber", names=_chambers, parse=int, order="names"),
        *(one for one in enterprise_dimensions(f"{prefix}enterprise__") if one.name in ("section", "size")),
    )


VISIT_COLUMNS = ("held_on", "enterprise_name", "enterprise__uscc", "town__name", "chamber__name", "status")
DEMAND_COLUMNS = (
    "visit__held_on",
    "visit__enterprise_name",
    "demand__title",
    "demand__category__name",
    "demand__department__name",
    "demand__status",
    "demand__closed_at",
)
DEMAND_DIMENSIONS = (
    *dimensions("visit__held_on", "visit__"),
    Dimension("category", _("category"), "demand__category", names=_categories, parse=int, order="names"),
    Dimension("status", _("where it stands"), "demand__status", choice_label(DemandStatus)),
)
CLOSED = Q(demand__status=DemandStatus.CLOSED)

register(
    Indicator(
        "visits",
        _("Visits to enterprises"),
        _("firm-times"),
        visits,
        dimensions=dimensions("held_on"),
        columns=VISIT_COLUMNS,
        permission="events.view_visit",
        open_to=runs_a_chamber,
        period="held_on",
        group=VISITS,
        explanation=_("Each visit that took place, by the day on which it did; two leaders make it no second visit."),
        position=300,
        on_desk=("year",),
        on_chamber_desk=("year",),
    )
)
register(
    Indicator(
        "enterprises-visited",
        _("Enterprises visited"),
        _("firms"),
        visits,
        measure=Count("enterprise", distinct=True),
        dimensions=dimensions("held_on"),
        columns=VISIT_COLUMNS,
        permission="events.view_visit",
        open_to=runs_a_chamber,
        period="held_on",
        group=VISITS,
        explanation=_("Each enterprise once, however often it was visited; the parts may add up to more."),
        position=301,
    )
)
register(
    Indicator(
        "visits-met",
        _("Visits on which somebody was met"),
        "%",
        announced,
        share=Q(status=VisitStatus.DONE),
        dimensions=dimensions("day__on"),
        columns=VISIT_COLUMNS,
        permission="events.view_visit",
        open_to=runs_a_chamber,
        period="day__on",
        group=VISITS,
        explanation=_("Of the visits that were gone on, those that took place; called off ones aren't counted."),
        position=302,
    )
)
register(
    Indicator(
        "visit-demands",
        _("Demands raised on visits"),
        _("demands"),
        demands,
        dimensions=DEMAND_DIMENSIONS,
        columns=DEMAND_COLUMNS,
        permission="events.view_visit",
        open_to=runs_a_chamber,
        period="visit__held_on",
        group=VISITS,
        explanation=_("By the day of the visit, with where each of them stands now."),
        position=303,
    )
)
register(
    Indicator(
        "visit-demands-closed",
        _("Demands of visits closed"),
        "%",
        demands,
        share=CLOSED,
        dimensions=tuple(one for one in DEMAND_DIMENSIONS if one.name != "status"),
        columns=DEMAND_COLUMNS,
        permission="events.view_visit",
        open_to=runs_a_chamber,
        period="visit__held_on",
        group=VISITS,
        explanation=_("Of the demands raised on visits, those closed after a call back that found content people."),
        position=304,
    )
)
