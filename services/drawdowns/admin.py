"""The staff's face of drawdowns: the ledger as it stands, and banks' tables brought in a bank's place."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.contrib.filters.admin import (
    AutocompleteSelectFilter,
    BooleanRadioFilter,
    ChoicesDropdownFilter,
    RangeDateFilter,
)
from unfold.decorators import display

from federation.cases.errors import CaseError
from federation.portal.admin_base import PortalModelAdmin, RecordAdmin, Unchangeable, status_column
from federation.portal.admin_export import ListExported
from federation.portal.formats import cn_date, money
from members.partners.models import PartnerOrganisation
from services.drawdowns import access, files, views
from services.drawdowns.forms import TableForm
from services.drawdowns.models import Drawdown, DrawdownFile
from services.drawdowns.statuses import Entry, FileStatus


@admin.register(Drawdown)
class DrawdownAdmin(ListExported, Unchangeable, RecordAdmin):
    """Nothing is edited here: the bank corrects by a new version, at its desk or by its next table."""

    list_display = ["enterprise_and_bank", "entry_shown", "amount_shown", "drawn_on", "due_on", "reference", "version"]
    export_columns = (
        *("enterprise_name", "uscc", "bank_name", "entry", "kind", "amount", "rate", "drawn_on", "due_on", "reference"),
        *("chamber__name", "town__name", "size_class", "version", "counts"),
    )
    list_display_links = ["enterprise_and_bank"]
    list_filter = [
        ("bank", AutocompleteSelectFilter),
        ("enterprise", AutocompleteSelectFilter),
        ("chamber", AutocompleteSelectFilter),
        ("kind", ChoicesDropdownFilter),
        ("entry", ChoicesDropdownFilter),
        ("counts", BooleanRadioFilter),
        ("drawn_on", RangeDateFilter),
    ]
    search_fields = ["uscc__iexact", "reference__iexact"]
    search_help_text = gettext_lazy("Credit code of the enterprise, or the bank's reference, whole")
    ordering = ["-drawn_on", "-pk"]
    sortable_by: list[str] = []
    fields = [
        ("enterprise", "enterprise_name"),
        ("bank", "bank_name"),
        ("entry", "kind"),
        ("amount_shown", "rate"),
        ("drawn_on", "due_on"),
        ("chamber", "town"),
        ("section", "size_class"),
        ("reference", "counts"),
        ("version", "supersedes"),
        ("reverses", "follows"),
        ("loan", "file"),
        ("recorded_by", "recorded_at"),
        "reason",
    ]
    readonly_fields = ["amount_shown"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Drawdown]:
        return super().get_queryset(request).visible_to(request.user)

    @display(description=gettext_lazy("enterprise"), header=True)
    def enterprise_and_bank(self, row: Drawdown) -> list[str]:
        return [row.enterprise_name, row.bank_name]

    @display(
        description=gettext_lazy("kind"),
        label={Entry.REVERSAL: "warning", "old": "", **dict.fromkeys(("new", "renewal", "extension"), "success")},
    )
    def entry_shown(self, row: Drawdown) -> tuple[str, str]:
        if row.entry == Entry.REVERSAL:
            return row.entry, row.get_entry_display()
        return (row.kind if row.counts else "old"), row.get_kind_display()

    @display(description=gettext_lazy("amount"))
    def amount_shown(self, row: Drawdown) -> str:
        return str(money(row.amount))


class StaffTableForm(TableForm):
    bank = forms.ModelChoiceField(
        label=gettext_lazy("Bank"),
        queryset=PartnerOrganisation.objects.filter(kind=PartnerOrganisation.Kind.BANK, is_active=True),
    )
    field_order = ("bank", "table", "since", "until", "unit")


@admin.register(DrawdownFile)
class DrawdownFileAdmin(PortalModelAdmin):
    status_shown = status_column(FileStatus, {FileStatus.PREVIEWED: "warning", FileStatus.APPLIED: "success"})
    list_display = ["name_and_bank", "status_shown", "period", "uploaded_by", "uploaded_at"]
    list_display_links = ["name_and_bank"]
    list_select_related = ["bank", "uploaded_by"]
    list_filter = [("status", ChoicesDropdownFilter), ("bank", AutocompleteSelectFilter)]
    search_fields = ["file_name"]
    ordering = ["-uploaded_at", "-pk"]
    # Brought in and decided on pages of its own.
    fields = ["file_name"]
    sortable_by: list[str] = []

    def has_add_permission(self, request: HttpRequest) -> bool:
        return access.records(request.user)

    def has_change_permission(self, request: HttpRequest, obj: DrawdownFile | None = None) -> bool:
        """Decided on its page, never edited."""
        return obj is None and access.records(request.user)

    def has_delete_permission(self, request: HttpRequest, obj: DrawdownFile | None = None) -> bool:
        return False

    @display(description=gettext_lazy("file name"), header=True)
    def name_and_bank(self, file: DrawdownFile) -> list[str]:
        return [file.file_name, str(file.bank)]

    @display(description=gettext_lazy("period"))
    def period(self, file: DrawdownFile) -> str:
        return f"{cn_date(file.since)} – {cn_date(file.until)}"

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("<int:pk>/apply/", wrap(self.apply), name="services_drawdownfile_apply"),
            path("<int:pk>/discard/", wrap(self.discard), name="services_drawdownfile_discard"),
            *super().get_urls(),
        ]

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if not access.records(request.user):
            raise PermissionDenied
        sent = request.POST if request.method == "POST" else None
        form = StaffTableForm(sent, request.FILES if sent is not None else None)
        if sent is not None and form.is_valid():
            try:
                file = files.upload_file(form.cleaned_data["bank"], by=request.user, **form.values())
            except ValidationError as error:
                form.add_error("table", error.messages)
            else:
                return redirect("admin:services_drawdownfile_change", file.pk)
        context = {**self._context(request, None), "title": _("Bring a bank's table"), "form": form}
        return TemplateResponse(request, "admin/services/drawdownfile/upload.html", context)

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "POST":
            raise PermissionDenied
        file = self._file(request, object_id)
        context = {
            **self._context(request, file),
            **views.preview(request, file),
            "apply_url": reverse("admin:services_drawdownfile_apply", args=[file.pk]),
            "discard_url": reverse("admin:services_drawdownfile_discard", args=[file.pk]),
        }
        return TemplateResponse(request, "admin/services/drawdownfile/page.html", context)

    def apply(self, request: HttpRequest, pk: int) -> HttpResponse:
        file = self._decided(request, pk)
        if request.method == "POST":
            views.decide(request, file)
        return redirect("admin:services_drawdownfile_change", file.pk)

    def discard(self, request: HttpRequest, pk: int) -> HttpResponse:
        file = self._decided(request, pk)
        if request.method == "POST":
            try:
                files.discard_file(file, by=request.user)
            except CaseError as error:
                messages.warning(request, " ".join(error.messages))
            else:
                messages.success(request, _("Discarded: nothing of it was written."))
        return redirect("admin:services_drawdownfile_change", file.pk)

    def _decided(self, request: HttpRequest, pk: int) -> DrawdownFile:
        if not access.records(request.user):
            raise PermissionDenied
        return self._file(request, pk)

    def _file(self, request: HttpRequest, pk: int | str) -> DrawdownFile:
        if not self.has_view_permission(request):
            raise PermissionDenied
        found = DrawdownFile.objects.select_related("bank", "file", "uploaded_by", "decided_by")
        return get_object_or_404(found, pk=pk if str(pk).isdecimal() else None)

    def _context(self, request: HttpRequest, file: DrawdownFile | None) -> dict[str, Any]:
        return {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": str(file) if file else "",
            "subtitle": None,
            "original": file,
        }
