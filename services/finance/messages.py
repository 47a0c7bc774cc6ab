"""Who is told what when an application or one of its loans moves, each in their own language, once for each step."""

from collections.abc import Callable, Iterable

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from federation.accounts.models import User
from federation.accounts.rights import staff_with
from federation.cases.models import CaseStep
from federation.inbox.languages import tell
from federation.portal.formats import money
from members.enterprises.models import Representative
from members.partners.models import PartnerOfficer, PartnerOrganisation
from services.finance.access import MATCH, desk_officers, secretaries_who_may
from services.finance.loans import BankLoan, LoanStep
from services.finance.models import FinanceApplication, FinanceStep
from services.finance.statuses import LoanStatus, Policy, Status

Words = Callable[[FinanceApplication, CaseStep], tuple[str, str]]


def speakers(application: FinanceApplication) -> list[User]:
    """Who manages the enterprise's affairs today, and who asked if they still act for it."""
    acting = Representative.objects.acting().filter(enterprise=application.enterprise_id)
    meant = acting.filter(Q(role=Representative.Role.MANAGER) | Q(user=application.applicant_id))
    return list(User.objects.filter(pk__in=meant.values("user"), is_active=True))


def officers_of(organisation: PartnerOrganisation) -> list[User]:
    offices = PartnerOfficer.objects.on().filter(organisation=organisation, organisation__is_active=True)
    return list(User.objects.filter(pk__in=offices.values("user"), is_active=True))


def matchers() -> list[User]:
    return staff_with(MATCH)


def enterprise_page(application: FinanceApplication) -> str:
    return reverse("finance:status", args=[application.pk])


def chamber_page(application: FinanceApplication) -> str:
    return reverse("chamber_finance:application", args=[application.pk])


def desk_page(application: FinanceApplication) -> str:
    return reverse("policy_desk:application", args=[application.pk])


def staff_page(application: FinanceApplication) -> str:
    return reverse("admin:services_financeapplication_change", args=[application.pk])


def bank_page(loan: BankLoan) -> str:
    """What was taken back is nothing to the bank any more: it has no page there."""
    if loan.status == LoanStatus.WITHDRAWN:
        return reverse("partners:desk")
    return reverse("bank_loans:loan", args=[loan.pk])


def tell_step(application: FinanceApplication, step: FinanceStep) -> None:
    """Tell everyone whom the step concerns; who made it isn't told of it."""
    say = _Teller(application, step)
    to, before = Status(step.to_status), step.from_status
    page = enterprise_page(application)
    if to == Status.SUBMITTED:
        say(speakers(application), page, _receipt, include_actor=True)
        _tell_chamber(say, application, _asks_chamber)
    elif to == Status.REFERRED:
        _tell_chamber(say, application, _referred)
        say(speakers(application), page, _referred_to_you)
    elif to == Status.RETURNED:
        say(speakers(application), page, _returned)
    elif to == Status.ENDORSED:
        say(speakers(application), page, _endorsed)
        people = desk_officers()
        if people:
            say(people, desk_page(application), _asks_desk)
        else:
            say(matchers(), staff_page(application), _asks_vacant_desk)
    elif to == Status.MATCHING:
        say(matchers(), staff_page(application), _asks_staff)
        if before in {Status.ENDORSED, Status.SUBMITTED}:
            say(speakers(application), page, _policy_known)
        else:
            say(speakers(application), page, _looked_for_again)
    elif to == Status.WITH_BANKS and before == Status.MATCHING:
        say(speakers(application), page, _with_banks)
    elif to == Status.DECLINED:
        say(speakers(application), page, _declined)
        say(secretaries_who_may(application), chamber_page(application), _declined)
    elif to == Status.COMPLETED:
        say(speakers(application), page, _completed)
    elif to in {Status.WITHDRAWN, Status.DRAFT} and before not in {Status.DRAFT, Status.RETURNED}:
        _tell_who_had_it(say, application, before)


def _tell_chamber(say: "_Teller", application: FinanceApplication, words: Words) -> None:
    secretaries = secretaries_who_may(application)
    if secretaries:
        say(secretaries, chamber_page(application), words)
    else:
        say(matchers(), staff_page(application), _asks_vacant_chamber)


def _tell_who_had_it(say: "_Teller", application: FinanceApplication, before: str) -> None:
    # A draft is the enterprise's own again: only the list is left to look at.
    gone = say.step.to_status == Status.DRAFT
    if before in {Status.SUBMITTED, Status.REFERRED}:
        page = reverse("chamber_finance:list") if gone else chamber_page(application)
        say(secretaries_who_may(application), page, _taken_back)
    elif before == Status.ENDORSED:
        say(desk_officers(), reverse("policy_desk:list") if gone else desk_page(application), _taken_back)
    else:
        say(matchers(), staff_page(application), _taken_back)


def tell_loan_step(loan: BankLoan, step: LoanStep) -> None:
    """Steps of a loan that are the federation's and the enterprise's; what a bank does, its own desk tells."""
    to = LoanStatus(step.to_status)
    if to == LoanStatus.ASSIGNED:
        words = _asks_bank
    elif to == LoanStatus.ACCEPTED and step.from_status == LoanStatus.MORE_ASKED:
        words = _answered
    elif to == LoanStatus.WITHDRAWN:
        words = _bank_taken_back
    else:
        return
    tell(
        rule=f"bank-loan-{to}",
        about=step,
        recipients=[person for person in officers_of(loan.bank) if person.pk != step.actor_id],
        words=lambda: words(loan, step),
        url=bank_page(loan),
    )


class _Teller:
    def __init__(self, application: FinanceApplication, step: FinanceStep) -> None:
        self.application, self.step = application, step

    def __call__(self, recipients: Iterable[User], url: str, words: Words, include_actor: bool = False) -> None:
        people = [person for person in recipients if include_actor or person.pk != self.step.actor_id]
        tell(
            rule=f"finance-{self.step.to_status}",
            about=self.step,
            recipients=people,
            words=lambda: words(self.application, self.step),
            url=url,
        )


def _names(application: FinanceApplication) -> dict[str, str]:
    return {
        "enterprise": application.enterprise_name,
        "chamber": application.chamber_name,
        "amount": str(money(application.amount)),
        "kind": application.get_kind_display(),
    }


def _reason(step: CaseStep) -> str:
    return _("Reason: %(reason)s") % {"reason": step.reason} if step.reason else ""


def _receipt(application: FinanceApplication, step: CaseStep) -> tuple[str, str]:
    title = _("Your finance application over %(amount)s has reached %(chamber)s") % _names(application)
    return title, _("You may take it back within ten minutes. You will be told of every step.")


def _asks_chamber(application: FinanceApplication, step: CaseStep) -> tuple[str, str]:
    title = _("%(enterprise)s asks for finance: %(kind)s, %(amount)s") % _names(application)
    return title, _("Please endorse it on the checklist, or return it with a reason.")


def _asks_vacant_chamber(application: FinanceApplication, step: CaseStep) -> tuple[str, str]:
    title = _("%(enterprise)s asks for finance: %(kind)s, %(amount)s") % _names(application)
    return title, _("Nobody in the chamber can look at it at present: please endorse or return it in its place.")


def _referred(application: FinanceApplication, step: CaseStep) -> tuple[str, str]:
    title = _("A bank refers %(enterprise)s back to its chamber") % _names(application)
    body = _("Please look at it again: endorse it anew, or return it to the enterprise.")
    return title, "\n".join(filter(None, [_reason(step), body]))


def _referred_to_you(application: FinanceApplication, step: CaseStep) -> tuple[str, str]:
    title = _("The bank has referred your application back to %(chamber)s") % _names(application)
    return title, _("The chamber will look at it with you.")


def _returned(application: FinanceApplication, step: CaseStep) -> tuple[str, str]:
    title = _("Please mend your finance application over %(amount)s") % _names(application)
    return title, f"{_reason(step)}\n{_('What you entered is kept. What you send next is a new version.')}"


def _endorsed(application: FinanceApplication, step: CaseStep) -> tuple[str, str]:
    title = _("%(chamber)s endorses your finance application") % _names(application)
    return title, _("The government desk looks at policy support next.")


def _asks_desk(application: FinanceApplication, step: CaseStep) -> tuple[str, str]:
    title = _("%(chamber)s endorses %(enterprise)s: %(kind)s, %(amount)s") % _names(application)
    return title, _("Please confirm or decline policy support.")


def _asks_vacant_desk(application: FinanceApplication, step: CaseStep) -> tuple[str, str]:
    title = _("%(chamber)s endorses %(enterprise)s: %(kind)s, %(amount)s") % _names(application)
    return title, _("No government desk can look at it at present: please pass it on without.")


def _asks_staff(application: FinanceApplication, step: CaseStep) -> tuple[str, str]:
    title = _("%(enterprise)s waits for a bank: %(kind)s, %(amount)s") % _names(application)
    return title, "\n".join(filter(None, [_policy(application), _("Please assign one or several banks.")]))


def _policy_known(application: FinanceApplication, step: CaseStep) -> tuple[str, str]:
    title = _("Your application over %(amount)s goes to the banks") % _names(application)
    return title, "\n".join(filter(None, [_policy(application), _("The federation matches it with a bank now.")]))


def _looked_for_again(application: FinanceApplication, step: CaseStep) -> tuple[str, str]:
    title = _("The federation looks for another bank for your application over %(amount)s") % _names(application)
    return title, _("You may agree to further banks on its page.")


def _policy(application: FinanceApplication) -> str:
    if application.policy == Policy.PENDING:
        return ""
    return _("Policy support: %(outcome)s.") % {"outcome": application.get_policy_display()}


def _with_banks(application: FinanceApplication, step: CaseStep) -> tuple[str, str]:
    title = _("Your application over %(amount)s is with the bank") % _names(application)
    return title, step.reason


def _declined(application: FinanceApplication, step: CaseStep) -> tuple[str, str]:
    return _("No bank was found for %(enterprise)s") % _names(application), _reason(step)


def _completed(application: FinanceApplication, step: CaseStep) -> tuple[str, str]:
    return _("Your application over %(amount)s is completed") % _names(application), ""


def _taken_back(application: FinanceApplication, step: CaseStep) -> tuple[str, str]:
    return _("%(enterprise)s took its finance application back") % _names(application), _reason(step)


def _loan_names(loan: BankLoan) -> dict[str, str]:
    return {"enterprise": loan.enterprise_name, "bank": loan.bank_name, "kind": loan.get_kind_display()}


def _asks_bank(loan: BankLoan, step: CaseStep) -> tuple[str, str]:
    title = _("The federation sends %(enterprise)s to %(bank)s: %(kind)s") % _loan_names(loan)
    return title, "\n".join(filter(None, [step.reason, _("Please accept it, ask for more, or say why not.")]))


def _answered(loan: BankLoan, step: CaseStep) -> tuple[str, str]:
    return _("%(enterprise)s has answered what %(bank)s asked for") % _loan_names(loan), step.reason


def _bank_taken_back(loan: BankLoan, step: CaseStep) -> tuple[str, str]:
    title = _("%(enterprise)s took its application back from %(bank)s") % _loan_names(loan)
    return title, _("Please work on it no more; what was passed on is to be deleted.")
