"""Figures of demands: how many, about what, and the three rates that the desk is measured by.

交办率: of the demands raised, those that were given to somebody. 按时答复率: of the turns whose answer came or was due,
those answered by their deadline. 满意率: of the call backs, those that found the enterprise satisfied or mostly so.
"""

import datetime
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from django.db.models import (
    Case,
    Count,
    DecimalField,
    DurationField,
    ExpressionWrapper,
    F,
    IntegerField,
    Q,
    QuerySet,
    When,
)
from django.db.models.functions import Cast, Coalesce, Extract, ExtractQuarter, ExtractYear, Least
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from chambers.bodies.models import Chamber
from federation.accounts.models import User
from federation.indicators.registry import Dimension, Indicator, Scope, Text, mean_of, register
from members.enterprises.models import Town
from members.indicators import choice_label
from members.partners.models import PartnerOrganisation
from services.demands.choices import Ended, Priority, Satisfaction, Source
from services.demands.models import Demand, DemandCategory, DemandHandling
from services.demands.querysets import VIEW
from services.demands.statuses import Status

GROUP = _("Demands")
# Turns that were over before an answer was owed say nothing of whoever had them.
CUT_SHORT = (Ended.TRANSFERRED, Ended.HANDED_BACK, Ended.WITHDRAWN, Ended.DUPLICATE)


def runs_a_chamber(user: User) -> bool:
    return Chamber.objects.run_by(user).exists()


def _quarter(path: str) -> Any:
    """As a number that an address can hold: 20223 for the third quarter of 2022."""
    return ExtractYear(path) * 10 + ExtractQuarter(path)


def quarter_label(value: int) -> Text:
    return _("Q%(quarter)s %(year)s") % {"quarter": value % 10, "year": value // 10}


def _names(model: Any) -> Any:
    def names(keys: Collection[int]) -> Mapping[int, Text]:
        return {row.pk: str(row) for row in model.objects.filter(pk__in=keys)}

    return names


# --- Rows -----------------------------------------------------------------------------------------


def demands(scope: Scope) -> QuerySet[Demand]:
    """Every demand once: one joined to another is the other."""
    found = Demand.objects.exclude(status=Status.DUPLICATE)
    user = scope.user
    if user is not None and not (user.is_staff and user.has_perm(VIEW)):
        found = found.of_chambers_of(user)
    return found.annotate(quarter=_quarter("raised_at"))


def to_be_assigned(scope: Scope) -> QuerySet[Demand]:
    """Without those that the enterprise took back before anybody had them. What nobody has yet is expected of the usual
    department of its category, or each department would have been given all that it was given."""
    expected = Case(When(owner=None, then=Coalesce("department", "category__department")), output_field=IntegerField())
    return demands(scope).exclude(status=Status.WITHDRAWN, assigned_at=None).annotate(expected_of=expected)


def open_demands(scope: Scope) -> QuerySet[Demand]:
    return demands(scope).open()


def _turns(scope: Scope) -> QuerySet[DemandHandling]:
    found = DemandHandling.objects.all()
    user = scope.user
    if user is not None and not (user.is_staff and user.has_perm(VIEW)):
        found = found.filter(demand__chamber__in=Chamber.objects.run_by(user), demand__shown_to_chamber=True)
    return found


def answers_owed(scope: Scope) -> QuerySet[DemandHandling]:
    """Turns that were answered, or whose deadline is past; each counts in the quarter of whichever came first."""
    day = scope.on or timezone.localdate()
    midnight = timezone.make_aware(datetime.datetime.combine(day, datetime.time()))
    owed = (
        _turns(scope).exclude(ended__in=CUT_SHORT).filter(Q(answered_at__isnull=False) | Q(close_due_at__lt=midnight))
    )
    return owed.annotate(counted_at=Least("answered_at", "close_due_at")).annotate(quarter=_quarter("counted_at"))


def answers(scope: Scope) -> QuerySet[DemandHandling]:
    """With how many days the enterprise waited, from the assignment to the answer."""
    taken = ExpressionWrapper(F("answered_at") - F("assigned_at"), output_field=DurationField())
    found = _turns(scope).filter(answered_at__isnull=False).annotate(quarter=_quarter("answered_at"))
    days = Cast(Extract(taken, "epoch"), DecimalField(max_digits=20, decimal_places=4)) / 86400
    return found.annotate(days=days)


def call_backs(scope: Scope) -> QuerySet[DemandHandling]:
    return _turns(scope).filter(called_back_at__isnull=False).annotate(quarter=_quarter("called_back_at"))


# --- Ways to break them down ----------------------------------------------------------------------


def _dimensions(prefix: str = "") -> tuple[Dimension, ...]:
    """`prefix` leads to the demand."""
    return (
        Dimension("quarter", _("quarter"), "quarter", quarter_label, parse=int, order="key", over_time=True),
        Dimension("department", _("department"), "department", names=_names(PartnerOrganisation), parse=int),
        Dimension("category", _("category"), f"{prefix}category", names=_names(DemandCategory), parse=int),
        Dimension("source", _("source"), f"{prefix}source", choice_label(Source)),
        Dimension("town", _("town"), f"{prefix}town", names=_names(Town), parse=int, order="names"),
        Dimension("chamber", _("chamber"), f"{prefix}chamber", names=_names(Chamber), parse=int),
    )


DIMENSIONS = _dimensions()
TURN_DIMENSIONS = _dimensions("demand__")
RAISED_DIMENSIONS = (
    *DIMENSIONS,
    Dimension("year", _("year"), "raised_at__year", parse=int, order="key", over_time=True),
    Dimension("priority", _("priority"), "priority", choice_label(Priority)),
    Dimension("status", _("status"), "status", choice_label(Status)),
)
COLUMNS = (
    "title",
    "enterprise_name",
    "category__name",
    "source",
    "town__name",
    "department__name",
    "status",
    "raised_at",
    "assigned_at",
)
TURN_COLUMNS = (
    "demand__title",
    "demand__enterprise_name",
    "department__name",
    "round",
    "assigned_at",
    "close_due_at",
    "answered_at",
    "satisfaction",
)

register(
    Indicator(
        "demands",
        _("Demands raised"),
        _("demands"),
        demands,
        dimensions=RAISED_DIMENSIONS,
        columns=COLUMNS,
        permission=VIEW,
        open_to=runs_a_chamber,
        period="raised_at__date",
        group=GROUP,
        explanation=_("By the day on which they were raised; those joined to another count once."),
        position=200,
        on_desk=("quarter",),
        on_chamber_desk=("quarter",),
    )
)
register(
    Indicator(
        "demands-enterprises",
        _("Enterprises that raised demands"),
        _("firms"),
        demands,
        measure=Count("enterprise", distinct=True),
        dimensions=RAISED_DIMENSIONS,
        columns=COLUMNS,
        permission=VIEW,
        open_to=runs_a_chamber,
        period="raised_at__date",
        group=GROUP,
        explanation=_("Each enterprise once, however many demands it raised."),
        position=201,
    )
)
register(
    Indicator(
        "demands-open",
        _("Demands that are open"),
        _("demands"),
        open_demands,
        dimensions=RAISED_DIMENSIONS,
        columns=COLUMNS,
        permission=VIEW,
        open_to=runs_a_chamber,
        group=GROUP,
        explanation=_("Not yet closed, withdrawn or joined to another, now."),
        position=202,
    )
)
register(
    Indicator(
        "demands-assigned",
        _("Demands assigned"),
        "%",
        to_be_assigned,
        share=Q(assigned_at__isnull=False),
        dimensions=tuple(
            replace(one, path="expected_of") if one.name == "department" else one for one in RAISED_DIMENSIONS
        ),
        columns=COLUMNS,
        permission=VIEW,
        open_to=runs_a_chamber,
        public=True,
        period="raised_at__date",
        group=GROUP,
        explanation=_(
            "Of the demands raised, those given to somebody; without those taken back before. By department, one that"
            " nobody has yet counts with the usual department of its category."
        ),
        public_url="demands:start",
        position=203,
    )
)
register(
    Indicator(
        "demands-answered-in-time",
        _("Demands answered in time"),
        "%",
        answers_owed,
        share=Q(answered_at__lte=F("close_due_at")),
        dimensions=TURN_DIMENSIONS,
        columns=TURN_COLUMNS,
        permission=VIEW,
        open_to=runs_a_chamber,
        public=True,
        period="counted_at__date",
        as_of=True,
        group=GROUP,
        explanation=_(
            "Of the turns answered or due, those answered by the deadline; by the day of the answer or the deadline,"
            " whichever came first. Passed on, handed back and withdrawn ones don't count."
        ),
        public_url="demands:start",
        position=204,
        on_desk=("department",),
    )
)
register(
    Indicator(
        "demands-satisfied",
        _("Satisfied at the call back"),
        "%",
        call_backs,
        share=Q(satisfaction__in=[Satisfaction.SATISFIED, Satisfaction.MOSTLY]),
        dimensions=(
            *TURN_DIMENSIONS,
            Dimension("answer", _("satisfaction"), "satisfaction", choice_label(Satisfaction)),
        ),
        columns=TURN_COLUMNS,
        permission=VIEW,
        open_to=runs_a_chamber,
        public=True,
        period="called_back_at__date",
        group=GROUP,
        explanation=_("Of the call backs, those that found the enterprise satisfied or mostly satisfied."),
        public_url="demands:start",
        position=205,
        on_desk=("department",),
    )
)
register(
    Indicator(
        "demands-days",
        _("Days until the answer"),
        _("days"),
        answers,
        measure=mean_of("days"),
        dimensions=TURN_DIMENSIONS,
        columns=TURN_COLUMNS,
        permission=VIEW,
        open_to=runs_a_chamber,
        period="answered_at__date",
        group=GROUP,
        explanation=_("From the assignment to the answer, on average, of the turns answered."),
        position=206,
    )
)
