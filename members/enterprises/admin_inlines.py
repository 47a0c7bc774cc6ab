"""What hangs on an enterprise, in tabs beside its form."""

from django.contrib import admin
from django.http import HttpRequest

from federation.portal.admin_base import PartInline, ShownInline
from federation.portal.admin_forms import OfficeForm
from members.enterprises.admin_forms import ContactForm
from members.enterprises.models import Contact, Honour, NameRecord, Product, Representative, SizeSnapshot


class ContactInline(PartInline):
    model = Contact
    form = ContactForm
    fields = ["name", "position", "phone", "email", "is_primary"]


class NameInline(PartInline):
    model = NameRecord
    fields = ["name", "until", "source"]


class RepresentativeInline(PartInline):
    """An office ends by a date; nobody is struck from the record."""

    model = Representative
    form = OfficeForm
    fields = ["user", "role", "since", "until"]
    autocomplete_fields = ["user"]

    def has_delete_permission(self, request: HttpRequest, obj: admin.ModelAdmin | None = None) -> bool:
        return False


class ProductInline(PartInline):
    model = Product
    fields = ["name", "description", "position"]


class HonourInline(PartInline):
    model = Honour
    fields = ["title", "awarded_by", "year", "confirmed"]


class SizeInline(ShownInline):
    model = SizeSnapshot
    fields = ["year", "size_class", "industry_code", "staff_count", "revenue", "assets"]
