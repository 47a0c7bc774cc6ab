"""What waits because of a camp: a chamber's word and its seats, an enterprise's answer, the staff's next step."""

from collections.abc import Callable, Iterable

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from chambers.hats import SECRETARY
from events.camps.access import runs
from events.camps.models import CampApplication, ChamberQuota, Cohort
from events.camps.statuses import CohortStatus, Status
from federation.accounts.hats import STAFF, Hat
from federation.accounts.models import User
from federation.portal.contributions import Text, Waiting, WaitingGroup, waiting_for, waiting_group
from members.hats import ENTERPRISE

NEXT: dict[str, Text] = {
    CohortStatus.OPEN: _("Close applications"),
    CohortStatus.SELECTION: _("Give the places"),
    CohortStatus.CONFIRMED: _("Begin"),
    CohortStatus.RUNNING: _("Finish"),
    CohortStatus.FINISHED: _("Issue the certificates"),
}


def _applications(
    name: str,
    title: Text,
    found: QuerySet[CampApplication],
    action: Text,
    url: str,
    page: Callable[[CampApplication], str],
) -> Iterable[WaitingGroup]:
    def item(row: CampApplication) -> Waiting:
        who = f"{row.name} · {row.enterprise_name}"
        return Waiting(who, str(row.cohort), row.status_since, page(row), action, row.due_at)

    rows = found.select_related("cohort__camp").order_by("status_since", "pk")
    yield from waiting_group(name, title, rows, item, url)


def due_cohorts() -> QuerySet[Cohort]:
    """Whose next step is the staff's now."""
    today = timezone.localdate()
    return Cohort.objects.filter(
        Q(status=CohortStatus.OPEN, applications_until__lt=timezone.now())
        | Q(status=CohortStatus.SELECTION)
        | Q(status=CohortStatus.CONFIRMED, starts_on__lte=today)
        | Q(status=CohortStatus.RUNNING, ends_on__lt=today)
        | Q(status=CohortStatus.FINISHED)
    )


@waiting_for(STAFF)
def cohorts_of_staff(user: User, hat: Hat) -> Iterable[WaitingGroup]:
    if not runs(user):
        return
    rows = due_cohorts().select_related("camp").order_by("status_since", "pk")
    listed = reverse("admin:events_cohort_changelist")
    yield from waiting_group("camp-cohorts", _("Training camps: the next step"), rows, _next_step, listed)


def _next_step(cohort: Cohort) -> Waiting:
    status = cohort.get_status_display()
    return Waiting(str(cohort), status, cohort.status_since, _page(cohort), NEXT[cohort.status], cohort.due_at)


def _page(cohort: Cohort) -> str:
    names = {CohortStatus.SELECTION: "places", CohortStatus.FINISHED: "certificates"}
    return reverse(f"admin:events_cohort_{names.get(CohortStatus(cohort.status), 'change')}", args=[cohort.pk])


@waiting_for(SECRETARY)
def applications_of_chamber(user: User, hat: Hat) -> Iterable[WaitingGroup]:
    found = CampApplication.objects.filter(
        chamber=hat.object_id,
        status=Status.APPLIED,
        cohort__status__in=[CohortStatus.OPEN, CohortStatus.SELECTION],
    )
    yield from _applications(
        "camps",
        _("Put forward for training camps"),
        found,
        _("Look at it"),
        reverse("camps_chamber:cohorts"),
        lambda row: reverse("camps_chamber:cohort", args=[row.cohort_id]),
    )


@waiting_for(SECRETARY)
def seats_of_chamber(user: User, hat: Hat) -> Iterable[WaitingGroup]:
    """Seats kept for the chamber for which nobody has applied, while people may."""
    through = CampApplication.objects.open().filter(cohort=OuterRef("cohort"), chamber=hat.object_id)
    applied = through.order_by().values("chamber").annotate(number=Count("pk")).values("number")
    kept = ChamberQuota.objects.filter(
        chamber=hat.object_id,
        cohort__camp__is_shown=True,
        cohort__status=CohortStatus.OPEN,
        cohort__applications_until__gte=timezone.now(),
    )
    rows = kept.annotate(left=F("seats") - Coalesce(Subquery(applied), 0)).filter(left__gt=0)
    yield from waiting_group(
        "camp-seats",
        _("Seats at training camps that are kept for your chamber"),
        rows.select_related("cohort__camp").order_by("cohort__applications_until", "pk"),
        _seats,
        reverse("camps_chamber:cohorts"),
    )


def _seats(quota: ChamberQuota) -> Waiting:
    cohort = quota.cohort
    about = gettext("Without an applicant: %(left)d of %(seats)d seats") % {"left": quota.left, "seats": quota.seats}
    url = reverse("camps_chamber:cohort", args=[cohort.pk])
    return Waiting(str(cohort), about, cohort.status_since, url, _("Look at it"), cohort.applications_until)


@waiting_for(ENTERPRISE)
def places_to_confirm(user: User, hat: Hat) -> Iterable[WaitingGroup]:
    found = CampApplication.objects.filter(enterprise=hat.object_id, status=Status.SELECTED)
    yield from _applications(
        "camps",
        _("Places at training camps to confirm"),
        found,
        _("Confirm"),
        reverse("camps:mine"),
        lambda row: row.get_absolute_url(),
    )
