"""Visits on an enterprise's desk, on its timeline, and in what it and a leader take along."""

from collections.abc import Iterable

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.visits.models import Visit, VisitDemand, VisitLeader, VisitPerson, VisitStep
from events.visits.statuses import VisitStatus
from federation.accounts.models import User
from federation.cases.pages import entry_of
from federation.portal.bounded import first_of
from federation.portal.contributions import TimelineEntry, timeline_of
from federation.portal.formats import cn_date
from members.desk.exports import Sheet, enterprise_export, person_export, sheet_of
from members.desk.panels import Panel, PanelRow, desk_panel
from members.enterprises.models import Enterprise

SHOWN = 5


@desk_panel
def visits(user: User, enterprise: Enterprise) -> Iterable[Panel]:
    found = Visit.objects.announced().filter(enterprise=enterprise)
    rows, total = first_of(found.prefetch_related("visit_leaders").order_by("-starts_at", "-pk"), SHOWN)
    yield Panel(
        "visits",
        _("Visits of the federation"),
        [
            PanelRow(
                title=cn_date(row.starts_at),
                url=reverse("visits:ours", args=[row.pk]),
                detail=_(", ").join(str(one) for one in row.visit_leaders.all()),
                status=row.get_status_display(),
                tone=row.status_tone,
            )
            for row in rows
        ],
        total,
        url=reverse("visits:ours_list"),
        empty=_("No visit yet."),
    )


@timeline_of("members.Enterprise")
def visits_of_enterprise(enterprise: Enterprise, limit: int) -> Iterable[TimelineEntry]:
    steps = VisitStep.objects.filter(visit__enterprise=enterprise)
    for step in steps.select_related("actor").order_by("-at", "-pk")[:limit]:
        yield entry_of(step, prefix=_("Visit: "), url=reverse("visits:visit", args=[step.visit_id]))


@timeline_of("events.Visit")
def steps_of_visit(visit: Visit, limit: int) -> Iterable[TimelineEntry]:
    for step in visit.steps.select_related("actor").order_by("-at", "-pk")[:limit]:
        yield entry_of(step)


@timeline_of("events.VisitDay")
def steps_of_day(day: Visit, limit: int) -> Iterable[TimelineEntry]:
    for step in day.steps.select_related("actor").order_by("-at", "-pk")[:limit]:
        yield entry_of(step)


@enterprise_export
def its_visits(enterprise: Enterprise) -> Iterable[Sheet]:
    """Without the note: it says what others think."""
    announced = Visit.objects.announced().filter(enterprise=enterprise)
    yield sheet_of(
        "visits",
        gettext_lazy("visits to enterprises"),
        announced,
        ("enterprise_name", "starts_at", "place", "status", "held_on", "wish"),
    )
    yield sheet_of(
        "visit_people",
        gettext_lazy("people present at visits"),
        VisitPerson.objects.filter(visit__in=announced),
        ("visit", "side", "name", "position"),
    )
    yield sheet_of(
        "visit_demands",
        gettext_lazy("demands raised on visits"),
        VisitDemand.objects.filter(visit__in=announced),
        ("visit", "demand", "raised_at"),
    )


@person_export
def visits_led(user: User) -> Iterable[Sheet]:
    led = VisitLeader.objects.filter(leader__user=user).exclude(
        Q(visit__status=VisitStatus.CANCELLED) | Q(visit__status=VisitStatus.NOT_MET)
    )
    yield sheet_of("visits_led", gettext_lazy("visits led"), led, ("visit", "name", "office"))
