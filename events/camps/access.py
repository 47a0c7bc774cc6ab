"""Who may do what with a cohort, a place in it, its roll and its certificates. Nobody does two hands' work on one
application, whatever hats they wear, and nobody ticks or certifies themselves."""

from collections.abc import Iterable

from chambers.bodies.models import Chamber, Officer
from events.camps.models import CampApplication, Certificate, Cohort
from events.camps.statuses import (
    COHORT_MOVES,
    OPEN,
    PLACES_MOVE,
    ROLL_OPEN,
    CertificateState,
    CohortStatus,
    Status,
)
from federation.accounts.models import User
from members.enterprises.models import Representative

RUN, ROLL, CERTIFY = "events.run_cohort", "events.call_roll", "events.issue_certificate"
# While these last the staff give places: from the deadline until the camp begins.
GIVING = (CohortStatus.SELECTION, CohortStatus.CONFIRMED)


def _staff_with(user: User, permission: str) -> bool:
    return user.is_active and user.is_staff and user.has_perm(permission)


def runs(user: User) -> bool:
    return _staff_with(user, RUN)


# --- A cohort ---------------------------------------------------------------------------------------


def may_announce(user: User, cohort: Cohort) -> bool:
    return cohort.status == CohortStatus.PLANNED and runs(user)


def may_close(user: User, cohort: Cohort) -> bool:
    return cohort.status == CohortStatus.OPEN and runs(user)


def may_reopen(user: User, cohort: Cohort) -> bool:
    return cohort.status == CohortStatus.SELECTION and runs(user)


def may_settle(user: User, cohort: Cohort) -> bool:
    return cohort.status == CohortStatus.SELECTION and runs(user)


def may_unsettle(user: User, cohort: Cohort) -> bool:
    return cohort.status == CohortStatus.CONFIRMED and runs(user)


def may_start(user: User, cohort: Cohort) -> bool:
    return cohort.status == CohortStatus.CONFIRMED and runs(user)


def may_finish(user: User, cohort: Cohort) -> bool:
    return cohort.status == CohortStatus.RUNNING and runs(user)


def may_archive(user: User, cohort: Cohort) -> bool:
    return cohort.status == CohortStatus.FINISHED and runs(user)


def may_cancel(user: User, cohort: Cohort) -> bool:
    return CohortStatus.CANCELLED in COHORT_MOVES[CohortStatus(cohort.status)] and runs(user)


def may_edit(user: User, cohort: Cohort) -> bool:
    """Facts, sessions and quotas, until the certificates were written about them."""
    return cohort.status not in (CohortStatus.ARCHIVED, CohortStatus.CANCELLED) and runs(user)


def may_call_roll(user: User, cohort: Cohort) -> bool:
    return cohort.status in ROLL_OPEN and _staff_with(user, ROLL)


def may_certify(user: User, cohort: Cohort) -> bool:
    return cohort.status in (CohortStatus.FINISHED, CohortStatus.ARCHIVED) and _staff_with(user, CERTIFY)


# --- An application ---------------------------------------------------------------------------------


def acts_for(user: User, application: CampApplication) -> bool:
    acting = Representative.objects.acting().filter(user=user)
    return acting.filter(enterprise_id=application.enterprise_id).exists()


def is_own(user: User, application: CampApplication) -> bool:
    """Whether it is the user's own place, or one that the user asked for or could have asked for."""
    return (
        application.applicant_id == user.pk or application.participant.user_id == user.pk or acts_for(user, application)
    )


def own_among(user: User, applications: Iterable[CampApplication]) -> set[int]:
    """The ids of those that are the user's own, in one query."""
    ids = [one.pk for one in applications]
    return set(CampApplication.objects.concerning(user).filter(pk__in=ids).values_list("pk", flat=True))


def runs_chamber_of(user: User, application: CampApplication) -> bool:
    return Chamber.objects.run_by(user).filter(pk=application.chamber_id).exists()


def recommended(user: User, application: CampApplication) -> bool:
    """Whether the chamber's word that stands is this user's."""
    if not application.pk:
        return False
    last = application.steps.filter(to_status=Status.RECOMMENDED).order_by("-at", "-pk").first()
    return last is not None and last.actor_id == user.pk


def may_recommend(user: User, application: CampApplication) -> bool:
    return (
        application.status == Status.APPLIED
        and application.cohort.status in (CohortStatus.OPEN, CohortStatus.SELECTION)
        and runs_chamber_of(user, application)
        and not is_own(user, application)
    )


def may_take_back_recommendation(user: User, application: CampApplication) -> bool:
    return (
        application.status == Status.RECOMMENDED
        and application.cohort.status in (CohortStatus.OPEN, CohortStatus.SELECTION)
        and runs_chamber_of(user, application)
        and not is_own(user, application)
    )


def gives_places(user: User, application: CampApplication) -> bool:
    """Staff who neither asked for this place nor spoke for it in the chamber's name."""
    return (
        application.cohort.status in GIVING
        and runs(user)
        and not is_own(user, application)
        and not recommended(user, application)
    )


def may_select(user: User, application: CampApplication) -> bool:
    return application.status in (Status.APPLIED, Status.RECOMMENDED, Status.WAITING) and gives_places(
        user, application
    )


def may_put_on_waiting_list(user: User, application: CampApplication) -> bool:
    return application.status in (Status.APPLIED, Status.RECOMMENDED, Status.SELECTED) and gives_places(
        user, application
    )


def may_decline(user: User, application: CampApplication) -> bool:
    return application.status in (Status.APPLIED, Status.RECOMMENDED, Status.WAITING) and gives_places(
        user, application
    )


def may_confirm(user: User, application: CampApplication) -> bool:
    """Whoever it concerns; the staff in their stead after a call."""
    return (
        application.status == Status.SELECTED
        and application.cohort.status in GIVING
        and (is_own(user, application) or runs(user))
    )


def may_withdraw(user: User, application: CampApplication) -> bool:
    return (
        application.status in OPEN
        and application.cohort.status in PLACES_MOVE
        and (is_own(user, application) or runs(user))
    )


def may_change_wishes(user: User, application: CampApplication) -> bool:
    """Room and wishes, until the camp begins."""
    return application.status in OPEN and application.cohort.status in PLACES_MOVE and is_own(user, application)


def may_tick(user: User, application: CampApplication) -> bool:
    """A place confirmed, called by somebody else than the person."""
    return (
        application.status == Status.CONFIRMED
        and application.participant.user_id != user.pk
        and may_call_roll(user, application.cohort)
    )


# --- A certificate ----------------------------------------------------------------------------------


def issuable(user: User, cohort: Cohort, applications: Iterable[CampApplication]) -> set[int]:
    """The ids of those of a cohort that this user may certify, whoever earned it, in one query."""
    if not may_certify(user, cohort):
        return set()
    confirmed = [one for one in applications if one.status == Status.CONFIRMED]
    return {one.pk for one in confirmed} - own_among(user, confirmed)


def may_issue(user: User, application: CampApplication) -> bool:
    return application.pk in issuable(user, application.cohort, [application])


def may_reissue(user: User, certificate: Certificate) -> bool:
    return (
        certificate.state in (CertificateState.VALID, CertificateState.REVOKED)
        and _staff_with(user, CERTIFY)
        and not is_own(user, certificate.application)
    )


def may_revoke(user: User, certificate: Certificate) -> bool:
    return (
        certificate.state == CertificateState.VALID
        and _staff_with(user, CERTIFY)
        and not is_own(user, certificate.application)
    )


def secretaries_who_may(application: CampApplication) -> list[User]:
    """Secretaries of its chamber today who have an account and no part in it."""
    offices = Officer.objects.on().filter(chamber=application.chamber_id, office=Officer.Office.SECRETARY)
    people = User.objects.filter(pk__in=offices.values("user"), is_active=True)
    return [person for person in people if not is_own(person, application)]
