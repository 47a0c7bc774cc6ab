"""/partners/loans/…/drawdowns/: one page for each thing that a bank writes about money paid out on a loan."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from federation.cases.errors import CaseError
from services.drawdowns import actions
from services.drawdowns.models import Drawdown
from services.finance import bank_access as access
from services.finance import bank_pages
from services.finance.bank_errors import DrawdownRefused
from services.finance.bank_forms import CorrectionForm, DrawdownForm, FollowUpForm, ReversalForm
from services.finance.bank_views import act, load, who
from services.finance.loans import BankLoan
from services.finance.transitions import LOAN_FLOW


@dataclass(frozen=True)
class Verb:
    """What can be done to a recorded drawdown."""

    title: str | Promise
    button: str | Promise
    done: str | Promise
    form: type[Form]
    action: Callable[..., Any]
    initial: tuple[str, ...] = ()
    hint: str | Promise = ""


VERBS: dict[str, Verb] = {
    "correct": Verb(
        gettext_lazy("Correct a drawdown"),
        gettext_lazy("Write the new version"),
        gettext_lazy("Corrected: the new version counts."),
        CorrectionForm,
        actions.correct_drawdown,
        ("amount", "drawn_on", "due_on", "reference"),
        gettext_lazy("Nothing is overwritten: the new version counts, the old one stays readable."),
    ),
    "reverse": Verb(
        gettext_lazy("Take a drawdown back"),
        gettext_lazy("Take it back"),
        gettext_lazy("Taken back: it doesn't count any more."),
        ReversalForm,
        actions.reverse_drawdown,
    ),
    "renew": Verb(
        gettext_lazy("Renew a drawdown"),
        gettext_lazy("Record the renewal"),
        gettext_lazy("Renewal recorded."),
        FollowUpForm,
        actions.renew_drawdown,
        ("amount",),
        gettext_lazy("The bank lends the same money again: figures tell it apart from new loans."),
    ),
    "extend": Verb(
        gettext_lazy("Extend a drawdown"),
        gettext_lazy("Record the extension"),
        gettext_lazy("Extension recorded."),
        FollowUpForm,
        actions.extend_drawdown,
        ("amount",),
        gettext_lazy("The enterprise gets more time. Nothing is paid out, so it isn't counted as money drawn."),
    ),
}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def record(request: HttpRequest, pk: int) -> HttpResponse:
    loan = load(request, pk)
    if not access.may_draw(request.user, loan):
        return _no_more(request, loan)
    sent = request.POST if request.method == "POST" else None
    form = DrawdownForm(sent, initial={"drawn_on": timezone.localdate()})
    if sent is not None and form.is_valid():
        error = _tried(form, lambda: actions.record_drawdown(loan, **form.values(), **who(request)))
        if error is None:
            return act(request, loan, lambda: None, _("Drawdown recorded. It counts from now on."))
        if not error:
            return _elsewhere(request, loan, form)
    context = {
        "title": _("Record a drawdown"),
        "button": _("Record it"),
        "hint": _("One row for each payment. What is recorded can be corrected or taken back, never overwritten."),
    }
    return _page(request, loan, form, **context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: int, drawdown: int, verb: str) -> HttpResponse:
    loan = load(request, pk)
    if verb not in VERBS:
        raise Http404
    row = get_object_or_404(loan.drawdowns.select_related("loan", "follows"), pk=drawdown)
    if not access.may_mend(request.user, loan):
        return _no_more(request, loan)
    said = VERBS[verb]
    sent = request.POST if request.method == "POST" else None
    initial = {name: getattr(row, name) for name in said.initial}
    if "drawn_on" not in initial:
        initial["drawn_on"] = timezone.localdate()
    form = said.form(sent, initial=initial)
    if sent is not None and form.is_valid():
        error = _tried(form, lambda: said.action(row, **_values(form), **who(request)))
        if error is None:
            return act(request, loan, lambda: None, str(said.done))
        if not error:
            return _elsewhere(request, loan, form)
    return _page(request, loan, form, title=said.title, button=said.button, hint=said.hint, row=row)


def _values(form: Form) -> dict[str, Any]:
    values = form.values() if isinstance(form, DrawdownForm) else {}
    return values | ({"reason": form.cleaned_data["reason"]} if "reason" in form.fields else {})


def _tried(form: Form, action: Callable[[], Any]) -> bool | None:
    """None if it was done, True if the form now says what can be mended on it, False if it must be said elsewhere."""
    try:
        action()
    except DrawdownRefused as error:
        form.add_error(error.field if error.field in form.fields else None, error.messages[0])
        return True
    except CaseError as error:
        form.add_error(None, error)
        return False
    return None


def _elsewhere(request: HttpRequest, loan: BankLoan, form: Form) -> HttpResponse:
    """The loan has moved meanwhile: its page shows where it stands, with the words."""

    def say() -> None:
        raise CaseError(form.non_field_errors()[0])

    return act(request, loan, say, "")


def _no_more(request: HttpRequest, loan: BankLoan) -> HttpResponse:
    """A colleague was quicker: say who did what. Raises PermissionDenied for who could never have done it."""
    if not access.serves(request.user, loan):
        raise PermissionDenied
    messages.warning(request, LOAN_FLOW.where_it_stands(loan))
    return redirect("bank_loans:loan", pk=loan.pk)


def _page(request: HttpRequest, loan: BankLoan, form: Form, row: Drawdown | None = None, **words: Any) -> HttpResponse:
    rows = bank_pages.drawdown_rows(loan)
    context = {
        "loan": loan,
        "form": form,
        "row": row,
        "terms": bank_pages.terms(loan),
        "balance": bank_pages.balance(loan, rows),
        **words,
    }
    return render(request, "bank/drawdown.html", context)
