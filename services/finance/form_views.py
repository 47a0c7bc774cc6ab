"""Steps and parts of an application that keep rows of their own: papers, consents, sending, answers to a bank."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from federation.cases.errors import AlreadyMoved, CaseError
from members.partners.models import PartnerOrganisation
from services.finance import access, applying, consents, pages, steps
from services.finance.errors import Incomplete
from services.finance.forms import AnswerForm, ConsentForm, PaperForm, ReviewForm
from services.finance.loans import BankLoan
from services.finance.models import FinanceApplication, FinancePaper
from services.finance.statuses import OPEN, LoanStatus, Status
from services.finance.transitions import LOAN_FLOW
from services.finance.views import frame, load, posted, status_context


def editable(request: HttpRequest, pk: int) -> FinanceApplication | HttpResponse:
    """What may be written by this person; else the page that says where it stands, or 403 for a colleague."""
    application = load(request, pk)
    if access.may_edit(request.user, application):
        return application
    if application.status not in {Status.DRAFT, Status.RETURNED}:
        return redirect(application)
    raise PermissionDenied


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def papers(request: HttpRequest, pk: int) -> HttpResponse:
    application = editable(request, pk)
    if isinstance(application, HttpResponse):
        return application
    if request.method == "POST" and "go_on" in request.POST:
        return _papers_done(request, application)
    form = PaperForm(posted(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            applying.add_paper(
                application, by=request.user, kind=form.cleaned_data["kind"], upload=form.cleaned_data["file"]
            )
        except AlreadyMoved as error:
            messages.warning(request, error.message)
            return redirect(application)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("Kept. Add another, or go on."))
            return redirect(pages.step_url(application, steps.PAPERS))
    missing = steps.papers_missing(application)
    context = {
        "form": form,
        "papers": application.papers.current().select_related("file"),
        "missing": [FinancePaper.Kind(kind).label for kind in missing],
    }
    return render(request, "services/finance/papers.html", {**frame(application, steps.PAPERS), **context})


def _papers_done(request: HttpRequest, application: FinanceApplication) -> HttpResponse:
    missing = steps.papers_missing(application)
    if missing:
        words = _(", ").join(str(FinancePaper.Kind(kind).label) for kind in missing)
        messages.warning(request, _("Still missing: %(papers)s.") % {"papers": words})
        return redirect(pages.step_url(application, steps.PAPERS))
    try:
        application = applying.save_step(application, request.user, steps.PAPERS)
    except AlreadyMoved as error:
        messages.warning(request, error.message)
        return redirect(application)
    return redirect(pages.step_url(application, pages.step_after(application, steps.PAPERS)))


@login_required
@require_POST
def remove_paper(request: HttpRequest, pk: int, paper: int) -> HttpResponse:
    application = editable(request, pk)
    if isinstance(application, HttpResponse):
        return application
    found = get_object_or_404(application.papers.current().select_related("application"), pk=paper)
    try:
        applying.remove_paper(found, by=request.user)
    except AlreadyMoved as error:
        messages.warning(request, error.message)
        return redirect(application)
    messages.success(request, _("Removed."))
    return redirect(pages.step_url(application, steps.PAPERS))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def consent(request: HttpRequest, pk: int) -> HttpResponse:
    """Apart from everything else; also how a bank is added while the application is under way."""
    application = load(request, pk)
    if not access.may_consent(request.user, application):
        return _not_open(application)
    standing = list(application.consents.standing())
    form = ConsentForm(posted(request), without=[one.bank_id for one in standing])
    if request.method == "POST" and "go_on" in request.POST and standing:
        return _after_consent(request, application)
    if request.method == "POST" and form.is_valid():
        try:
            applying.give_consents(application, by=request.user, banks=list(form.cleaned_data["banks"]))
        except CaseError as error:
            messages.warning(request, " ".join(error.messages))
            return redirect(application)
        messages.success(request, _("Your consent is on record."))
        return _after_consent(request, application)
    context = {
        "form": form,
        "text": consents.text_of(consents.CURRENT),
        "standing": standing,
        "wished": pages.banks_wished(application),
        "writes": application.status in {Status.DRAFT, Status.RETURNED},
    }
    return render(request, "services/finance/consent.html", {**frame(application, steps.CONSENT), **context})


def _not_open(application: FinanceApplication) -> HttpResponse:
    if application.status in OPEN:
        raise PermissionDenied
    return redirect(application)


def _after_consent(request: HttpRequest, application: FinanceApplication) -> HttpResponse:
    if application.status not in {Status.DRAFT, Status.RETURNED}:
        return redirect(application)
    try:
        application = applying.save_step(application, request.user, steps.CONSENT)
    except AlreadyMoved as error:
        messages.warning(request, error.message)
        return redirect(application)
    return redirect(pages.step_url(application, pages.step_after(application, steps.CONSENT)))


@login_required
@require_POST
def withdraw_consent(request: HttpRequest, pk: int, bank: int) -> HttpResponse:
    application = load(request, pk)
    agreed = PartnerOrganisation.objects.filter(pk__in=application.consents.values("bank"))
    organisation = get_object_or_404(agreed, pk=bank)
    try:
        applying.withdraw_consent(application, organisation, by=request.user, hat=request.hat.label)
    except CaseError as error:
        messages.warning(request, " ".join(error.messages))
    else:
        messages.success(request, _("The consent for %(bank)s is withdrawn.") % {"bank": organisation})
    return redirect("finance:status", pk=pk)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, pk: int) -> HttpResponse:
    application = editable(request, pk)
    if isinstance(application, HttpResponse):
        return application
    missing = steps.first_incomplete(application)
    if missing != steps.REVIEW:
        messages.warning(request, _("The step “%(step)s” still lacks something.") % {"step": steps.TITLES[missing]})
        return redirect(pages.step_url(application, missing))
    form = ReviewForm(posted(request), version=application.version)
    if request.method == "POST" and form.is_valid():
        try:
            applying.save_step(application, request.user, steps.REVIEW, **form.cleaned_data)
            applying.submit_application(application, by=request.user, hat=request.hat.label)
        except Incomplete as error:
            messages.warning(request, error.message)
            return redirect(pages.step_url(application, error.step))
        except AlreadyMoved as error:
            messages.warning(request, error.message)
            return redirect(application)
        except CaseError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("Sent. You may take it back within ten minutes."))
            return redirect(application)
    context = {"form": form, "parts": pages.summary(application), "chamber": steps.chamber_of(application)}
    return render(request, "services/finance/review.html", {**frame(application, steps.REVIEW), **context})


@login_required
@require_POST
def answer(request: HttpRequest, pk: int, loan: int) -> HttpResponse:
    """What the bank asked for."""
    application = load(request, pk)
    asked = get_object_or_404(BankLoan.objects.select_related("bank"), pk=loan, application=application)
    if not access.speaks_for(request.user, application):
        raise PermissionDenied
    if asked.status != LoanStatus.MORE_ASKED:
        messages.warning(request, LOAN_FLOW.where_it_stands(asked))
        return redirect(application)
    form = AnswerForm(request.POST, request.FILES, auto_id=f"answer{loan}_%s")
    if form.is_valid():
        try:
            applying.answer_bank(
                asked,
                by=request.user,
                text=form.cleaned_data["text"],
                uploads=form.uploads(),
                hat=request.hat.label,
            )
        except AlreadyMoved as error:
            messages.warning(request, error.message)
            return redirect(application)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("Your answer is with the bank."))
            return redirect(application)
    context = status_context(request, application)
    for row in context["loans"]:
        if row["loan"].pk == loan:
            row["form"] = form
    return render(request, "services/finance/status.html", context)
