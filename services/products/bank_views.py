"""/partners/products/: a bank's officer keeps what the bank offers."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from federation.accounts.hats import acting_for
from federation.cases.errors import CaseError
from members.hats import PARTNER
from members.partners.models import PartnerOfficer
from services.finance.bank_desk import acting_bank
from services.products import actions
from services.products.forms import ProductForm
from services.products.models import LoanProduct
from services.products.pages import facts

MOST_SHOWN = 200


@login_required
@require_safe
def product_list(request: HttpRequest) -> HttpResponse:
    bank = acting_bank(request)
    today = timezone.localdate()
    found = LoanProduct.objects.of_bank(bank).order_by("-opens_on", "name")[:MOST_SHOWN]
    rows = [(product, facts(product), product.is_open(today)) for product in found]
    context = {"bank": bank, "open": [row for row in rows if row[2]], "others": [row for row in rows if not row[2]]}
    return render(request, "products/bank_list.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    return _form(request, LoanProduct(bank=acting_bank(request)))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    return _form(request, _load(request, pk))


def _load(request: HttpRequest, pk: int) -> LoanProduct:
    """A product of a bank that the visitor is an officer of; 404 for any other. Puts on that bank's hat."""
    offices = PartnerOfficer.objects.on().filter(user=request.user, organisation__is_active=True)
    found = LoanProduct.objects.filter(bank__in=offices.values("organisation")).select_related("bank")
    product = get_object_or_404(found, pk=pk)
    acting_for(request, PARTNER, product.bank_id)
    return product


def _form(request: HttpRequest, product: LoanProduct) -> HttpResponse:
    new = product.pk is None
    sent = request.POST if request.method == "POST" else None
    initial = {"opens_on": timezone.localdate()} if new else {}
    form = ProductForm(sent, instance=product, initial=initial)
    if sent is not None and form.is_valid():
        try:
            actions.save_product(form.save(commit=False), by=request.user)
        except CaseError as error:
            form.add_error(None, error)
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            messages.success(request, _("The product is open to enterprises now.") if new else _("Saved."))
            return redirect("bank_products:list")
    return render(request, "products/bank_form.html", {"form": form, "product": None if new else product})


@login_required
@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    product = _load(request, pk)
    try:
        actions.close_product(product, by=request.user)
    except CaseError as error:
        messages.warning(request, " ".join(error.messages))
    else:
        messages.success(request, _("Closed: from tomorrow enterprises no longer find it."))
    return redirect("bank_products:list")
