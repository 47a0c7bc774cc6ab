"""Who may do what with an application. Each predicate looks at one verb; nobody decides about their own."""

from chambers.applications.models import MembershipApplication
from chambers.applications.statuses import OPEN, Status
from chambers.bodies.models import Chamber, Officer
from federation.accounts.models import User
from members.enterprises.models import Representative

DECIDE = "chambers.decide_membershipapplication"


def is_own(user: User, application: MembershipApplication) -> bool:
    """Whether the user asks for it, or acts for the enterprise it is about."""
    return application.applicant_id == user.pk or acts_for(user, application)


def acts_for(user: User, application: MembershipApplication) -> bool:
    """Whether the user represents the enterprise today, be it linked to the application or known by its code."""
    acting = Representative.objects.acting().filter(user=user)
    if application.enterprise_id:
        return acting.filter(enterprise_id=application.enterprise_id).exists()
    return bool(application.uscc) and acting.filter(enterprise__uscc=application.uscc).exists()


def runs_chamber_of(user: User, application: MembershipApplication) -> bool:
    """Whether the user is secretary, today, of the chamber it was sent to."""
    return bool(application.chamber_id) and Chamber.objects.run_by(user).filter(pk=application.chamber_id).exists()


def decides(user: User) -> bool:
    return user.is_active and user.is_staff and user.has_perm(DECIDE)


def secretaries_who_may(application: MembershipApplication) -> list[User]:
    """Secretaries of its chamber today who have an account and no part in it."""
    offices = Officer.objects.on().filter(chamber=application.chamber_id, office=Officer.Office.SECRETARY)
    people = User.objects.filter(pk__in=offices.values("user"), is_active=True)
    return [person for person in people if not is_own(person, application)]


def chamber_is_vacant(application: MembershipApplication) -> bool:
    """Nobody in its chamber can look at it: the federation's staff stand in, else nothing would move."""
    return bool(application.chamber_id) and not secretaries_who_may(application)


def may_edit(user: User, application: MembershipApplication) -> bool:
    """A draft is its applicant's alone; what came back may be mended by anyone who acts for the enterprise."""
    if application.status == Status.DRAFT:
        return application.applicant_id == user.pk
    return application.status == Status.RETURNED and is_own(user, application)


def may_submit(user: User, application: MembershipApplication) -> bool:
    return may_edit(user, application)


def may_withdraw(user: User, application: MembershipApplication) -> bool:
    if application.status == Status.DRAFT:
        return application.applicant_id == user.pk
    return application.status in OPEN and is_own(user, application)


def may_recommend(user: User, application: MembershipApplication) -> bool:
    return (
        application.status == Status.SUBMITTED
        and not is_own(user, application)
        and (runs_chamber_of(user, application) or (decides(user) and chamber_is_vacant(application)))
    )


def recommended(user: User, application: MembershipApplication) -> bool:
    """Whether the recommendation that stands is this user's: as secretary, or in the chamber's place."""
    last = application.steps.filter(to_status=Status.RECOMMENDED).order_by("-at", "-pk").first()
    return last is not None and last.actor_id == user.pk


def may_return(user: User, application: MembershipApplication) -> bool:
    """Who has it before them may return it: the chamber first, the federation after the recommendation."""
    if application.status == Status.SUBMITTED:
        return may_recommend(user, application)
    return may_reject(user, application)


def may_approve(user: User, application: MembershipApplication) -> bool:
    """Two people admit an enterprise: who recommended it, under whatever hat, may still refuse it but not approve."""
    return may_reject(user, application) and not recommended(user, application)


def may_reject(user: User, application: MembershipApplication) -> bool:
    return application.status == Status.RECOMMENDED and decides(user) and not is_own(user, application)
