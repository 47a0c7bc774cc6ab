"""What waits for whom because of an application: with the chamber, with the federation, back with the enterprise."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from chambers.applications.access import DECIDE
from chambers.applications.models import MembershipApplication
from chambers.applications.statuses import Status
from chambers.bodies.models import Officer
from chambers.hats import SECRETARY
from federation.accounts.hats import STAFF, Hat
from federation.accounts.models import User
from federation.portal.contributions import Text, Waiting, WaitingGroup, waiting_for, waiting_group
from members.hats import ENTERPRISE


def _group(
    name: str, title: Text, found: QuerySet[MembershipApplication], action: Text, page: str, url: str
) -> Iterable[WaitingGroup]:
    def item(row: MembershipApplication) -> Waiting:
        return Waiting(
            title=row.enterprise_name or row.uscc,
            detail=" · ".join(filter(None, [row.get_kind_display(), str(row.chamber or "")])),
            since=row.status_since,
            url=reverse(page, args=[row.pk]),
            action=action,
        )

    yield from waiting_group(name, title, found.select_related("chamber").order_by("status_since", "pk"), item, url)


@waiting_for(STAFF)
def recommended_applications(user: User, hat: Hat) -> Iterable[WaitingGroup]:
    if not user.has_perm(DECIDE):
        return
    page = "admin:chambers_membershipapplication_change"
    listed = reverse("admin:chambers_membershipapplication_changelist")
    own = MembershipApplication.objects.filter(applicant=user).values("pk")
    applications = MembershipApplication.objects.exclude(pk__in=own)
    yield from _group(
        "applications",
        _("Recommended by their chambers"),
        applications.filter(status=Status.RECOMMENDED),
        _("Decide"),
        page,
        f"{listed}?status__exact={Status.RECOMMENDED}",
    )
    secretaries = Officer.objects.on().filter(
        chamber=OuterRef("chamber"), office=Officer.Office.SECRETARY, user__is_active=True
    )
    yield from _group(
        "applications-without-secretary",
        _("Sent to a chamber without a secretary"),
        applications.filter(~Exists(secretaries), status=Status.SUBMITTED),
        _("Look at it"),
        page,
        f"{listed}?status__exact={Status.SUBMITTED}",
    )


@waiting_for(SECRETARY)
def submitted_applications(user: User, hat: Hat) -> Iterable[WaitingGroup]:
    yield from _group(
        "applications",
        _("Applications for membership"),
        MembershipApplication.objects.filter(chamber=hat.object_id, status=Status.SUBMITTED),
        _("Look at it"),
        "chamber_desk:application",
        f"{reverse('chamber_desk:applications')}?status={Status.SUBMITTED}",
    )


@waiting_for(ENTERPRISE)
def returned_applications(user: User, hat: Hat) -> Iterable[WaitingGroup]:
    yield from _group(
        "applications",
        _("Applications to be mended"),
        MembershipApplication.objects.filter(enterprise=hat.object_id, status=Status.RETURNED),
        _("Mend it"),
        "apply:status",
        reverse("apply:start"),
    )
