"""The way of a pairing: proposed, signed, begun, reported, accepted, archived; or declined, or withdrawn.

The only writers of its status. Each verb is one transaction that holds the row, checks the right on the row as it
stands, leaves a step and tells whom it concerns. `hat` is the label of the hat under which the person acts.
"""

import datetime
from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from chambers.bodies.models import Affiliation, Chamber
from federation.accounts.models import User
from federation.cases.flow import needed
from federation.files.actions import store_upload
from members.enterprises.choices import State
from members.enterprises.models import Enterprise
from poverty_aid.hands import Hand, acts_for_enterprises, runs_chambers
from poverty_aid.pairings import access
from poverty_aid.pairings.errors import CannotPair, OpenGifts
from poverty_aid.pairings.messages import tell_step
from poverty_aid.pairings.models import Pairing, PairingMember, PairingStep
from poverty_aid.pairings.statuses import OPEN, Status
from poverty_aid.pairings.transitions import FLOW
from poverty_aid.programmes.models import Programme
from poverty_aid.uploads import AGREEMENT
from poverty_aid.villages.models import Village

MOST_MEMBERS = 200


def primary_chambers(enterprises: Iterable[int], day: datetime.date) -> dict[int, int]:
    """Enterprise → the chamber that is its first one on the day."""
    found = Affiliation.objects.on(day).filter(enterprise__in=list(enterprises), is_primary=True)
    return dict(found.order_by("-since").values_list("enterprise", "chamber"))


@transaction.atomic
def propose_pairing(
    *,
    by: User,
    village: Village,
    programme: Programme,
    mode: str,
    enterprise: Enterprise | None = None,
    chamber: Chamber | None = None,
    members: Iterable[Enterprise] = (),
    plan: str = "",
    ends_on: datetime.date | None = None,
    hat: str = "",
) -> Pairing:
    """An enterprise, or a chamber with those of its members that take part, wants to pair with a village.

    Raises CannotPair in words, PermissionDenied for who speaks for neither.
    """
    if not _speaks_for(by, enterprise, chamber):
        raise PermissionDenied
    today = timezone.localdate()
    # Two who propose the same at once: the second waits here, and finds the first one's.
    village = Village.objects.select_for_update(of=("self",)).select_related("county", "successor").get(pk=village.pk)
    taking_part = [enterprise] if enterprise else list(members)
    _refuse_if_impossible(village, programme, enterprise, chamber, taking_part, today)
    pairing = Pairing.objects.create(
        programme=programme,
        enterprise=enterprise,
        chamber=chamber,
        giver_name=enterprise.name if enterprise else str(chamber.name) if chamber else "",
        village=village,
        county=village.county,
        village_name=village.name,
        village_code=village.code,
        mode=mode,
        plan=plan.strip(),
        ends_on=ends_on,
        status_since=timezone.now(),
    )
    own = primary_chambers([one.pk for one in taking_part], today)
    PairingMember.objects.bulk_create(
        PairingMember(
            pairing=pairing,
            enterprise=one,
            enterprise_name=one.name,
            chamber_id=chamber.pk if chamber else own.get(one.pk),
        )
        for one in taking_part
    )
    step = FLOW.begin(pairing, by=by, hat=hat, on_step={"hand": Hand.GIVER})
    tell_step(pairing, step)
    return pairing


def _speaks_for(by: User, enterprise: Enterprise | None, chamber: Chamber | None) -> bool:
    if (enterprise is None) == (chamber is None):
        raise ValueError("a pairing binds either an enterprise or a chamber")
    if enterprise is not None:
        return acts_for_enterprises(by, [enterprise.pk], manager=True)
    return runs_chambers(by, [chamber.pk])


def _refuse_if_impossible(
    village: Village,
    programme: Programme,
    enterprise: Enterprise | None,
    chamber: Chamber | None,
    taking_part: list[Enterprise],
    today: datetime.date,
) -> None:
    if village.successor:
        raise CannotPair(
            _("%(village)s was merged into %(other)s: choose that village.")
            % {"village": village, "other": village.stands_for}
        )
    if not programme.is_open or (programme.ends_on and programme.ends_on < today):
        raise CannotPair(_("%(programme)s takes no new pairings.") % {"programme": programme})
    if chamber is not None and chamber.state != Chamber.State.ACTIVE:
        raise CannotPair(_("%(chamber)s isn't active.") % {"chamber": chamber})
    gone = next((one for one in taking_part if one.state != State.ACTIVE or one.merged_into_id), None)
    if gone:
        raise CannotPair(_("According to the register %(enterprise)s is no longer in business.") % {"enterprise": gone})
    if len(taking_part) > MOST_MEMBERS:
        raise CannotPair(_("At most %(number)s enterprises can take part.") % {"number": MOST_MEMBERS})
    if chamber is not None:
        theirs = set(
            Affiliation.objects.on(today)
            .filter(chamber=chamber, enterprise__in=[one.pk for one in taking_part])
            .values_list("enterprise", flat=True)
        )
        stranger = next((one for one in taking_part if one.pk not in theirs), None)
        if stranger:
            raise CannotPair(
                _("%(enterprise)s isn't a member of %(chamber)s.") % {"enterprise": stranger, "chamber": chamber}
            )
    same = Pairing.objects.filter(
        village=village, programme=programme, enterprise=enterprise, chamber=chamber, status__in=OPEN
    ).first()
    if same:
        raise CannotPair(
            _("You and %(village)s are already paired under %(programme)s: it is “%(status)s”.")
            % {"village": village, "programme": programme, "status": same.get_status_display()}
        )


@transaction.atomic
def sign_pairing(
    pairing: Pairing,
    *,
    by: User,
    signed_on: datetime.date,
    agreement: UploadedFile,
    ends_on: datetime.date | None = None,
    hat: str = "",
) -> Pairing:
    """The agreement is signed: the staff file the paper. Village, code and name stand from now on as on that day.

    Raises CannotPair for impossible days, UploadRefused for a bad file.
    """
    held = FLOW.locked(pairing, Status.SIGNED, by, access.may_sign)
    if signed_on > timezone.localdate():
        raise CannotPair(_("The day of signing lies in the future."))
    ends_on = ends_on or held.ends_on
    if ends_on and ends_on < signed_on:
        raise CannotPair(_("The agreement ends before it was signed."))
    paper = store_upload(purpose=AGREEMENT, upload=agreement, user=by)
    village = held.village.stands_for
    step = FLOW.move(
        held,
        Status.SIGNED,
        by=by,
        hat=hat,
        on_step={"hand": Hand.STAFF},
        signed_on=signed_on,
        ends_on=ends_on,
        agreement=paper,
        village=village,
        county_id=village.county_id,
        village_name=village.name,
        village_code=village.code,
    )
    tell_step(held, step)
    return held


@transaction.atomic
def decline_pairing(pairing: Pairing, *, by: User, reason: str, hat: str = "") -> Pairing:
    held = FLOW.locked(pairing, Status.DECLINED, by, access.may_decline)
    hand = Hand.VILLAGE if access.serves(by, held) else Hand.STAFF
    return _moved(held, Status.DECLINED, by, hat, hand, _needed(reason))


@transaction.atomic
def withdraw_pairing(pairing: Pairing, *, by: User, reason: str = "", hat: str = "") -> Pairing:
    held = FLOW.locked(pairing, Status.WITHDRAWN, by, access.may_withdraw)
    return _moved(held, Status.WITHDRAWN, by, hat, Hand.GIVER, reason)


@transaction.atomic
def begin_pairing(pairing: Pairing, *, by: User, reason: str = "", hat: str = "") -> Pairing:
    """What was agreed is being done; the clock is the agreement's last day."""
    held = FLOW.locked(pairing, Status.UNDER_WAY, by, access.may_begin)
    return _moved(held, Status.UNDER_WAY, by, hat, Hand.GIVER, reason)


@transaction.atomic
def report_pairing(pairing: Pairing, *, by: User, outcome: str, hat: str = "") -> Pairing:
    """Done, and what was achieved: the village is asked to accept it. Raises OpenGifts while a gift waits for it."""
    held = FLOW.locked(pairing, Status.ACCEPTANCE, by, access.may_report)
    outcome = needed(outcome, _("Please say what was achieved: the village reads it before it accepts."))
    waiting = held.contributions.open().order_by("pk").first()
    if waiting:
        raise OpenGifts(
            _("“%(gift)s” is still “%(status)s”: settle it first.")
            % {"gift": waiting.title, "status": waiting.get_status_display()}
        )
    step = FLOW.move(held, Status.ACCEPTANCE, by=by, hat=hat, on_step={"hand": Hand.GIVER}, outcome=outcome)
    tell_step(held, step)
    return held


@transaction.atomic
def accept_pairing(pairing: Pairing, *, by: User, reason: str = "", hat: str = "") -> Pairing:
    """The village's word that what was agreed was done."""
    held = FLOW.locked(pairing, Status.ACCEPTED, by, access.may_accept)
    return _moved(held, Status.ACCEPTED, by, hat, Hand.VILLAGE, reason)


@transaction.atomic
def send_back_pairing(pairing: Pairing, *, by: User, reason: str, hat: str = "") -> Pairing:
    """The village doesn't accept it yet."""
    held = FLOW.locked(pairing, Status.UNDER_WAY, by, access.may_send_back)
    return _moved(held, Status.UNDER_WAY, by, hat, Hand.VILLAGE, _needed(reason))


@transaction.atomic
def archive_pairing(pairing: Pairing, *, by: User, reason: str = "", hat: str = "") -> Pairing:
    held = FLOW.locked(pairing, Status.ARCHIVED, by, access.may_archive)
    return _moved(held, Status.ARCHIVED, by, hat, Hand.STAFF, reason)


def _moved(held: Pairing, to: Status, by: User, hat: str, hand: Hand, reason: str) -> Pairing:
    values = {"due_at": _end_of(held.ends_on)} if to == Status.UNDER_WAY else {}
    step: PairingStep = FLOW.move(held, to, by=by, hat=hat, reason=reason, on_step={"hand": hand}, **values)
    tell_step(held, step)
    return held


def _end_of(day: datetime.date | None) -> datetime.datetime | None:
    if day is None:
        return None
    return timezone.make_aware(datetime.datetime.combine(day + datetime.timedelta(days=1), datetime.time()))


def _needed(reason: str) -> str:
    return needed(reason, _("Please give the reason: the others have to know it."))
