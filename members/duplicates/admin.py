"""The staff's face of duplicates: pairs with their reasons, both sides field by field, merges that can be undone."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.contrib.filters.admin import ChoicesDropdownFilter
from unfold.decorators import action, display
from unfold.enums import ActionVariant

from federation.portal.admin_base import PortalModelAdmin, Unchangeable, status_column
from members.duplicates.access import may_judge_pairs, may_merge, may_see_pairs, may_undo
from members.duplicates.actions import (
    AlreadyJudged,
    MergeRefused,
    UndoRefused,
    dismiss_pair,
    merge_enterprises,
    name_pair,
    reopen_pair,
    undo_merge,
)
from members.duplicates.likeness import in_words
from members.duplicates.models import DuplicatePair, Merge
from members.duplicates.moving import summary
from members.duplicates.pages import Comparison, compare
from members.duplicates.tasks import look_for_duplicates
from members.enterprises.admin_filters import YesNoFilter
from members.enterprises.models import Enterprise


class PairForm(forms.ModelForm):
    """Two records that a clerk knows to be one firm."""

    class Meta:
        model = DuplicatePair
        fields = ("left", "right")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("left") and cleaned.get("left") == cleaned.get("right"):
            raise forms.ValidationError(_("Choose two different records."))
        return cleaned

    def _get_validation_exclusions(self) -> set[str]:
        # The order of the two and whether the pair is known are settled by `name_pair`, not by the clerk.
        return {*super()._get_validation_exclusions(), "left", "right"}


@admin.register(DuplicatePair)
class DuplicatePairAdmin(PortalModelAdmin):
    status_shown = status_column(
        DuplicatePair.Status, {DuplicatePair.Status.OPEN: "warning", DuplicatePair.Status.MERGED: "success"}
    )
    list_display = ["left_shown", "right_shown", "score", "reasons_shown", "status_shown", "found_at"]
    list_display_links = ["left_shown"]
    list_select_related = ["left", "right"]
    list_filter = [("status", ChoicesDropdownFilter)]
    ordering = ["-score", "pk"]
    form = PairForm
    fields = ["left", "right"]
    autocomplete_fields = ["left", "right"]
    actions_list = ["search_now"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[DuplicatePair]:
        heavy = ("search_tokens", "haystack", "scope", "introduction")
        found = super().get_queryset(request)
        return found.select_related("left", "right").defer(
            *(f"{side}__{name}" for side in ("left", "right") for name in heavy)
        )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return may_merge(request.user)

    def has_change_permission(self, request: HttpRequest, obj: DuplicatePair | None = None) -> bool:
        """Judged on the page that compares, never edited."""
        return obj is None and may_judge_pairs(request.user)

    def has_delete_permission(self, request: HttpRequest, obj: DuplicatePair | None = None) -> bool:
        return False

    @display(description=gettext_lazy("enterprise"), header=True)
    def left_shown(self, pair: DuplicatePair) -> list[str]:
        return [pair.left.name, pair.left.uscc or pair.left.registration_number or ""]

    @display(description=gettext_lazy("and"), header=True)
    def right_shown(self, pair: DuplicatePair) -> list[str]:
        return [pair.right.name, pair.right.uscc or pair.right.registration_number or ""]

    @display(description=gettext_lazy("reasons"))
    def reasons_shown(self, pair: DuplicatePair) -> str:
        return _("; ").join(in_words(reason) for reason in pair.reasons)

    def save_model(self, request: HttpRequest, obj: DuplicatePair, form: forms.ModelForm, change: bool) -> None:
        named = name_pair(form.cleaned_data["left"], form.cleaned_data["right"])
        obj.pk, obj.left, obj.right = named.pk, named.left, named.right

    def response_add(self, request: HttpRequest, obj: DuplicatePair, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect("admin:members_duplicatepair_compare", obj.pk)

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect("admin:members_duplicatepair_compare", object_id)

    # --- Pages of their own -------------------------------------------------------------------------

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("<int:pk>/compare/", wrap(self.compare), name="members_duplicatepair_compare"),
            path("search/", wrap(self.search), name="members_duplicatepair_search"),
            *super().get_urls(),
        ]

    @action(description=gettext_lazy("Look for duplicates"), url_path="look", icon="manage_search")
    def search_now(self, request: HttpRequest) -> HttpResponse:
        return redirect("admin:members_duplicatepair_search")

    def search(self, request: HttpRequest) -> HttpResponse:
        """Asks first, since it reads the whole register; the worker does it."""
        if not may_judge_pairs(request.user):
            raise PermissionDenied
        if request.method == "POST":
            look_for_duplicates.delay()
            messages.success(request, _("The search has begun; pairs appear here as it ends."))
            return redirect("admin:members_duplicatepair_changelist")
        context = {**self._context(request), "title": _("Look for duplicates")}
        return TemplateResponse(request, "admin/members/duplicatepair/search.html", context)

    def _context(self, request: HttpRequest) -> dict[str, Any]:
        return {**self.admin_site.each_context(request), "opts": self.opts}

    def compare(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Both records side by side: merge them, or say that they are two."""
        if not may_see_pairs(request.user):
            raise PermissionDenied
        pair = get_object_or_404(DuplicatePair, pk=pk)
        sides = Enterprise.objects.select_related("town", "park", "industry", "parent", "membership")
        left, right = sides.get(pk=pair.left_id), sides.get(pk=pair.right_id)
        comparison = compare(left, right, request.POST.get("keep") or request.GET.get("keep", ""))
        if request.method == "POST":
            return self._judge(request, pair, comparison)
        context = {
            **self._context(request),
            "title": _("Compare"),
            "pair": pair,
            "comparison": comparison,
            "sides": comparison.sides(),
            "lines": comparison.lines(),
            "rows": comparison.rows(),
            "obstacles": comparison.obstacles() if pair.status == DuplicatePair.Status.OPEN else [],
            "notes": comparison.notes(),
            "reasons": [in_words(reason) for reason in pair.reasons],
            "is_open": pair.status == DuplicatePair.Status.OPEN,
            "may_merge": may_merge(request.user),
            "may_judge": may_judge_pairs(request.user),
            "merge": Merge.objects.filter(kept__in=[left, right], absorbed__in=[left, right], undone_at=None).first(),
        }
        return TemplateResponse(request, "admin/members/duplicatepair/compare.html", context)

    def _judge(self, request: HttpRequest, pair: DuplicatePair, comparison: Comparison) -> HttpResponse:
        if not may_judge_pairs(request.user) or ("merge" in request.POST and not may_merge(request.user)):
            raise PermissionDenied
        try:
            if "merge" in request.POST:
                return self._merge(request, pair, comparison)
            if "reopen" in request.POST:
                reopen_pair(pair)
                messages.success(request, _("The pair is to be judged again."))
            else:
                dismiss_pair(pair)
                messages.success(request, _("Noted: two enterprises. This pair isn't proposed again."))
        except AlreadyJudged as error:
            messages.warning(request, str(error))
        return redirect(self._open_list())

    @staticmethod
    def _open_list() -> str:
        return f"{reverse('admin:members_duplicatepair_changelist')}?status__exact=open"

    def _merge(self, request: HttpRequest, pair: DuplicatePair, comparison: Comparison) -> HttpResponse:
        here = reverse("admin:members_duplicatepair_compare", args=[pair.pk])
        if request.POST.get("seen") != comparison.seen():
            messages.warning(request, _("One of the records changed while you were looking; compare once more."))
            return HttpResponseRedirect(f"{here}?keep={comparison.keep}")
        try:
            merge = merge_enterprises(
                comparison.kept, comparison.absorbed, comparison.choices(request), by=request.user
            )
        except MergeRefused as error:
            for reason in error.reasons:
                messages.error(request, reason)
            return HttpResponseRedirect(f"{here}?keep={comparison.keep}")
        undo = reverse("admin:members_merge_change", args=[merge.pk])
        said = _("Merged into %(name)s.") % {"name": comparison.kept}
        messages.success(request, format_html('{} <a href="{}">{}</a>', said, undo, _("See what moved, or undo it")))
        return redirect(self._open_list())


class UndoneFilter(YesNoFilter):
    title = gettext_lazy("undone")
    parameter_name = "undone"

    def condition(self) -> Q:
        return Q(undone_at__isnull=False)


@admin.register(Merge)
class MergeAdmin(Unchangeable, PortalModelAdmin):
    list_display = ["absorbed", "kept", "merged_at", "merged_by", "undone_at", "undone_by"]
    list_display_links = ["absorbed"]
    list_select_related = ["kept", "absorbed", "merged_by", "undone_by"]
    list_filter = [UndoneFilter]
    ordering = ["-merged_at", "-pk"]
    fields = [("absorbed", "kept"), ("merged_at", "merged_by"), ("undone_at", "undone_by")]
    readonly_fields = ["absorbed", "kept", "merged_at", "merged_by", "undone_at", "undone_by"]
    change_form_outer_before_template = "admin/members/merge/_moved.html"
    actions_detail = ["undo"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Merge]:
        found = super().get_queryset(request).select_related("kept", "absorbed", "merged_by", "undone_by")
        return found.defer("before", "moved")

    def facts(self, request: HttpRequest, record: Merge) -> dict[str, Any]:
        return {"moved": summary(record.moved), "merge": record}

    def get_actions_detail(self, request: HttpRequest, object_id: int) -> list[Any]:
        merge = self.get_object(request, str(object_id))
        possible = merge is not None and merge.undone_at is None and may_undo(request.user)
        return self._get_base_actions_detail() if possible else []

    @action(description=gettext_lazy("Undo"), url_path="undo", icon="undo", variant=ActionVariant.DANGER)
    def undo(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """Asks once more, then puts everything back."""
        if not may_undo(request.user):
            raise PermissionDenied
        merge = get_object_or_404(self.get_queryset(request), pk=object_id)
        back = redirect("admin:members_merge_change", merge.pk)
        if request.method != "POST":
            context = {
                **self.admin_site.each_context(request),
                "opts": self.opts,
                "title": _("Undo the merge"),
                "merge": merge,
                "moved": summary(merge.moved),
            }
            return TemplateResponse(request, "admin/members/merge/undo.html", context)
        try:
            lost = undo_merge(merge, by=request.user)
        except UndoRefused as error:
            messages.error(request, str(error))
            return back
        messages.success(request, _("Undone: both records stand as they did."))
        if lost:
            messages.warning(request, _("%(number)d rows were deleted since and can't come back.") % {"number": lost})
        return back
