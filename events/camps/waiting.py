"""What waits because of a camp: a chamber's word, an enterprise's answer, the staff's next step."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chambers.hats import SECRETARY
from events.camps.access import runs
from events.camps.models import CampApplication, Cohort
from events.camps.statuses import CohortStatus, Status
from federation.accounts.hats import STAFF, Hat
from federation.accounts.models import User
from federation.portal.contributions import Waiting, WaitingGroup, waiting_for
from members.hats import ENTERPRISE

SHOWN = 10
MOST_COUNTED = 1000
NEXT: dict[str, str | Promise] = {
    CohortStatus.OPEN: _("Close applications"),
    CohortStatus.SELECTION: _("Give the places"),
    CohortStatus.CONFIRMED: _("Begin"),
    CohortStatus.RUNNING: _("Finish"),
    CohortStatus.FINISHED: _("Issue the certificates"),
}


def _applications(
    name: str, title: str | Promise, found: QuerySet[CampApplication], action: str | Promise, url: str, page: Any
) -> Iterable[WaitingGroup]:
    rows = list(found.select_related("cohort__camp").order_by("status_since", "pk")[: SHOWN + 1])
    if not rows:
        return
    total = found.order_by()[: MOST_COUNTED + 1].count() if len(rows) > SHOWN else len(rows)
    items = [
        Waiting(f"{row.name} · {row.enterprise_name}", str(row.cohort), row.status_since, page(row), action, row.due_at)
        for row in rows[:SHOWN]
    ]
    yield WaitingGroup(name, title, items, total, url)


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
    rows = list(due_cohorts().select_related("camp").order_by("status_since", "pk")[: SHOWN + 1])
    if not rows:
        return
    total = due_cohorts()[: MOST_COUNTED + 1].count() if len(rows) > SHOWN else len(rows)
    items = [
        Waiting(str(row), row.get_status_display(), row.status_since, _page(row), NEXT[row.status], row.due_at)
        for row in rows[:SHOWN]
    ]
    listed = reverse("admin:events_cohort_changelist")
    yield WaitingGroup("camp-cohorts", _("Training camps: the next step"), items, total, listed)


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
