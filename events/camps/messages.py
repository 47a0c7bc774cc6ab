"""Who is told what when a cohort, an application or a certificate moves; each in their own language, once a step."""

import hashlib
from collections.abc import Callable, Iterable

from django.db.models import Q, Sum
from django.urls import reverse
from django.utils.translation import gettext as _

from chambers.bodies.models import Officer
from events.camps.access import RUN, secretaries_who_may
from events.camps.models import CampApplication, CampApplicationStep, Certificate, Cohort, CohortStep
from events.camps.statuses import CertificateState, CohortStatus, Status
from federation.accounts.models import User
from federation.accounts.rights import staff_with
from federation.inbox.languages import tell
from federation.portal.formats import cn_date, cn_datetime

Words = tuple[str, str]


def whom_it_concerns(application: CampApplication) -> list[User]:
    """The person, if they have an account, and who asked for the place."""
    people = Q(pk=application.applicant_id) | Q(pk=application.participant.user_id)
    return list(User.objects.filter(people, is_active=True))


def tell_step(application: CampApplication, step: CampApplicationStep) -> None:
    """Who made the step isn't told of it."""
    to = Status(step.to_status)
    page = reverse("camps:application", args=[application.pk])
    desk = reverse("camps_chamber:cohort", args=[application.cohort_id])

    def say(people: Iterable[User], url: str, words: Callable[[], Words]) -> None:
        others = [person for person in people if person.pk != step.actor_id]
        tell(rule=f"camp-application-{to}", about=step, recipients=others, words=words, url=url)

    if to == Status.APPLIED and not step.from_status:
        say(secretaries_who_may(application), desk, lambda: _asks_chamber(application))
    if to in _ANSWERS:
        title = _ANSWERS[to]
        say(whom_it_concerns(application), page, lambda: (title(application), _body(application, step)))
    if to in (Status.DECLINED, Status.WITHDRAWN, Status.SELECTED) and step.from_status:
        title = _ANSWERS[to]
        say(secretaries_who_may(application), desk, lambda: (title(application), _reason(step)))
    if to == Status.WITHDRAWN and step.from_status in (Status.SELECTED, Status.CONFIRMED):
        selection = reverse("admin:events_cohort_places", args=[application.cohort_id])
        say(staff_with(RUN), selection, lambda: _free_again(application, step))


def _names(application: CampApplication) -> dict[str, str]:
    return {
        "name": application.name,
        "enterprise": application.enterprise_name,
        "chamber": application.chamber_name,
        "cohort": str(application.cohort),
    }


def _reason(step: CampApplicationStep) -> str:
    return _("Reason: %(reason)s") % {"reason": step.reason} if step.reason else ""


def _asks_chamber(application: CampApplication) -> Words:
    title = _("%(enterprise)s puts %(name)s forward for %(cohort)s") % _names(application)
    return title, _("Please look at it, and recommend the person if the chamber does.")


def _free_again(application: CampApplication, step: CampApplicationStep) -> Words:
    title = _("A place in %(cohort)s has become free: %(name)s can't come") % _names(application)
    return title, _reason(step) or _("Somebody on the waiting list may take it.")


_ANSWERS: dict[str, Callable[[CampApplication], str]] = {
    Status.RECOMMENDED: lambda one: _("%(chamber)s recommends %(name)s for %(cohort)s") % _names(one),
    Status.SELECTED: lambda one: _("%(name)s has a place in %(cohort)s") % _names(one),
    Status.WAITING: lambda one: _("%(name)s is on the waiting list of %(cohort)s") % _names(one),
    Status.DECLINED: lambda one: _("There is no place for %(name)s in %(cohort)s") % _names(one),
    Status.CONFIRMED: lambda one: _("The place of %(name)s in %(cohort)s is confirmed") % _names(one),
    Status.WITHDRAWN: lambda one: _("The place asked for %(name)s in %(cohort)s was given back") % _names(one),
}


def _body(application: CampApplication, step: CampApplicationStep) -> str:
    cohort = application.cohort
    if step.to_status == Status.SELECTED:
        return _("Please confirm by %(until)s, or give the place back for somebody else.") % {
            "until": cn_datetime(application.due_at)
        }
    if step.to_status == Status.CONFIRMED:
        return _("From %(first)s to %(last)s, %(place)s.") % {
            "first": cn_date(cohort.starts_on),
            "last": cn_date(cohort.ends_on),
            "place": cohort.place,
        }
    if step.to_status == Status.WAITING:
        return _("You will be told as soon as a place becomes free.")
    return _reason(step)


def tell_cohort_step(cohort: Cohort, step: CohortStep) -> None:
    """Announced: the secretaries. Called off: its applications tell those who applied (see cohort_actions)."""
    if step.to_status == CohortStatus.OPEN and step.from_status == CohortStatus.PLANNED:
        offices = Officer.objects.on().filter(office=Officer.Office.SECRETARY, chamber__state="active")
        offices = offices.exclude(chamber__in=cohort.quotas.filter(seats=0).values("chamber"))
        kept = cohort.quotas.exclude(seats=0)
        if (kept.aggregate(seats=Sum("seats"))["seats"] or 0) >= cohort.quota:
            # Nothing is left for chambers without a quota.
            offices = offices.filter(chamber__in=kept.values("chamber"))
        people = User.objects.filter(pk__in=offices.values("user"), is_active=True).exclude(pk=step.actor_id)
        tell(
            rule="camp-cohort-open",
            about=step,
            recipients=list(people),
            words=lambda: _announced(cohort),
            url=reverse("camps_chamber:cohort", args=[cohort.pk]),
        )


def _announced(cohort: Cohort) -> Words:
    title = _("%(cohort)s is open for applications") % {"cohort": cohort}
    return title, _("From %(first)s to %(last)s, %(place)s. Enterprises apply until %(until)s.") % {
        "first": cn_date(cohort.starts_on),
        "last": cn_date(cohort.ends_on),
        "place": cohort.place,
        "until": cn_datetime(cohort.applications_until),
    }


def tell_moved(cohort: Cohort) -> None:
    """Everybody who applied, once for each new time and place."""
    facts = f"{cohort.starts_on} {cohort.ends_on} {cohort.place}"
    rule = f"camp-moved-{hashlib.sha256(facts.encode()).hexdigest()[:16]}"
    for application in cohort.applications.open().select_related("participant").order_by("pk"):
        tell(
            rule=rule,
            about=application,
            recipients=whom_it_concerns(application),
            words=lambda: _moved(cohort),
            url=reverse("camps:application", args=[application.pk]),
        )


def _moved(cohort: Cohort) -> Words:
    title = _("%(cohort)s has another time or place") % {"cohort": cohort}
    return title, _("From %(first)s to %(last)s, %(place)s.") % {
        "first": cn_date(cohort.starts_on),
        "last": cn_date(cohort.ends_on),
        "place": cohort.place,
    }


def tell_certificate(certificate: Certificate, replaces: str = "") -> None:
    application = certificate.application

    def words() -> Words:
        named = {"name": certificate.name, "serial": certificate.serial, "camp": certificate.camp_name}
        if certificate.state == CertificateState.REVOKED:
            title = _("Certificate %(serial)s of %(name)s was revoked") % named
            return title, _("Reason: %(reason)s") % {"reason": certificate.state_reason}
        if replaces:
            title = _("A new version of certificate %(serial)s has been issued to %(name)s") % named
            return title, _("The version before is no longer valid; please use the new one.")
        title = _("%(name)s has been issued certificate %(serial)s: %(camp)s") % named
        return title, _("Download it from the page of the application.")

    tell(
        rule=f"camp-certificate-{certificate.state}",
        about=certificate,
        recipients=whom_it_concerns(application),
        words=words,
        url=reverse("camps:application", args=[application.pk]),
    )
