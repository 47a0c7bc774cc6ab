"""What waits for whom: intents and disputes with the staff, deliveries and acceptance with the village, promises with
those who gave them; and with the staff what a village or giver has to do for whom nobody logs in."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from chambers.hats import SECRETARY
from federation.accounts.hats import STAFF, Hat
from federation.accounts.models import User
from federation.cases.models import Case
from federation.portal.contributions import Text, Waiting, WaitingGroup, waiting_for, waiting_group
from members.hats import ENTERPRISE, PARTNER
from poverty_aid.contributions import access as gift_access
from poverty_aid.contributions.models import Contribution, Share
from poverty_aid.contributions.statuses import Status as Gift
from poverty_aid.pairings import access as pairing_access
from poverty_aid.pairings.models import Pairing
from poverty_aid.pairings.statuses import Status
from poverty_aid.vacancies import gifts_of_absent, pairings_of_absent, vacant_villages


def _group(
    name: str, title: Text, found: QuerySet, action: Text, page: str, url: str, *, by: str = "status_since"
) -> Iterable[WaitingGroup]:
    yield from waiting_group(name, title, found.order_by(by, "pk"), lambda row: _item(row, action, page), url)


def _item(row: Case, action: Text, page: str) -> Waiting:
    if isinstance(row, Contribution):
        title, detail = row.title, f"{row.giver_name} · {row.village_name}"
    else:
        title, detail = row.giver_name, f"{row.village_name} · {row.programme}"
    return Waiting(title, detail, row.status_since, reverse(page, args=[row.pk]), action, row.due_at)


# --- Staff ----------------------------------------------------------------------------------------


@waiting_for(STAFF)
def with_staff(user: User, hat: Hat) -> Iterable[WaitingGroup]:
    if user.has_perm(pairing_access.KEEP):
        page, listed = "admin:poverty_aid_pairing_change", reverse("admin:poverty_aid_pairing_changelist")
        pairings = Pairing.objects.select_related("programme")
        yield from _group(
            "pairings",
            _("Intents to pair with a village"),
            pairings.filter(status=Status.INTENT),
            _("Sign or decline"),
            page,
            f"{listed}?status__exact={Status.INTENT}",
        )
        yield from _group(
            "pairings-to-archive",
            _("Pairings accepted by their villages"),
            pairings.filter(status=Status.ACCEPTED),
            _("Archive"),
            page,
            f"{listed}?status__exact={Status.ACCEPTED}",
        )
        yield from _group(
            "pairings-to-accept",
            _("Reported as done where nobody logs in for the village: accept it in its place"),
            pairings.filter(status=Status.ACCEPTANCE, village__in=vacant_villages()),
            _("Look at it"),
            page,
            f"{listed}?status__exact={Status.ACCEPTANCE}",
        )
        over = Q(status=Status.UNDER_WAY, due_at__lt=timezone.now())
        yield from _group(
            "pairings-of-absent",
            _("Pairings of givers for whom nobody logs in: act in their place"),
            pairings_of_absent(pairings.filter(Q(status=Status.SIGNED) | over)),
            _("Look at it"),
            page,
            f"{listed}?status__exact={Status.SIGNED}",
        )
    if user.has_perm(gift_access.KEEP):
        page, listed = "admin:poverty_aid_contribution_change", reverse("admin:poverty_aid_contribution_changelist")
        yield from _group(
            "disputed-gifts",
            _("Gifts that a village disputes"),
            Contribution.objects.filter(status=Gift.DISPUTED),
            _("Settle"),
            page,
            f"{listed}?status__exact={Gift.DISPUTED}",
        )
        yield from _group(
            "gifts-to-confirm",
            _("Delivered where nobody logs in for the village: confirm it in its place"),
            Contribution.objects.filter(status=Gift.DELIVERED, village__in=vacant_villages()),
            _("Confirm"),
            page,
            f"{listed}?status__exact={Gift.DELIVERED}",
        )
        # One status at a time: their index gives the first of one in order, of two it can't.
        for name, title, status in (
            ("gifts-of-absent", _("Promised by givers for whom nobody logs in: enter what they deliver"), Gift.PLEDGED),
            ("gifts-left-of-absent", _("Confirmed in part, from givers for whom nobody logs in"), Gift.PARTLY),
        ):
            yield from _group(
                name,
                title,
                gifts_of_absent(Contribution.objects.filter(status=status)),
                _("Enter the delivery"),
                "poverty_aid:contribution",
                f"{listed}?status__exact={status}",
            )


# --- Those who give -------------------------------------------------------------------------------


def _with_givers(pairings: QuerySet[Pairing], gifts: QuerySet[Contribution], url: str) -> Iterable[WaitingGroup]:
    page = "poverty_aid:pairing"
    pairings = pairings.select_related("programme")
    yield from _group(
        "signed-pairings",
        _("Agreements signed: begin with what was agreed"),
        pairings.filter(status=Status.SIGNED),
        _("Begin"),
        page,
        url,
    )
    yield from _group(
        "pairings-under-way",
        _("Pairings that end soon or came back"),
        pairings.filter(status=Status.UNDER_WAY, due_at__isnull=False),
        _("Report"),
        page,
        url,
        by="due_at",
    )
    yield from _group(
        "promised-gifts",
        _("Gifts promised to villages"),
        gifts.filter(status__in=[Gift.PLEDGED, Gift.PARTLY]),
        _("Enter the delivery"),
        "poverty_aid:contribution",
        f"{url}?status={Gift.PLEDGED}",
    )


@waiting_for(ENTERPRISE)
def with_enterprise(user: User, hat: Hat) -> Iterable[WaitingGroup]:
    shares = Share.objects.filter(contribution=OuterRef("pk"), enterprise=hat.object_id)
    yield from _with_givers(
        Pairing.objects.filter(enterprise=hat.object_id),
        Contribution.objects.filter(Exists(shares)),
        reverse("poverty_aid:ours"),
    )


@waiting_for(SECRETARY)
def with_chamber(user: User, hat: Hat) -> Iterable[WaitingGroup]:
    """The chamber's own, and what is given through it; an enterprise's own promises are the enterprise's."""
    shares = Share.objects.filter(
        Q(enterprise=None) | Q(through=True), contribution=OuterRef("pk"), chamber=hat.object_id
    )
    yield from _with_givers(
        Pairing.objects.filter(chamber=hat.object_id),
        Contribution.objects.filter(Exists(shares)),
        reverse("chamber_pairings:list"),
    )


# --- The village ----------------------------------------------------------------------------------


@waiting_for(PARTNER)
def with_village(user: User, hat: Hat) -> Iterable[WaitingGroup]:
    here = Q(village__partner=hat.object_id) | Q(village__successor__partner=hat.object_id)
    desk = reverse("poverty_aid:village_desk")
    yield from _group(
        "deliveries",
        _("Delivered to the village: confirm what arrived"),
        Contribution.objects.filter(here, status=Gift.DELIVERED),
        _("Confirm"),
        "poverty_aid:contribution",
        f"{desk}?status={Gift.DELIVERED}",
    )
    pairings = Pairing.objects.filter(here).select_related("programme")
    yield from _group(
        "acceptance",
        _("Pairings reported as done: accept them"),
        pairings.filter(status=Status.ACCEPTANCE),
        _("Look at it"),
        "poverty_aid:pairing",
        desk,
    )
