"""Who at a bank may do what with a loan. Each predicate looks at one verb; nobody plays two hands on one case."""

from federation.accounts.models import User
from members.partners.models import PartnerOfficer
from services.finance.hands import is_free_for
from services.finance.loans import BankLoan
from services.finance.models import DataConsent
from services.finance.statuses import LOAN_PENDING, Hand, LoanStatus

EXAMINED = frozenset({LoanStatus.ASSIGNED, LoanStatus.ACCEPTED})
DRAWN_FROM = frozenset({LoanStatus.APPROVED, LoanStatus.DRAWING})
# A renewal or an extension may come when everything was paid back already: the loan is opened again.
FOLLOWED_UP = frozenset({LoanStatus.DRAWING, LoanStatus.CLOSED})


def is_officer_of(user: User, bank_id: int) -> bool:
    """Whether the user acts for this bank today."""
    offices = PartnerOfficer.objects.on().filter(user=user, organisation=bank_id, organisation__is_active=True)
    return user.is_active and offices.exists()


def serves(user: User, loan: BankLoan) -> bool:
    """An officer of its bank who has no other part in the application, as the enterprise, the chamber or the staff."""
    return is_officer_of(user, loan.bank_id) and is_free_for(user, loan.application, Hand.BANK)


def officers_who_may(loan: BankLoan) -> list[User]:
    """Officers of its bank today who have an account and no other part in the application."""
    offices = PartnerOfficer.objects.on().filter(organisation=loan.bank_id, organisation__is_active=True)
    people = User.objects.filter(pk__in=offices.values("user"), is_active=True)
    return [person for person in people if is_free_for(person, loan.application, Hand.BANK)]


def has_consent(loan: BankLoan) -> bool:
    """Whether the enterprise's consent to this bank's reading its data stands today."""
    return DataConsent.objects.standing().filter(application=loan.application_id, bank=loan.bank_id).exists()


def may_read_papers(user: User, loan: BankLoan) -> bool:
    """What the enterprise passed on; without consent the bank keeps only what it decided itself."""
    return loan.status != LoanStatus.WITHDRAWN and is_officer_of(user, loan.bank_id) and has_consent(loan)


def may_accept(user: User, loan: BankLoan) -> bool:
    return loan.status == LoanStatus.ASSIGNED and serves(user, loan)


def may_ask_more(user: User, loan: BankLoan) -> bool:
    return loan.status in EXAMINED and serves(user, loan)


def may_approve(user: User, loan: BankLoan) -> bool:
    return loan.status == LoanStatus.ACCEPTED and serves(user, loan)


def may_reject(user: User, loan: BankLoan) -> bool:
    return loan.status in LOAN_PENDING and serves(user, loan)


def may_refer(user: User, loan: BankLoan) -> bool:
    """Back to the chamber: there is something about the enterprise that only the chamber can settle."""
    return loan.status in EXAMINED and serves(user, loan)


def may_draw(user: User, loan: BankLoan) -> bool:
    return loan.status in DRAWN_FROM and serves(user, loan)


def may_mend(user: User, loan: BankLoan) -> bool:
    """Correct or reverse a drawdown that was recorded."""
    return loan.status in FOLLOWED_UP and serves(user, loan)


def may_follow_up(user: User, loan: BankLoan) -> bool:
    """Record that a drawdown was renewed or extended."""
    return loan.status in FOLLOWED_UP and serves(user, loan)


def may_close(user: User, loan: BankLoan) -> bool:
    return loan.status in DRAWN_FROM and serves(user, loan)
