"""The staff's face of villages: entered here, renamed and merged by buttons, told of in stories."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.contrib.filters.admin import AutocompleteSelectFilter
from unfold.decorators import action, display
from unfold.widgets import UnfoldAdminSingleDateWidget, UnfoldAdminTextInputWidget

from federation.accounts.models import User
from federation.files.actions import store_upload
from federation.files.forms import UploadField
from federation.portal.admin_base import PortalModelAdmin, RecordAdmin, ShownInline
from poverty_aid.pairings.forms import DayField
from poverty_aid.uploads import STORY_PHOTO
from poverty_aid.villages import actions
from poverty_aid.villages.models import County, Story, Village, VillageName

CHANGE = "poverty_aid.change_village"


@admin.register(County)
class CountyAdmin(PortalModelAdmin):
    list_display = ["name", "code", "prefecture", "province", "position"]
    search_fields = ["name", "code", "prefecture"]
    ordering = ["position", "code"]


class VillageNameInline(ShownInline):
    model = VillageName
    fields = ["name", "code", "until"]


class RenameForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Name"), max_length=60, widget=UnfoldAdminTextInputWidget)
    code = forms.CharField(label=gettext_lazy("Village code"), max_length=40, widget=UnfoldAdminTextInputWidget)
    until = DayField(label=gettext_lazy("Former name used until"), widget=UnfoldAdminSingleDateWidget)


class MergeForm(forms.Form):
    into = forms.CharField(
        label=gettext_lazy("Code of the village that it becomes part of"),
        max_length=40,
        widget=UnfoldAdminTextInputWidget,
    )
    on = DayField(label=gettext_lazy("Merged on"), widget=UnfoldAdminSingleDateWidget)

    def clean_into(self) -> Village:
        found = Village.objects.filter(code=actions.codes.normalise(self.cleaned_data["into"])).first()
        if found is None:
            raise ValidationError(_("No village with this code is entered."))
        return found


@admin.register(Village)
class VillageAdmin(RecordAdmin):
    """A code or a name isn't typed over: it changes by the button that keeps the former one."""

    list_display = ["name", "code", "county", "township", "officer_shown", "merged_shown"]
    list_select_related = ["county", "partner", "successor"]
    list_filter = [("county", AutocompleteSelectFilter)]
    search_fields = ["name", "code__startswith", "township"]
    search_help_text = gettext_lazy("Name, township or the first digits of the code")
    ordering = ["code"]
    autocomplete_fields = ["county", "partner"]
    fields = [("name", "code"), ("county", "township"), "households", "needs", "partner", ("successor", "merged_on")]
    readonly_fields = ["successor", "merged_on"]
    inlines = [VillageNameInline]
    actions_detail = ["rename", "merge"]

    def get_readonly_fields(self, request: HttpRequest, obj: Village | None = None) -> list[str]:
        return [*self.readonly_fields, *(["name", "code", "county"] if obj else [])]

    @display(description=gettext_lazy("logs in as"))
    def officer_shown(self, village: Village) -> str:
        return str(village.partner or "—")

    @display(description=gettext_lazy("merged into"))
    def merged_shown(self, village: Village) -> str:
        return str(village.successor or "—")

    @action(description=gettext_lazy("Rename or give another code"), url_path="rename", icon="edit")
    def rename(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return self._ask(request, object_id, RenameForm, actions.rename_village, _("Renamed; the former name is kept."))

    @action(description=gettext_lazy("Merge into another village"), url_path="merge", icon="merge")
    def merge(self, request: HttpRequest, object_id: int) -> HttpResponse:
        done = _("Merged. The other village's officers act for it from now on.")
        return self._ask(request, object_id, MergeForm, actions.merge_village, done)

    def _ask(self, request: HttpRequest, object_id: int, form_class: Any, act: Any, done: str) -> HttpResponse:
        user: User = request.user
        if not user.has_perm(CHANGE):
            raise PermissionDenied
        village = get_object_or_404(self.get_queryset(request), pk=object_id)
        initial = {"name": village.name, "code": village.code}
        form = form_class(request.POST if request.method == "POST" else None, initial=initial)
        if request.method == "POST" and form.is_valid():
            try:
                act(village, **form.cleaned_data)
            except ValidationError as error:
                form.add_error(None, error)
            else:
                messages.success(request, done)
                return HttpResponseRedirect(reverse("admin:poverty_aid_village_change", args=[village.pk]))
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": village,
            "title": village.name,
            "form": form,
            "back": reverse("admin:poverty_aid_village_change", args=[village.pk]),
        }
        return TemplateResponse(request, "admin/poverty_aid/decide.html", context)

    def get_actions_detail(self, request: HttpRequest, object_id: int) -> list[Any]:
        village = self.get_object(request, str(object_id))
        if village is None or village.successor_id or not request.user.has_perm(CHANGE):
            return []
        return self._get_base_actions_detail()


class StoryForm(ModelForm):
    picture = UploadField(purpose=STORY_PHOTO, label=gettext_lazy("Photo"), required=False)

    class Meta:
        model = Story
        fields = ["village", "programme", "title", "text", "published_on"]
        help_texts = {
            "text": gettext_lazy("Everyone reads it: no names of people, no telephone numbers."),
            "published_on": gettext_lazy("Empty: not shown to anyone yet."),
        }


@admin.register(Story)
class StoryAdmin(PortalModelAdmin):
    form = StoryForm
    list_display = ["title", "village", "programme", "published_on"]
    list_select_related = ["village", "programme"]
    list_filter = ["programme"]
    search_fields = ["title", "village__name"]
    ordering = ["-published_on", "-pk"]
    autocomplete_fields = ["village"]
    fields = ["village", "programme", "title", "text", "picture", "published_on"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Story]:
        return super().get_queryset(request).select_related("photo")

    def save_model(self, request: HttpRequest, obj: Story, form: Any, change: bool) -> None:
        upload = form.cleaned_data.get("picture")
        if upload:
            obj.photo = store_upload(purpose=STORY_PHOTO, upload=upload, user=request.user)
        super().save_model(request, obj, form, change)
