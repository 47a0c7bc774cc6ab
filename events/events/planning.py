"""Planning an event: what it is, who hosts it, whom it is for. It moves by actions.py."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from chambers.bodies.models import Chamber
from events.events import access
from events.events.errors import EventError, WrongTimes
from events.events.flow import FLOW, hold
from events.events.models import Audience, Event, EventHost, InvitedChamber, Places
from events.events.statuses import Status
from federation.accounts.models import User
from members.partners.models import PartnerOrganisation

FACTS = (
    "title",
    "kind",
    "series",
    "starts_at",
    "ends_at",
    "place",
    "address",
    "introduction",
    "contact_name",
    "contact_phone",
    "audience",
    "is_public",
    "takes_signups",
    "opens_at",
    "deadline",
    "code_rotates",
)
# What may still be put right once it is announced: not when it is, not whom it is for.
ADJUSTABLE = ("title", "place", "address", "introduction", "contact_name", "contact_phone", "deadline", "code_rotates")


@dataclass(frozen=True)
class Host:
    """With neither chamber nor partner: the federation, or somebody who is in no register."""

    name: str
    part: str = EventHost.Part.ORGANISER
    chamber: Chamber | None = None
    partner: PartnerOrganisation | None = None


def host_named(name: str, part: str = EventHost.Part.ORGANISER) -> Host:
    """The chamber or partner of this name, by its full or short one; else the bare name."""
    name = name.strip()[:120]
    chamber = Chamber.objects.filter(name=name).first() or Chamber.objects.filter(short_name=name).first()
    if chamber is not None:
        return Host(chamber.name, part, chamber=chamber)
    known = PartnerOrganisation.objects
    partner = known.filter(name=name).first() or known.filter(short_name=name).first()
    return Host(partner.name, part, partner=partner) if partner is not None else Host(name, part)


def usual_host(chamber: Chamber | None) -> Host:
    return Host(chamber.name, chamber=chamber) if chamber else Host(settings.FEDERATION_NAME)


@transaction.atomic
def plan_event(
    *,
    by: User,
    hat: str = "",
    chamber: Chamber | None = None,
    hosts: Iterable[Host] = (),
    invited: Iterable[Chamber] = (),
    quota: int | None = None,
    per_enterprise: int | None = None,
    **facts: Any,
) -> Event:
    """A new event in its first status, with its gate shut. `facts` are those of FACTS.

    Raises PermissionDenied, WrongTimes and EventError in words.
    """
    if not access.may_plan(by, chamber):
        raise PermissionDenied
    event, chambers = Event(chamber=chamber, planned_by=by, **facts), list(invited)
    _check(event, chambers)
    event.save()
    places = Places(event=event, quota=quota, per_enterprise=per_enterprise)
    _cleaned(places, exclude=["event"])
    places.save(force_insert=True)
    event.places = places
    name_hosts(event, list(hosts) or [usual_host(chamber)])
    invite(event, chambers)
    FLOW.begin(event, by=by, hat=hat)
    return event


@transaction.atomic
def change_plan(
    event: Event,
    *,
    by: User,
    hat: str = "",
    hosts: Iterable[Host] | None = None,
    invited: Iterable[Chamber] | None = None,
    quota: int | None = None,
    per_enterprise: int | None = None,
    **facts: Any,
) -> Event:
    """Put the plan right before it is sent. Who changes it has planned it: they can't approve it any more."""
    held, places = hold(event)
    if held.status != Status.PLANNED:
        raise FLOW.already_moved(held)
    if not access.may_change(by, held):
        raise PermissionDenied
    for name, value in facts.items():
        setattr(held, name, value)
    chambers = list(invited) if invited is not None else [one.chamber for one in held.invitations.all()]
    _check(held, chambers)
    held.save(update_fields=list(facts))
    places.quota, places.per_enterprise = quota, per_enterprise
    _cleaned(places, exclude=["event"])
    places.save(update_fields=["quota", "per_enterprise"])
    if hosts is not None:
        name_hosts(held, hosts)
    invite(held, chambers)
    FLOW.move(held, Status.PLANNED, by=by, hat=hat, reason=_("The plan was changed."))
    return held


@transaction.atomic
def adjust_event(event: Event, *, by: User, **facts: Any) -> Event:
    """Put right what is announced: those of ADJUSTABLE."""
    held, _places = hold(event)
    if held.status == Status.CANCELLED or not access.can_move(held, Status.CANCELLED):
        raise FLOW.already_moved(held)
    if not access.may_adjust(by, held) or set(facts) - set(ADJUSTABLE):
        raise PermissionDenied
    for name, value in facts.items():
        setattr(held, name, value)
    _check(held, None)
    held.save(update_fields=list(facts))
    return held


def name_hosts(event: Event, hosts: Iterable[Host]) -> None:
    named = list({host.name: host for host in hosts if host.name}.values())
    if [(one.name, one.part) for one in event.hosts.all()] == [(host.name, host.part) for host in named]:
        return
    event.hosts.all().delete()
    EventHost.objects.bulk_create(
        EventHost(
            event=event, part=host.part, chamber=host.chamber, partner=host.partner, name=host.name, position=position
        )
        for position, host in enumerate(named)
    )


def invite(event: Event, chambers: Iterable[Chamber]) -> None:
    wanted = {chamber.pk for chamber in chambers}
    event.invitations.exclude(chamber__in=wanted).delete()
    known = set(event.invitations.values_list("chamber_id", flat=True))
    InvitedChamber.objects.bulk_create(InvitedChamber(event=event, chamber_id=pk) for pk in sorted(wanted - known))


def check_times(event: Event) -> None:
    """Raises WrongTimes in words, before the database would refuse."""
    if event.ends_at <= event.starts_at:
        raise WrongTimes(_("The event has to end after it begins."))
    if event.deadline and event.deadline > event.starts_at:
        raise WrongTimes(_("The sign-up deadline is after the event begins: choose an earlier one."))
    if event.opens_at and event.opens_at >= event.closes_at:
        raise WrongTimes(_("Sign-up has to open before its deadline."))


def _check(event: Event, invited: list[Chamber] | None) -> None:
    check_times(event)
    if invited is not None and event.audience == Audience.INVITED and not invited:
        raise EventError(_("Name at least one chamber that is invited, or open the event to others."))
    if event.series_id and event.series.chamber_id not in (None, event.chamber_id):
        raise EventError(_("This series belongs to another chamber."))
    _cleaned(event, exclude=["planned_by"])


def _cleaned(record: Event | Places, exclude: list[str]) -> None:
    try:
        record.full_clean(exclude=exclude, validate_unique=False)
    except ValidationError as error:
        raise EventError(" ".join(error.messages)) from error
