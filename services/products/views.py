"""/services/finance/products/: what banks offer, for everyone. There are some dozens: the list is one page."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from federation.search.shortlived import Shortlived
from services.products.access import may_see
from services.products.forms import ProductFilter
from services.products.models import LoanProduct
from services.products.pages import facts

MOST = 300
SECONDS = 60
_lists: Shortlived[SafeString] = Shortlived(SECONDS, size=60)


@require_safe
def product_list(request: HttpRequest) -> HttpResponse:
    """A minute old at most: banks change their products by the month."""
    asked = tuple((name, request.GET[name]) for name in ProductFilter.base_filters if request.GET.get(name))
    kept = _lists.get((get_language(), *asked), lambda: _list(request))
    return render(request, "products/list.html", {"list": kept})


def _list(request: HttpRequest) -> SafeString:
    found = LoanProduct.objects.open_on().select_related("bank").order_by("rate_from", "bank__name", "name")
    filtered = ProductFilter(request.GET, queryset=found)
    products = list(filtered.qs[:MOST])
    context = {
        "filter": filtered,
        "active_count": sum(bool(request.GET.get(name)) for name in ProductFilter.base_filters),
        "products": [(product, [(_("Bank"), product.bank.name), *facts(product)]) for product in products],
        "total": len(products),
    }
    return render_to_string("products/_list.html", context)


@require_safe
def product_page(request: HttpRequest, pk: int) -> HttpResponse:
    product = get_object_or_404(LoanProduct.objects.select_related("bank"), pk=pk)
    if not may_see(request.user, product):
        raise Http404
    context = {"product": product, "facts": facts(product, whole=True), "open": product.is_open()}
    return render(request, "products/page.html", context)
