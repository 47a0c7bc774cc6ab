"""Figures of training camps: cohorts (期), trained people (人) and times (人次), attendance, certificates."""

from collections.abc import Collection, Mapping

from django.db.models import (
    Case,
    Count,
    DecimalField,
    Exists,
    F,
    IntegerField,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce
from django.utils.translation import gettext_lazy as _

from chambers.bodies.models import Chamber
from events.camps.models import Attendance, Camp, CampApplication, CampSession, Certificate, Cohort
from events.camps.statuses import HELD, OVER, CertificateState, Status
from federation.accounts.models import User
from federation.indicators.registry import Dimension, Indicator, Scope, Text, mean_of, register
from members.indicators import enterprise_dimensions

CAMPS = _("Training camps")


def runs_a_chamber(user: User) -> bool:
    return Chamber.objects.run_by(user).exists()


def cohorts(scope: Scope) -> QuerySet[Cohort]:
    """Begun, over or archived; one called off was none."""
    return Cohort.objects.filter(status__in=HELD)


def _bounded(found: QuerySet, scope: Scope, path: str, permission: str) -> QuerySet:
    """All for staff with the right; for a secretary what went through their chambers."""
    user = scope.user
    if user is None or (user.is_staff and user.has_perm(permission)):
        return found
    return found.filter(**{f"{path}__in": Chamber.objects.run_by(user)})


def on_roll(scope: Scope) -> QuerySet[CampApplication]:
    """Confirmed places of cohorts that are over, each with how much of the sessions that count the person attended."""
    found = CampApplication.objects.filter(status=Status.CONFIRMED, cohort__status__in=OVER)
    counted = CampSession.objects.filter(cohort=OuterRef("cohort"), counts=True).order_by().values("cohort")
    was_at = Attendance.objects.filter(application=OuterRef("pk"), session__counts=True).order_by()
    held = Coalesce(Subquery(counted.annotate(n=Count("pk")).values("n"), output_field=IntegerField()), Value(0))
    attended = Coalesce(
        Subquery(was_at.values("application").annotate(n=Count("pk")).values("n"), output_field=IntegerField()),
        Value(0),
    )
    number = DecimalField(max_digits=7, decimal_places=2)
    rate = Case(
        When(held=0, then=Value(None, output_field=number)),
        default=Cast(F("attended") * Value(100.0), number) / Cast(F("held"), number),
        output_field=number,
    )
    return (
        _bounded(found, scope, "chamber", "events.view_campapplication")
        .annotate(held=held, attended=attended)
        .annotate(attended_percent=rate)
    )


def trained(scope: Scope) -> QuerySet[CampApplication]:
    """Who was ticked at one session at least: a name on a list was not trained."""
    there = Attendance.objects.filter(application=OuterRef("pk"))
    found = CampApplication.objects.filter(Exists(there), cohort__status__in=HELD)
    return _bounded(found, scope, "chamber", "events.view_campapplication")


def certificates(scope: Scope) -> QuerySet[Certificate]:
    """Those that hold; a version that was replaced is none of its own."""
    found = Certificate.objects.filter(state=CertificateState.VALID)
    return _bounded(found, scope, "application__chamber", "events.view_certificate")


def _camps(keys: Collection[str]) -> Mapping[str, Text]:
    return {one.slug: one.name for one in Camp.objects.filter(slug__in=keys).order_by("position", "pk")}


def _cohorts(keys: Collection[int]) -> Mapping[int, Text]:
    found = Cohort.objects.filter(pk__in=keys).select_related("camp").order_by("starts_on", "pk")
    return {one.pk: str(one) for one in found}


def _chambers(keys: Collection[int]) -> Mapping[int, Text]:
    return {one.pk: str(one) for one in Chamber.objects.filter(pk__in=keys).order_by("position", "pk")}


PEOPLE_DIMENSIONS = (
    Dimension("camp", _("training camp"), "cohort__camp__slug", names=_camps, order="names"),
    Dimension("cohort", _("cohort"), "cohort", names=_cohorts, parse=int, order="names"),
    Dimension("year", _("year"), "cohort__starts_on__year", parse=int, order="key", over_time=True),
    Dimension("chamber", _("chamber"), "chamber", names=_chambers, parse=int, order="names"),
    *(one for one in enterprise_dimensions("enterprise__") if one.name in ("town", "section", "size")),
)
PEOPLE_COLUMNS = (
    "name",
    "enterprise_name",
    "chamber_name",
    "cohort__camp__name",
    "cohort__number",
    "cohort__starts_on",
)

register(
    Indicator(
        "camp-cohorts",
        _("Cohorts of training camps"),
        _("cohorts"),
        cohorts,
        dimensions=(
            Dimension("camp", _("training camp"), "camp__slug", names=_camps, order="names"),
            Dimension("year", _("year"), "starts_on__year", parse=int, order="key", over_time=True),
        ),
        columns=("camp__name", "number", "theme", "starts_on", "ends_on", "place"),
        permission="events.view_cohort",
        open_to=runs_a_chamber,
        public=True,
        public_url="camps:list",
        period="starts_on",
        group=CAMPS,
        explanation=_("Begun or over, by the first day; what was called off isn't counted."),
        position=320,
    )
)
register(
    Indicator(
        "camp-people",
        _("People trained at camps"),
        _("people"),
        trained,
        measure=Count("participant", distinct=True),
        dimensions=PEOPLE_DIMENSIONS,
        columns=PEOPLE_COLUMNS,
        permission="events.view_campapplication",
        open_to=runs_a_chamber,
        public=True,
        public_url="camps:list",
        period="cohort__starts_on",
        group=CAMPS,
        explanation=_("Each person once who attended a session at least; the parts may add up to more."),
        position=321,
        on_desk=("year",),
        on_chamber_desk=("year",),
    )
)
register(
    Indicator(
        "camp-person-times",
        _("Times that people were trained at camps"),
        _("person-times"),
        trained,
        dimensions=PEOPLE_DIMENSIONS,
        columns=PEOPLE_COLUMNS,
        permission="events.view_campapplication",
        open_to=runs_a_chamber,
        period="cohort__starts_on",
        group=CAMPS,
        explanation=_("Somebody who came to two cohorts is counted twice."),
        position=322,
    )
)
register(
    Indicator(
        "camp-attendance",
        _("Attendance at camps"),
        "%",
        on_roll,
        measure=mean_of("attended_percent"),
        dimensions=PEOPLE_DIMENSIONS,
        columns=PEOPLE_COLUMNS,
        permission="events.view_campapplication",
        open_to=runs_a_chamber,
        period="cohort__starts_on",
        group=CAMPS,
        explanation=_("The mean share of sessions, over all who had a confirmed place at cohorts that are over."),
        position=323,
    )
)
register(
    Indicator(
        "camp-certificates",
        _("Certificates of training camps"),
        _("certificates"),
        certificates,
        dimensions=(
            Dimension("camp", _("training camp"), "application__cohort__camp__slug", names=_camps, order="names"),
            Dimension("cohort", _("cohort"), "application__cohort", names=_cohorts, parse=int, order="names"),
            Dimension("year", _("year issued"), "issued_on__year", parse=int, order="key", over_time=True),
            Dimension("chamber", _("chamber"), "application__chamber", names=_chambers, parse=int, order="names"),
        ),
        columns=("serial", "version", "name", "enterprise_name", "camp_name", "cohort_number", "issued_on", "state"),
        permission="events.view_certificate",
        open_to=runs_a_chamber,
        period="issued_on",
        group=CAMPS,
        explanation=_("Those that hold today, by the day of issue; a corrected one counts once."),
        position=324,
    )
)
