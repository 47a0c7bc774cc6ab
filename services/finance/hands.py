"""Nobody does two hands' work on one application, whatever hats they wear: who has done what on it, and for whom."""

from django.db.models import Value

from federation.accounts.models import User
from members.enterprises.models import Representative
from services.drawdowns.models import Drawdown
from services.finance.loans import LoanStep
from services.finance.models import FinanceApplication, FinanceStep
from services.finance.statuses import Hand


def acts_for(user: User, application: FinanceApplication) -> bool:
    """Whether the user represents the enterprise today."""
    return Representative.objects.acting().filter(user=user, enterprise=application.enterprise_id).exists()


def hand_on_a_table(user: User) -> Hand:
    """In whose place somebody takes over a bank's table: staff bring it as the federation, officers as their bank."""
    return Hand.STAFF if user.is_staff else Hand.BANK


def hands_of(user: User, application: FinanceApplication) -> set[str]:
    """Every hand in whose place the user has made a step on this application or its loans or written a drawdown, and
    the enterprise's for whoever began it or acts for it today. One query."""
    own = FinanceStep.objects.filter(application=application.pk, actor=user).exclude(hand="").values_list("hand")
    at_banks = LoanStep.objects.filter(loan__application=application.pk, actor=user).values_list("hand")
    written = Drawdown.objects.filter(loan__application=application.pk, recorded_by=user)
    by_hand = written.filter(file=None).values_list(Value(Hand.BANK.value))
    by_table = written.exclude(file=None).values_list(Value(hand_on_a_table(user).value))
    acting = Representative.objects.acting().filter(user=user, enterprise=application.enterprise_id)
    asked = acting.values_list(Value(Hand.ENTERPRISE.value))
    all_of_them = own.order_by().union(at_banks.order_by(), by_hand, by_table, asked.order_by())
    found = {hand for (hand,) in all_of_them}
    if application.applicant_id == user.pk:
        found.add(Hand.ENTERPRISE)
    return found


def is_free_for(user: User, application: FinanceApplication, hand: Hand) -> bool:
    """Whether the user has done no other hand's work on it and so may do this one's."""
    return not hands_of(user, application) - {hand}
