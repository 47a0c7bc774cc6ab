"""Nobody does two hands' work on one application, whatever hats they wear: who has done what on it, and for whom."""

from django.db.models import Value

from federation.accounts.models import User
from members.enterprises.models import Representative
from services.finance.loans import LoanStep
from services.finance.models import FinanceApplication, FinanceStep
from services.finance.statuses import Hand


def acts_for(user: User, application: FinanceApplication) -> bool:
    """Whether the user represents the enterprise today."""
    return Representative.objects.acting().filter(user=user, enterprise=application.enterprise_id).exists()


def hands_of(user: User, application: FinanceApplication) -> set[str]:
    """Every hand in whose place the user has made a step on this application or its loans, and the enterprise's for
    whoever began it or acts for it today. One query."""
    own = FinanceStep.objects.filter(application=application.pk, actor=user).exclude(hand="").values_list("hand")
    at_banks = LoanStep.objects.filter(loan__application=application.pk, actor=user).values_list("hand")
    acting = Representative.objects.acting().filter(user=user, enterprise=application.enterprise_id)
    asked = acting.values_list(Value(Hand.ENTERPRISE.value))
    found = {hand for (hand,) in own.order_by().union(at_banks.order_by(), asked.order_by())}
    if application.applicant_id == user.pk:
        found.add(Hand.ENTERPRISE)
    return found


def is_free_for(user: User, application: FinanceApplication, hand: Hand) -> bool:
    """Whether the user has done no other hand's work on it and so may do this one's."""
    return not hands_of(user, application) - {hand}
