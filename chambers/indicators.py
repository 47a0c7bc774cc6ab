"""Figures of the chambers and of membership: who is in, who came, how long it took."""

import datetime
from collections.abc import Collection, Mapping

from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import ExtractMonth, ExtractYear
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from chambers.applications.models import MembershipApplication
from chambers.applications.statuses import Status
from chambers.bodies.models import Affiliation, Chamber
from federation.accounts.models import User
from federation.indicators.registry import Dimension, Indicator, Scope, Text, register
from members.indicators import choice_label, enterprise_dimensions
from members.membership.models import MembershipPeriod
from members.membership.status import horizon

CHAMBERS, MEMBERSHIP = _("Chambers"), _("Membership")


def _chamber_names(keys: Collection[int]) -> Mapping[int, Text]:
    named = Chamber.objects.filter(pk__in=keys).order_by("position", "pk")
    return {chamber.pk: str(chamber) for chamber in named}


def runs_a_chamber(user: User) -> bool:
    return Chamber.objects.run_by(user).exists()


def places(scope: Scope) -> QuerySet[Affiliation]:
    """Places in chambers on the day: an enterprise in two chambers has two."""
    found = Affiliation.objects.on(scope.on).filter(enterprise__merged_into=None)
    user = scope.user
    if user is None or (user.is_staff and user.has_perm("chambers.view_affiliation")):
        return found
    return found.filter(chamber__in=Chamber.objects.run_by(user))


register(
    Indicator(
        "chamber-members",
        _("Members of chambers"),
        _("firms"),
        places,
        measure=Count("enterprise", distinct=True),
        dimensions=(
            Dimension("chamber", _("chamber"), "chamber", names=_chamber_names, parse=int, order="names"),
            *enterprise_dimensions("enterprise__"),
        ),
        columns=(
            "enterprise__name",
            "enterprise__uscc",
            "chamber__name",
            "is_primary",
            "since",
            "enterprise__town__name",
            "enterprise__section",
            "enterprise__size_class",
        ),
        permission="chambers.view_affiliation",
        open_to=runs_a_chamber,
        period="since",
        as_of=True,
        group=CHAMBERS,
        explanation=_("Each enterprise once in the district, and once in each chamber it is in."),
        position=60,
        on_desk=("chamber",),
    )
)


def _of_user(found: QuerySet, scope: Scope, path: str, permission: str) -> QuerySet:
    """All for staff with the right; for a secretary what belongs to enterprises in their chambers."""
    user = scope.user
    if user is None or (user.is_staff and user.has_perm(permission)):
        return found
    theirs = Affiliation.objects.on().filter(enterprise=OuterRef(path), chamber__in=Chamber.objects.run_by(user))
    return found.filter(Exists(theirs))


def members(scope: Scope) -> QuerySet[MembershipPeriod]:
    """The period that holds on the day, one of each member, with its primary chamber of that day."""
    enterprise = "membership__enterprise"
    found = MembershipPeriod.objects.holding(scope.on).filter(membership__enterprise__merged_into=None)
    primary = Affiliation.objects.on(scope.on).filter(enterprise=OuterRef(enterprise), is_primary=True)
    return _of_user(found, scope, enterprise, "members.view_membershipperiod").annotate(
        primary_chamber=Subquery(primary.order_by("since").values("chamber")[:1], output_field=IntegerField())
    )


def expiring(scope: Scope) -> QuerySet[MembershipPeriod]:
    later = MembershipPeriod.objects.holding(horizon(scope.on or timezone.localdate()))
    return members(scope).exclude(Exists(later.filter(membership=OuterRef("membership"))))


def periods(scope: Scope) -> QuerySet[MembershipPeriod]:
    found = MembershipPeriod.objects.filter(membership__enterprise__merged_into=None)
    found = _of_user(found, scope, "membership__enterprise", "members.view_membershipperiod")
    # As a number that an address can hold: 202208.
    return found.annotate(month=ExtractYear("starts_on") * 100 + ExtractMonth("starts_on"))


def new_members(scope: Scope) -> QuerySet[MembershipPeriod]:
    return periods(scope).filter(kind=MembershipPeriod.Kind.NEW)


def applications(scope: Scope) -> QuerySet[MembershipApplication]:
    """Everything ever sent to a chamber; drafts are their writers' own."""
    sent = MembershipApplication.objects.exclude(submitted_at=None)
    return sent if scope.user is None else sent.visible_to(scope.user)


# Whole days from the first sending to the decision, up to which number.
DAYS_TAKEN = (3, 7, 14, 30)
LONGER = 9999


def decided(scope: Scope) -> QuerySet[MembershipApplication]:
    """Approved and rejected ones, with how long they took."""
    found = applications(scope).filter(status__in=[Status.APPROVED, Status.REJECTED])
    spans = [
        When(status_since__lt=F("submitted_at") + datetime.timedelta(days=days + 1), then=Value(days))
        for days in DAYS_TAKEN
    ]
    return found.annotate(taken=Case(*spans, default=Value(LONGER), output_field=IntegerField()))


def _taken(days: int) -> str:
    if days == LONGER:
        return _("more than %(days)d days") % {"days": DAYS_TAKEN[-1]}
    return _("within %(days)d days") % {"days": days}


def _month(value: int) -> str:
    return date_format(datetime.date(value // 100, value % 100, 1), "YEAR_MONTH_FORMAT")


STANDING_DIMENSIONS = (
    *enterprise_dimensions("membership__enterprise__"),
    Dimension("chamber", _("primary chamber"), "primary_chamber", names=_chamber_names, parse=int, order="names"),
)
MEMBER_COLUMNS = (
    "membership__enterprise__name",
    "membership__enterprise__uscc",
    "membership__number",
    "membership__enterprise__town__name",
    "membership__enterprise__section",
    "membership__enterprise__size_class",
    "starts_on",
    "ends_on",
)
START_DIMENSIONS = (
    Dimension("year", _("year"), "starts_on__year", parse=int, order="key", over_time=True),
    Dimension("month", _("month"), "month", _month, parse=int, order="key", over_time=True),
    Dimension("kind", _("kind"), "kind", choice_label(MembershipPeriod.Kind)),
    *(
        one
        for one in enterprise_dimensions("membership__enterprise__")
        if one.name in ("town", "section", "size", "type")
    ),
)
PERIOD_COLUMNS = ("membership__number", "membership__enterprise__name", "kind", "starts_on", "ends_on")
APPLICATION_DIMENSIONS = (
    Dimension("status", _("status"), "status", choice_label(Status)),
    Dimension("kind", _("kind"), "kind", choice_label(MembershipPeriod.Kind)),
    Dimension("chamber", _("chamber"), "chamber", names=_chamber_names, parse=int, order="names"),
    Dimension("year", _("year"), "submitted_at__year", parse=int, order="key", over_time=True),
)
APPLICATION_COLUMNS = ("enterprise_name", "uscc", "kind", "chamber__name", "status", "submitted_at", "status_since")

register(
    Indicator(
        "members",
        _("Members of the federation"),
        _("firms"),
        members,
        dimensions=STANDING_DIMENSIONS,
        columns=MEMBER_COLUMNS,
        permission="members.view_membershipperiod",
        open_to=runs_a_chamber,
        public=True,
        as_of=True,
        group=MEMBERSHIP,
        explanation=_("Each enterprise once, whose membership holds on the day; by chamber, each in its primary one."),
        position=5,
        on_desk=("chamber",),
    )
)
register(
    Indicator(
        "members-expiring",
        _("Memberships that end soon"),
        _("firms"),
        expiring,
        dimensions=STANDING_DIMENSIONS,
        columns=MEMBER_COLUMNS,
        permission="members.view_membershipperiod",
        open_to=runs_a_chamber,
        as_of=True,
        group=MEMBERSHIP,
        explanation=_("Members today who are none in 61 days, with no renewal granted yet."),
        position=6,
    )
)
register(
    Indicator(
        "new-members",
        _("New members"),
        _("firms"),
        new_members,
        dimensions=tuple(one for one in START_DIMENSIONS if one.name != "kind"),
        columns=PERIOD_COLUMNS,
        permission="members.view_membershipperiod",
        open_to=runs_a_chamber,
        period="starts_on",
        group=MEMBERSHIP,
        explanation=_("By the first day of the first period; who came back isn't new."),
        position=7,
        on_desk=("year",),
    )
)
register(
    Indicator(
        "memberships-granted",
        _("Membership periods granted"),
        _("periods"),
        periods,
        dimensions=START_DIMENSIONS,
        columns=PERIOD_COLUMNS,
        permission="members.view_membershipperiod",
        open_to=runs_a_chamber,
        period="starts_on",
        group=MEMBERSHIP,
        explanation=_("New, renewal and rejoin, by the first day of the period."),
        position=8,
    )
)
register(
    Indicator(
        "applications",
        _("Applications for membership"),
        _("applications"),
        applications,
        dimensions=APPLICATION_DIMENSIONS,
        columns=APPLICATION_COLUMNS,
        permission="chambers.view_membershipapplication",
        open_to=runs_a_chamber,
        period="submitted_at__date",
        group=MEMBERSHIP,
        explanation=_("Everything sent to a chamber, by where it stands now."),
        position=20,
    )
)
register(
    Indicator(
        "applications-decided",
        _("Applications decided"),
        _("applications"),
        decided,
        dimensions=(
            Dimension("taken", _("time taken"), "taken", _taken, parse=int, order="key"),
            *(one for one in APPLICATION_DIMENSIONS if one.name != "year"),
            Dimension("year", _("year decided"), "status_since__year", parse=int, order="key", over_time=True),
        ),
        columns=APPLICATION_COLUMNS,
        permission="chambers.view_membershipapplication",
        open_to=runs_a_chamber,
        period="status_since__date",
        group=MEMBERSHIP,
        explanation=_("Approved or rejected; the time runs from the first sending, mending included."),
        position=21,
    )
)
