"""Camps on an enterprise's desk, on timelines, and in what an enterprise and a person take along."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.camps.models import Attendance, CampApplication, CampApplicationStep, Certificate, Cohort
from federation.accounts.models import User
from federation.cases.pages import entry_of
from federation.portal.bounded import first_of
from federation.portal.contributions import TimelineEntry, timeline_of
from members.desk.exports import Sheet, enterprise_export, person_export, sheet_of
from members.desk.panels import Panel, PanelRow, desk_panel
from members.enterprises.models import Enterprise

SHOWN = 5
APPLICATION = (
    "cohort",
    "name",
    "phone",
    "enterprise_name",
    "chamber_name",
    "position",
    "sex",
    "room",
    "wishes",
    "reason",
    "status",
    "status_since",
    "created_at",
)
STEP = ("application", "from_status", "to_status", "at", "reason")
ATTENDANCE = ("application", "session", "marked_at")
CERTIFICATE = ("serial", "version", "code", "name", "camp_name", "cohort_number", "issued_on", "state", "state_reason")


@desk_panel
def camps(user: User, enterprise: Enterprise) -> Iterable[Panel]:
    found = CampApplication.objects.filter(enterprise=enterprise)
    rows, total = first_of(found.select_related("cohort__camp").order_by("-status_since", "-pk"), SHOWN)
    yield Panel(
        "camps",
        _("Training camps"),
        [
            PanelRow(
                title=row.name,
                url=row.get_absolute_url(),
                detail=str(row.cohort),
                status=row.get_status_display(),
                tone=row.status_tone,
                at=row.status_since,
            )
            for row in rows
        ],
        total,
        url=reverse("camps:mine"),
        empty=_("Nobody has been put forward for a camp yet."),
        action=(_("See the camps"), reverse("camps:list")),
    )


@timeline_of("members.Enterprise")
def camps_of_enterprise(enterprise: Enterprise, limit: int) -> Iterable[TimelineEntry]:
    steps = CampApplicationStep.objects.filter(application__enterprise=enterprise)
    for step in steps.select_related("actor").order_by("-at", "-pk")[:limit]:
        url = reverse("admin:events_campapplication_change", args=[step.application_id])
        yield entry_of(step, prefix=_("Training camp: "), url=url)


@timeline_of("events.CampApplication")
def steps_of_application(application: CampApplication, limit: int) -> Iterable[TimelineEntry]:
    for step in application.steps.select_related("actor").order_by("-at", "-pk")[:limit]:
        yield entry_of(step)


@timeline_of("events.Cohort")
def steps_of_cohort(cohort: Cohort, limit: int) -> Iterable[TimelineEntry]:
    for step in cohort.steps.select_related("actor").order_by("-at", "-pk")[:limit]:
        yield entry_of(step)


@enterprise_export
def its_places_at_camps(enterprise: Enterprise) -> Iterable[Sheet]:
    ours = CampApplication.objects.filter(enterprise=enterprise)
    yield sheet_of("camp_applications", gettext_lazy("applications for camps"), ours, APPLICATION)
    yield sheet_of(
        "camp_steps",
        gettext_lazy("steps of applications for camps"),
        CampApplicationStep.objects.filter(application__in=ours),
        STEP,
    )
    yield sheet_of(
        "camp_certificates",
        gettext_lazy("certificates of completion"),
        Certificate.objects.filter(application__in=ours),
        CERTIFICATE,
    )


@person_export
def own_camps(user: User) -> Iterable[Sheet]:
    mine = CampApplication.objects.of_person(user)
    yield sheet_of("own_camp_applications", gettext_lazy("own applications for camps"), mine, APPLICATION)
    own = CampApplication.objects.filter(participant__user=user)
    yield sheet_of(
        "own_camp_attendance",
        gettext_lazy("own attendance at camps"),
        Attendance.objects.filter(application__in=own),
        ATTENDANCE,
    )
    yield sheet_of(
        "own_camp_certificates",
        gettext_lazy("own certificates"),
        Certificate.objects.filter(application__in=own),
        CERTIFICATE,
    )
