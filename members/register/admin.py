"""The staff's face of imports: upload, look at what would change, confirm, take back."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.contrib.filters.admin import ChoicesDropdownFilter
from unfold.decorators import display

from federation.files.actions import store_upload
from federation.portal.admin_base import PortalModelAdmin, status_column
from federation.portal.contributions import TimelineEntry
from federation.portal.formats import cn_datetime
from members.register import actions
from members.register.access import PURPOSE, may_decide_imports, may_import, may_see_imports
from members.register.forms import UploadForm
from members.register.models import ImportBatch, ImportTransition
from members.register.pages import ImportPage
from members.register.resources import error_sheet

Status = ImportBatch.Status


@admin.register(ImportBatch)
class ImportBatchAdmin(PortalModelAdmin):
    status_shown = status_column(
        ImportBatch.Status,
        {
            Status.PREVIEWED: "warning",
            Status.APPLIED: "success",
            Status.FAILED: "danger",
            Status.READING: "info",
            Status.APPLYING: "info",
            Status.UNDOING: "info",
        },
    )
    list_display = ["file_name", "status_shown", "rows_total", "rows_created", "rows_updated", "rows_invalid", "who"]
    list_display_links = ["file_name"]
    list_select_related = ["created_by"]
    list_filter = [("status", ChoicesDropdownFilter)]
    search_fields = ["file_name", "source"]
    ordering = ["-created_at", "-pk"]
    form = UploadForm
    fields = ["upload", "source"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[ImportBatch]:
        return super().get_queryset(request).defer("sample", "columns")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return may_import(request.user)

    def has_change_permission(self, request: HttpRequest, obj: ImportBatch | None = None) -> bool:
        """Decided on its page, never edited."""
        return obj is None and may_decide_imports(request.user)

    def has_view_permission(self, request: HttpRequest, obj: ImportBatch | None = None) -> bool:
        return may_see_imports(request.user)

    def has_delete_permission(self, request: HttpRequest, obj: ImportBatch | None = None) -> bool:
        return False

    @display(description=gettext_lazy("imported by"), header=True, ordering="created_at")
    def who(self, batch: ImportBatch) -> list[str]:
        return [str(batch.created_by or _("command line")), cn_datetime(batch.created_at)]

    # --- Upload -----------------------------------------------------------------------------------

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        context = {
            "title": _("Import a register"),
            "show_save_and_add_another": False,
            "show_save_and_continue": False,
            **(extra_context or {}),
        }
        return super().add_view(request, form_url, context)

    def save_model(self, request: HttpRequest, obj: ImportBatch, form: UploadForm, change: bool) -> None:
        stored = store_upload(purpose=PURPOSE, upload=form.cleaned_data["upload"], user=request.user)
        batch = actions.start_import(stored, by=request.user, source=form.cleaned_data["source"])
        obj.pk, obj.file_name = batch.pk, batch.file_name

    def response_add(self, request: HttpRequest, obj: ImportBatch, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect("admin:members_importbatch_change", obj.pk)

    # --- The page of one import -------------------------------------------------------------------

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("<int:pk>/progress/", wrap(self.progress), name="members_importbatch_progress"),
            path("<int:pk>/findings/", wrap(self.findings), name="members_importbatch_findings"),
            path("<int:pk>/undo/", wrap(self.undo), name="members_importbatch_undo"),
            *super().get_urls(),
        ]

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> HttpResponse:
        batch = self._batch(request, object_id)
        if request.method == "POST":
            return self._decide(request, batch)
        context = {
            **self._context(request, batch),
            "page": ImportPage(batch, _number(request.GET.get("page", ""))),
            "may_decide": may_decide_imports(request.user),
            "steps": [
                TimelineEntry(
                    at=step.at, title=step.get_to_status_display(), actor=str(step.by or ""), detail=step.reason
                )
                for step in batch.transitions.select_related("by").order_by("-at", "-pk")
            ],
        }
        return TemplateResponse(request, "admin/members/importbatch/page.html", context)

    def _batch(self, request: HttpRequest, pk: int | str) -> ImportBatch:
        if not may_see_imports(request.user):
            raise PermissionDenied
        found = ImportBatch.objects.select_related("file", "created_by")
        return get_object_or_404(found, pk=pk if str(pk).isdecimal() else None)

    def _context(self, request: HttpRequest, batch: ImportBatch) -> dict[str, Any]:
        return {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": batch.file_name,
            "subtitle": None,
            "module_name": capfirst(str(self.opts.verbose_name_plural)),
            "batch": batch,
        }

    def _decide(self, request: HttpRequest, batch: ImportBatch) -> HttpResponse:
        if not may_decide_imports(request.user):
            raise PermissionDenied
        back = redirect(request.get_full_path())
        try:
            if "all" in request.POST:
                actions.choose_for_all_conflicts(batch, overwrite=request.POST["all"] == "overwrite")
                return back
            if chosen := _choices(request):
                actions.choose_for_conflicts(batch, overwrite=chosen["overwrite"], keep=chosen["keep"])
            if "confirm" in request.POST:
                actions.confirm_batch(batch, by=request.user)
                messages.success(request, _("Confirmed: the register is being written."))
            elif "again" in request.POST:
                actions.try_again(batch, by=request.user)
                messages.success(request, _("The import goes on where it stopped."))
            elif "discard" in request.POST:
                actions.discard_batch(batch, by=request.user)
                messages.success(request, _("Discarded: nothing was written."))
                return redirect("admin:members_importbatch_changelist")
            elif chosen:
                messages.success(request, _("Your choices are kept."))
        except ValidationError as error:
            for message in error.messages:
                messages.error(request, message)
        return back

    def progress(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The part of the page that moves. When the work is done, the whole page is asked for anew."""
        batch = self._batch(request, pk)
        page = ImportPage(batch)
        response = TemplateResponse(request, "admin/members/importbatch/_progress.html", {"page": page, "batch": batch})
        if not page.is_busy:
            response["HX-Refresh"] = "true"
        return response

    def findings(self, request: HttpRequest, pk: int) -> HttpResponse:
        batch = self._batch(request, pk)
        sheet, ending = error_sheet(batch)
        response = FileResponse(
            sheet.open("rb"), as_attachment=True, filename=f"{batch.file_name} {_('findings')}.{ending}"
        )
        # An open file outlives its name here.
        sheet.unlink()
        return response

    def undo(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Asks once more, and says before that what stands in the way."""
        batch = self._batch(request, pk)
        if not may_decide_imports(request.user):
            raise PermissionDenied
        page = reverse("admin:members_importbatch_change", args=[batch.pk])
        if not ImportPage(batch).buttons()["undo"]:
            messages.warning(request, _("There is nothing to take back."))
            return redirect(page)
        if request.method == "POST":
            try:
                actions.undo_batch(batch, by=request.user)
                messages.success(request, _("The import is being taken back."))
                return redirect(page)
            except ValidationError as error:
                for message in error.messages:
                    messages.error(request, message)
                return redirect(page)
        context = {**self._context(request, batch), "obstacles": actions.hindrances(batch)}
        return TemplateResponse(request, "admin/members/importbatch/undo.html", context)


def _entry(step: ImportTransition) -> TimelineEntry:
    return TimelineEntry(at=step.at, title=step.get_to_status_display(), actor=str(step.by or ""), detail=step.reason)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 8 else 1


def _choices(request: HttpRequest) -> dict[str, list[int]]:
    """Radio buttons conflict-<key> = keep or overwrite."""
    chosen: dict[str, list[int]] = {"overwrite": [], "keep": []}
    for name, value in request.POST.items():
        key = name.removeprefix("conflict-")
        if key != name and key.isdecimal() and value in chosen:
            chosen[value].append(int(key))
    return chosen if any(chosen.values()) else {}
