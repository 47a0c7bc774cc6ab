"""What hangs on an enterprise, in tabs beside its form."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display

from federation.audit.templatetags.personal import masked_value
from federation.portal.admin_base import PartInline, ShownInline
from federation.portal.admin_forms import OfficeForm
from members.enterprises.admin_forms import ContactForm
from members.enterprises.models import Contact, Enterprise, Honour, NameRecord, Product, Representative, SizeSnapshot


class ContactInline(PartInline):
    """Whom to call: masked, with the way to see it whole, since a row of a table has no room for a field's help."""

    model = Contact
    form = ContactForm
    fields = ["name", "position", "phone", "email", "is_primary"]
    readonly_fields = ["reach"]

    def get_fields(self, request: HttpRequest, obj: Enterprise | None = None) -> list[str]:
        # Who may change nothing reads the fields themselves so.
        return [*self.fields, "reach"] if self.has_change_permission(request, obj) else self.fields

    def get_formset(self, request: HttpRequest, obj: Enterprise | None = None, **kwargs: Any) -> Any:
        # An inline is made for one request.
        self.viewer = request.user
        return super().get_formset(request, obj, **kwargs)

    @display(description=_("to call or write"))
    def reach(self, contact: Contact) -> SafeString:
        ways = [name for name in ("phone", "email") if contact.pk and getattr(contact, name)]
        return format_html_join(" ", "<div>{}</div>", ((masked_value(contact, name, self.viewer),) for name in ways))


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
