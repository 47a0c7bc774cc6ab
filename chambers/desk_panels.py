"""What chambers put on an enterprise's desk: its applications, its chambers, and the next step to membership."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from chambers.applications.models import MembershipApplication
from chambers.applications.statuses import Status
from chambers.bodies.models import Affiliation
from federation.accounts.models import User
from federation.portal.bounded import first_of
from members.desk.panels import Panel, PanelRow, Step, desk_panel, membership_step
from members.enterprises.models import Enterprise
from members.membership.status import Standing

SHOWN = 5
# Under way: there is nothing to ask for until it is decided.
UNDER_WAY = (Status.SUBMITTED, Status.RECOMMENDED)


@desk_panel
def applications(user: User, enterprise: Enterprise) -> Iterable[Panel]:
    found = MembershipApplication.objects.visible_to(user).filter(enterprise=enterprise)
    rows, total = first_of(found.select_related("chamber").order_by("-status_since", "-pk"), SHOWN)
    yield Panel(
        "applications",
        _("Applications"),
        [
            PanelRow(
                title=row.get_kind_display(),
                url=row.get_absolute_url(),
                detail=str(row.chamber or ""),
                status=row.get_status_display(),
                tone=row.status_tone,
                at=row.status_since,
            )
            for row in rows
        ],
        total,
        url=reverse("apply:start"),
        empty=_("No applications yet."),
    )


@desk_panel
def chambers(user: User, enterprise: Enterprise) -> Iterable[Panel]:
    found = Affiliation.objects.on().filter(enterprise=enterprise).select_related("chamber")
    rows = [
        PanelRow(
            title=row.chamber.name,
            url=row.chamber.get_absolute_url(),
            status=_("primary chamber") if row.is_primary else "",
            tone="done",
            at=row.since,
        )
        for row in found.order_by("-is_primary", "since", "pk")
    ]
    yield Panel(
        "chambers",
        _("Chambers"),
        rows,
        len(rows),
        empty=_("In no chamber yet; an application chooses one."),
        action=None if rows else (_("See the chambers"), reverse("chambers:list")),
    )


@membership_step
def apply_or_renew(user: User, enterprise: Enterprise, standing: Standing) -> Step | None:
    """One step: go on with what was begun, see where it stands, or ask for what fits today."""
    mine = MembershipApplication.objects.visible_to(user).filter(enterprise=enterprise)
    newest = mine.exclude(status__in=[Status.APPROVED, Status.REJECTED, Status.WITHDRAWN]).order_by("-pk").first()
    if newest is not None and newest.status in UNDER_WAY:
        return Step(_("See where it stands"), newest.get_absolute_url(), newest.get_status_display(), asks=False)
    if newest is not None and newest.applicant_id == user.pk:
        return Step(_("Go on with the application"), newest.get_absolute_url(), newest.get_status_display())
    if standing == Standing.MEMBER or not enterprise.uscc:
        return None
    labels = {Standing.NEVER: _("Apply for membership"), Standing.LAPSED: _("Join again")}
    address = f"{reverse('apply:start')}?{urlencode({'uscc': enterprise.uscc})}"
    return Step(labels.get(standing, _("Renew")), address)
