"""/partners/loans/: a bank's officer works on the applications that were assigned to the bank."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from federation.accounts.hats import acting_for
from federation.cases.errors import CaseError
from federation.cases.pages import entries
from federation.portal.paging import keyset_page
from members.hats import PARTNER
from services.finance import bank_access as access
from services.finance import bank_actions as actions
from services.finance import bank_pages as pages
from services.finance.bank_desk import acting_bank
from services.finance.bank_errors import DrawdownRefused
from services.finance.bank_forms import ApproveForm, CloseForm, QuestionForm, ReferForm, RejectForm
from services.finance.loans import BankLoan
from services.finance.statuses import LoanStatus


@login_required
@require_safe
def loan_list(request: HttpRequest) -> HttpResponse:
    bank = acting_bank(request)
    found = BankLoan.objects.filter(bank=bank).exclude(status=LoanStatus.WITHDRAWN)
    chosen = request.GET.get("group", "")
    if chosen in pages.GROUPS:
        found = found.filter(status__in=pages.GROUPS[chosen])
    context = {
        "bank": bank,
        "page": keyset_page(found.select_related("application"), request, order=("-status_since", "-pk")),
        "groups": pages.group_words(),
        "chosen": chosen,
    }
    return render(request, "bank/loans.html", context)


def load(request: HttpRequest, pk: int) -> BankLoan:
    """A loan at a bank that the visitor is an officer of; 404 for any other. Puts on that bank's hat."""
    found = BankLoan.objects.of_banks_of(request.user).select_related("application__enterprise", "bank", "enterprise")
    loan = get_object_or_404(found, pk=pk)
    acting_for(request, PARTNER, loan.bank_id)
    return loan


@login_required
@require_safe
def loan_page(request: HttpRequest, pk: int) -> HttpResponse:
    return show(request, load(request, pk))


def show(request: HttpRequest, loan: BankLoan, status: int = 200, **forms: Form) -> HttpResponse:
    may = pages.permissions(request.user, loan)
    agreed = access.has_consent(loan)
    rows = pages.drawdown_rows(loan)
    context: dict[str, Any] = {
        "loan": loan,
        "may": may,
        "has_consent": agreed,
        "passed": pages.passed_on(loan) if agreed else None,
        "terms": pages.terms(loan),
        "rows": rows,
        "balance": pages.balance(loan, rows),
        "entries": entries(loan.steps),
        "busy": any(form.is_bound for form in forms.values()),
    }
    makers: dict[str, Callable[[], Form]] = {
        "ask": lambda: QuestionForm(auto_id="ask_%s"),
        "approve": lambda: ApproveForm(loan=loan, auto_id="approve_%s"),
        "reject": lambda: RejectForm(auto_id="reject_%s"),
        "refer": lambda: ReferForm(auto_id="refer_%s"),
        "close": lambda: CloseForm(auto_id="close_%s"),
    }
    context["forms"] = {verb: forms.get(verb) or make() for verb, make in makers.items() if may.get(verb)}
    return render(request, "bank/loan.html", context, status=status)


@login_required
@require_POST
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    loan = load(request, pk)
    return act(request, loan, lambda: actions.accept_loan(loan, **who(request)), _("Taken on. Its clock runs now."))


@login_required
@require_POST
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    form = QuestionForm(request.POST, auto_id="ask_%s")
    return _by_form(request, pk, "ask", form, actions.ask_for_more, _("Asked. You are told when it answers."))


@login_required
@require_POST
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    loan = load(request, pk)
    form = ApproveForm(request.POST, loan=loan, auto_id="approve_%s")
    return _by_form(request, pk, "approve", form, actions.approve_loan, _("Approved. Record each drawdown here."))


@login_required
@require_POST
def reject(request: HttpRequest, pk: int) -> HttpResponse:
    form = RejectForm(request.POST, auto_id="reject_%s")
    return _by_form(request, pk, "reject", form, actions.reject_loan, _("Rejected. The enterprise has been told why."))


@login_required
@require_POST
def refer(request: HttpRequest, pk: int) -> HttpResponse:
    form = ReferForm(request.POST, auto_id="refer_%s")
    return _by_form(request, pk, "refer", form, actions.refer_loan, _("Referred back to the chamber."))


@login_required
@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    form = CloseForm(request.POST, auto_id="close_%s")
    return _by_form(request, pk, "close", form, actions.close_loan, _("Closed."))


def who(request: HttpRequest) -> dict[str, Any]:
    return {"by": request.user, "hat": request.hat.label}


def _by_form(
    request: HttpRequest, pk: int, verb: str, form: Form, action: Callable[..., Any], done: str
) -> HttpResponse:
    loan = load(request, pk)
    if not form.is_valid():
        return show(request, loan, 200, **{verb: form})
    return act(request, loan, lambda: action(loan, **form.cleaned_data, **who(request)), done, verb, form)


def act(
    request: HttpRequest,
    loan: BankLoan,
    action: Callable[[], Any],
    done: str,
    verb: str = "",
    form: Form | None = None,
) -> HttpResponse:
    """Do it, and say what came of it: on the form what can be mended there, else on the page as it is now."""
    try:
        action()
    except PermissionDenied:
        loan.refresh_from_db()
        if not access.is_officer_of(request.user, loan.bank_id) or access.serves(request.user, loan):
            raise
        messages.error(request, _("You have another part in this application: a colleague at the bank has to act."))
    except CaseError as error:
        loan.refresh_from_db()
        if form is not None and verb and pages.permissions(request.user, loan).get(verb):
            field = error.field if isinstance(error, DrawdownRefused) and error.field in form.fields else None
            form.add_error(field, error.messages[0])
            return show(request, loan, 200, **{verb: form})
        messages.warning(request, " ".join(error.messages))
    else:
        messages.success(request, done)
    return redirect("bank_loans:loan", pk=loan.pk)
