"""Who may do what with an application. Each predicate looks at one verb and at its hand: see hands.py."""

import datetime

from django.core.exceptions import PermissionDenied
from django.utils import timezone

from chambers.bodies.models import Chamber, Officer
from federation.accounts.models import User
from members.enterprises.models import Representative
from members.partners.models import PartnerOfficer
from services.finance.hands import is_free_for
from services.finance.loans import BankLoan
from services.finance.models import FinanceApplication, PolicyDesk, offices_at_a_desk
from services.finance.statuses import OPEN, Hand, LoanStatus, Status

MATCH = "services.match_financeapplication"
# A financial submission can be taken back within this time (GB/T 37668), whoever has it by then, except a bank.
TAKE_BACK = datetime.timedelta(minutes=10)
WITHOUT_A_BANK = frozenset({Status.SUBMITTED, Status.ENDORSED, Status.MATCHING})
WITH_THE_CHAMBER = frozenset({Status.SUBMITTED, Status.REFERRED})
ASSIGNABLE = frozenset({Status.MATCHING, Status.WITH_BANKS})


def require(allowed: bool) -> None:
    if not allowed:
        raise PermissionDenied


# --- The enterprise -------------------------------------------------------------------------------


def manages(user: User, application: FinanceApplication) -> bool:
    """Whether the user manages the enterprise's affairs today; colleagues read what managers write."""
    acting = Representative.objects.acting().filter(user=user, enterprise=application.enterprise_id)
    return acting.filter(role=Representative.Role.MANAGER, enterprise__merged_into=None).exists()


def speaks_for(user: User, application: FinanceApplication) -> bool:
    return manages(user, application) and is_free_for(user, application, Hand.ENTERPRISE)


def may_edit(user: User, application: FinanceApplication) -> bool:
    return application.status in {Status.DRAFT, Status.RETURNED} and speaks_for(user, application)


def may_submit(user: User, application: FinanceApplication) -> bool:
    return may_edit(user, application)


def may_take_back(user: User, application: FinanceApplication) -> bool:
    if application.status not in WITHOUT_A_BANK or application.submitted_at is None:
        return False
    return timezone.now() - application.submitted_at <= TAKE_BACK and speaks_for(user, application)


def may_withdraw(user: User, application: FinanceApplication) -> bool:
    """Once a bank has granted it, it is the contract with the bank that ends it."""
    return application.status in OPEN - {Status.GRANTED} and speaks_for(user, application)


def may_consent(user: User, application: FinanceApplication) -> bool:
    """Give consent for a bank, or withdraw it."""
    return application.status in OPEN and speaks_for(user, application)


def may_answer(user: User, loan: BankLoan) -> bool:
    """Answer what a bank asks for."""
    return loan.status == LoanStatus.MORE_ASKED and speaks_for(user, loan.application)


# --- The chamber ----------------------------------------------------------------------------------


def runs_chamber_of(user: User, application: FinanceApplication) -> bool:
    return bool(application.chamber_id) and Chamber.objects.run_by(user).filter(pk=application.chamber_id).exists()


def secretaries_who_may(application: FinanceApplication) -> list[User]:
    """Secretaries of its chamber today who have an account and no other part in it."""
    offices = Officer.objects.on().filter(chamber=application.chamber_id, office=Officer.Office.SECRETARY)
    people = User.objects.filter(pk__in=offices.values("user"), is_active=True)
    return [person for person in people if is_free_for(person, application, Hand.CHAMBER)]


def chamber_is_vacant(application: FinanceApplication) -> bool:
    """Nobody in its chamber can look at it: the federation's staff stand in, else nothing would move."""
    return not secretaries_who_may(application)


def may_endorse(user: User, application: FinanceApplication) -> bool:
    return (
        application.status in WITH_THE_CHAMBER
        and is_free_for(user, application, Hand.CHAMBER)
        and (runs_chamber_of(user, application) or (matches(user) and chamber_is_vacant(application)))
    )


def may_return(user: User, application: FinanceApplication) -> bool:
    """Who has it before them may return it to be mended: the chamber, and the federation while it looks for a bank."""
    if application.status == Status.MATCHING:
        return matches(user) and is_free_for(user, application, Hand.STAFF)
    return may_endorse(user, application)


# --- The government desk --------------------------------------------------------------------------


def is_at_desk(user: User) -> bool:
    return user.is_active and offices_at_a_desk(user).exists()


def desk_officers() -> list[User]:
    desks = PolicyDesk.objects.on().values("organisation")
    offices = PartnerOfficer.objects.on().filter(organisation__is_active=True, organisation__in=desks)
    return list(User.objects.filter(pk__in=offices.values("user"), is_active=True))


def may_decide_policy(user: User, application: FinanceApplication) -> bool:
    return (
        application.status == Status.ENDORSED and is_at_desk(user) and is_free_for(user, application, Hand.GOVERNMENT)
    )


def desk_is_vacant(application: FinanceApplication) -> bool:
    return not any(is_free_for(person, application, Hand.GOVERNMENT) for person in desk_officers())


def may_pass_desk(user: User, application: FinanceApplication) -> bool:
    """Staff decide nothing about policy support; where no desk could, they pass the application on without."""
    return (
        application.status == Status.ENDORSED
        and matches(user)
        and is_free_for(user, application, Hand.STAFF)
        and desk_is_vacant(application)
    )


# --- The federation -------------------------------------------------------------------------------


def matches(user: User) -> bool:
    return user.is_active and user.is_staff and user.has_perm(MATCH)


def may_assign(user: User, application: FinanceApplication) -> bool:
    return application.status in ASSIGNABLE and matches(user) and is_free_for(user, application, Hand.STAFF)


def may_decline(user: User, application: FinanceApplication) -> bool:
    """End it where no bank will have it."""
    return application.status == Status.MATCHING and matches(user) and is_free_for(user, application, Hand.STAFF)
