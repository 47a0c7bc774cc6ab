"""/partners/drawdowns/: a bank's ledger, and the tables that it brings every month."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from federation.accounts.hats import acting_for
from federation.cases.errors import CaseError
from federation.portal.paging import keyset_page
from members.hats import PARTNER
from members.partners.models import PartnerOfficer
from services.drawdowns import access, files, pages
from services.drawdowns.forms import LedgerFilter, TableForm
from services.drawdowns.models import Drawdown, DrawdownFile
from services.drawdowns.statuses import Verdict
from services.finance.bank_desk import acting_bank

FILES_SHOWN, FILES_SHOWN_IN_ALL = 5, 120


@login_required
@require_safe
def ledger(request: HttpRequest) -> HttpResponse:
    """What counts, newest first; a row's earlier versions stand on its case."""
    bank = acting_bank(request)
    filtered = LedgerFilter(request.GET, queryset=Drawdown.objects.counting().filter(bank=bank))
    shown = FILES_SHOWN_IN_ALL if request.GET.get("tables") == "all" else FILES_SHOWN
    files_brought = list(DrawdownFile.objects.filter(bank=bank).order_by("-uploaded_at", "-pk")[: shown + 1])
    context = {
        "bank": bank,
        "page": keyset_page(filtered.qs, request, order=("-drawn_on", "-pk")),
        "filter": filtered,
        "active_count": sum(bool(request.GET.get(name)) for name in LedgerFilter.base_filters),
        "files": files_brought[:shown],
        "more_files": shown == FILES_SHOWN and len(files_brought) > shown,
    }
    return render(request, "drawdowns/ledger.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    bank = acting_bank(request)
    sent = request.POST if request.method == "POST" else None
    form = TableForm(sent, request.FILES if sent is not None else None)
    if sent is not None and form.is_valid():
        try:
            file = files.upload_file(bank, by=request.user, hat=request.hat.label, **form.values())
        except ValidationError as error:
            form.add_error("table", error.messages)
        else:
            return redirect("bank_drawdowns:file", pk=file.pk)
    return render(request, "drawdowns/upload.html", {"bank": bank, "form": form})


def _load(request: HttpRequest, pk: int) -> DrawdownFile:
    """A table of a bank that the visitor is an officer of; 404 for any other. Puts on that bank's hat."""
    offices = PartnerOfficer.objects.on().filter(user=request.user, organisation__is_active=True)
    found = DrawdownFile.objects.filter(bank__in=offices.values("organisation"))
    file = get_object_or_404(found.select_related("bank", "file", "uploaded_by", "decided_by"), pk=pk)
    acting_for(request, PARTNER, file.bank_id)
    return file


@login_required
@require_safe
def file(request: HttpRequest, pk: int) -> HttpResponse:
    one = _load(request, pk)
    return render(request, "drawdowns/file.html", preview(request, one))


def preview(request: HttpRequest, file: DrawdownFile) -> dict[str, Any]:
    """For the bank's page and the staff's alike."""
    lines = file.lines.select_related("drawdown").order_by("line", "pk")
    chosen = request.GET.get("verdict", "")
    if chosen in Verdict.values:
        lines = lines.filter(verdict=chosen)
    page = keyset_page(lines, request, order=("line", "pk"), size=50)
    pages.with_words(list(page))
    may_decide = access.may_decide(request.user, file)
    return {
        "file": file,
        "page": page,
        "chosen": chosen,
        "counts": pages.counts(file),
        "may_decide": may_decide,
        "doubtful": pages.with_words(list(pages.doubtful(file)[: pages.MOST_TICKED])) if may_decide else [],
        "missing": pages.with_words(list(pages.missing(file)[: pages.MOST_TICKED])) if may_decide else [],
        "total": pages.recorded_total(file),
    }


def numbers(request: HttpRequest, name: str) -> list[int]:
    return [int(value) for value in request.POST.getlist(name) if value.isdecimal() and len(value) < 19]


@login_required
@require_POST
def apply(request: HttpRequest, pk: int) -> HttpResponse:
    one = _load(request, pk)
    decide(request, one)
    return redirect("bank_drawdowns:file", pk=one.pk)


def decide(request: HttpRequest, file: DrawdownFile) -> None:
    """Take the table over with what was ticked, and say what was written."""
    try:
        done = files.apply_file(
            file,
            by=request.user,
            hat=request.hat.label if request.hat else "",
            meant=numbers(request, "meant"),
            taken_back=numbers(request, "taken_back"),
        )
    except files.LedgerMoved as error:
        files.preview_anew(file)
        messages.warning(request, error.message)
    except CaseError as error:
        messages.warning(request, " ".join(error.messages))
    else:
        number = sum(done.values())
        words = ngettext("%(number)d drawdown was written.", "%(number)d drawdowns were written.", number)
        messages.success(
            request, words % {"number": number} if number else _("Nothing was different: nothing changed.")
        )


@login_required
@require_POST
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    one = _load(request, pk)
    try:
        files.discard_file(one, by=request.user)
    except CaseError as error:
        messages.warning(request, " ".join(error.messages))
        return redirect("bank_drawdowns:file", pk=one.pk)
    messages.success(request, _("Discarded: nothing of it was written."))
    return redirect("bank_drawdowns:list")
