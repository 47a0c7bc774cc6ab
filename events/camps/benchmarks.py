"""Camps for ./scripts/bench: ten cohorts of fifty to every thousand enterprises, up to a thousand cohorts, everybody in
them ticked at a dozen sessions and certified."""

import datetime
import hashlib

from django.utils import timezone

from chambers.benchmarks import chamber_of
from chambers.bodies.models import Chamber
from events.camps.certificate_actions import ALPHABET
from events.camps.models import Camp, CampApplication, CampSession, Certificate, Cohort
from events.participants.models import Participant
from events.participants.sorting import person_sort_key
from federation.benchmarks.bulk import copy_rows, filling
from federation.benchmarks.registry import fill, page
from members.enterprises.models import Enterprise

PER_COHORT, SESSIONS, MOST_COHORTS = 50, 12, 1000
FIRST = datetime.date(2012, 3, 5)
EVERY = datetime.timedelta(days=5)


def code_of(number: int) -> str:
    """Sixteen characters of the alphabet; no secret, only rows."""
    return "".join(ALPHABET[byte % len(ALPHABET)] for byte in hashlib.sha256(str(number).encode()).digest()[:16])


@fill(order=46)
def fill_camps(size: int) -> None:
    camp, _created = Camp.objects.get_or_create(slug="bench", defaults={"name": "测试研修班", "code": "BEN"})
    wanted = min(max(size // 100, 3), MOST_COHORTS)
    have = Cohort.objects.filter(camp=camp).count()
    fresh = [_cohort(camp, number) for number in range(have + 1, wanted + 1)]
    Cohort.objects.bulk_create(fresh)
    CampSession.objects.bulk_create(
        CampSession(
            cohort=cohort,
            day=cohort.starts_on + datetime.timedelta(days=number // 3),
            starts_at=datetime.time(8 + 4 * (number % 3)),
            ends_at=datetime.time(11 + 4 * (number % 3)),
            title=f"第{number + 1}课",
        )
        for cohort in fresh
        for number in range(SESSIONS)
    )
    _fill_people(fresh)


def _cohort(camp: Camp, number: int) -> Cohort:
    """The last of a full table takes applications; all others are over."""
    first = FIRST + number * EVERY
    over = first < timezone.localdate() - datetime.timedelta(days=30)
    return Cohort(
        camp=camp,
        number=number,
        starts_on=first,
        ends_on=first + datetime.timedelta(days=3),
        place="江西省井冈山市",
        quota=60,
        applications_until=timezone.make_aware(datetime.datetime.combine(first, datetime.time())),
        status="archived" if over else "open",
        last_serial=PER_COHORT,
    )


def _fill_people(cohorts: list[Cohort]) -> None:
    if not cohorts:
        return
    now, chambers = timezone.now(), Chamber.objects.count()
    firms = list(Enterprise.objects.order_by("pk").values_list("pk", flat=True)[:PER_COHORT])
    sessions: dict[int, list[int]] = {}
    for cohort, session in CampSession.objects.filter(cohort__in=cohorts).values_list("cohort", "pk"):
        sessions.setdefault(cohort, []).append(session)
    known = set(_participants())
    Participant.objects.bulk_create(
        Participant(name=name, sort_key=person_sort_key(name), phone=phone, enterprise_id=firm)
        for number, firm in enumerate(firms)
        for name, phone in [(f"研修学员{number}", f"+86135{number:08d}")]
        if phone not in known
    )
    people = list(_participants().values())
    places = [
        (cohort, at, person, firm, min(chamber_of(firm), chambers))
        for cohort in cohorts
        for at, (person, firm) in enumerate(zip(people, firms, strict=True))
    ]
    _fill_places(places, now)
    ids = _places_of(cohorts)
    with filling("events_attendance", len(ids) * SESSIONS):
        ticks = ((session, place, now) for cohort, place in ids for session in sessions[cohort])
        copy_rows("events_attendance", ("session_id", "application_id", "marked_at"), ticks)
    _fill_certificates(cohorts, ids)


def _participants() -> dict[str, int]:
    found = Participant.objects.filter(phone__startswith="+86135", name__startswith="研修学员").order_by("phone")
    return dict(found.values_list("phone", "pk"))


def _places_of(cohorts: list[Cohort]) -> list[tuple[int, int]]:
    return list(CampApplication.objects.filter(cohort__in=cohorts).order_by("pk").values_list("cohort", "pk"))


def _fill_places(places: list[tuple[Cohort, int, int, int, int]], now: datetime.datetime) -> None:
    columns = (
        "cohort_id",
        "participant_id",
        "name",
        "phone",
        "enterprise_id",
        "enterprise_name",
        "chamber_id",
        "chamber_name",
        "position",
        "sex",
        "room",
        "wishes",
        "reason",
        "created_at",
        "status",
        "status_since",
    )
    with filling("events_campapplication", len(places)):
        copy_rows(
            "events_campapplication",
            columns,
            (
                (
                    cohort.pk,
                    person,
                    f"研修学员{at}",
                    "",
                    firm,
                    f"第{firm}号企业",
                    chamber,
                    "商会",
                    "",
                    "",
                    "shared",
                    "",
                    "",
                    now,
                    "confirmed",
                    now,
                )
                for cohort, at, person, firm, chamber in places
            ),
        )


def _fill_certificates(cohorts: list[Cohort], ids: list[tuple[int, int]]) -> None:
    known = {cohort.pk: cohort for cohort in cohorts}
    Certificate.objects.bulk_create(
        (
            Certificate(
                application_id=place,
                serial=f"BEN{known[cohort].number}-{place}",
                code=code_of(place),
                name="研修学员",
                enterprise_name="企业",
                camp_name="测试研修班",
                cohort_number=known[cohort].number,
                starts_on=known[cohort].starts_on,
                ends_on=known[cohort].ends_on,
                place="江西省井冈山市",
                attended=SESSIONS,
                held=SESSIONS,
                share=80,
                issuer="联合会",
                issued_on=known[cohort].ends_on,
            )
            for cohort, place in ids
        ),
        batch_size=2000,
    )


def _codes() -> list[str]:
    return [f"/verify/{code}/" for code in Certificate.objects.order_by("pk").values_list("code", flat=True)[:200]]


def _cohorts(address: str) -> list[str]:
    return [address.format(pk) for pk in Cohort.objects.order_by("-pk").values_list("pk", flat=True)[:50]]


def _printed() -> list[str]:
    keys = Certificate.objects.order_by("pk").values_list("pk", flat=True)[:12]
    return [f"/events/camps/certificates/{pk}.pdf" for pk in keys]


def _sessions() -> list[str]:
    return [f"/events/camps/roll/{pk}/" for pk in CampSession.objects.order_by("pk").values_list("pk", flat=True)[:24]]


page("Training camps", "/events/camps/")
page("A cohort", lambda: _cohorts("/events/camps/{}/"))
page("A certificate checked", _codes)
page("Secretary: training camps", "/chamber/camps/", visitor="secretary")
page("Certificates, the entrance", "/verify/")
page("A certificate in print", _printed, visitor="services")
page("Roll of a cohort", lambda: _cohorts("/events/camps/{}/roll/"), visitor="services")
page("Roll of a session", _sessions, visitor="services")
page("Cohorts in the admin", "/admin/events/cohort/", visitor="services")
page("Camp applications in the admin", "/admin/events/campapplication/", visitor="services")
page("Certificates in the admin", "/admin/events/certificate/", visitor="services")
page("Secretary: a cohort", lambda: _cohorts("/chamber/camps/{}/"), visitor="secretary")
