"""The staff's face of banks' products: they may enter and mend them where a bank doesn't."""

from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import AutocompleteSelectFilter
from unfold.decorators import display

from federation.portal.admin_base import RecordAdmin
from services.products.forms import ProductForm
from services.products.models import LoanProduct
from services.products.pages import amount_words, rate_words, term_words


class StaffProductForm(ProductForm):
    class Meta(ProductForm.Meta):
        fields = ("bank", *ProductForm.Meta.fields)


@admin.register(LoanProduct)
class LoanProductAdmin(RecordAdmin):
    list_display = ["name_and_bank", "amounts", "terms", "rates", "opens_on", "closes_on"]
    list_display_links = ["name_and_bank"]
    list_select_related = ["bank"]
    list_filter = [("bank", AutocompleteSelectFilter)]
    search_fields = ["name", "bank__name"]
    ordering = ["bank__name", "name"]
    form = StaffProductForm

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """A product ends by a date."""
        return False

    def save_model(self, request: HttpRequest, obj: LoanProduct, form: Any, change: bool) -> None:
        obj.kept_by = request.user
        super().save_model(request, obj, form, change)

    @display(description=_("product"), header=True)
    def name_and_bank(self, product: LoanProduct) -> list[str]:
        return [product.name, product.bank.name]

    @display(description=_("amount"))
    def amounts(self, product: LoanProduct) -> str:
        return amount_words(product)

    @display(description=_("term"))
    def terms(self, product: LoanProduct) -> str:
        return term_words(product)

    @display(description=_("yearly rate"))
    def rates(self, product: LoanProduct) -> str:
        return rate_words(product)
