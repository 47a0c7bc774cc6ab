"""The staff's face of villages: entered here, renamed and merged by buttons, told of in stories."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.contrib.filters.admin import AutocompleteSelectFilter
from unfold.decorators import display

from federation.accounts.models import User
from federation.cases.admin import DecisionAdmin
from federation.cases.decisions import Decision, plain
from federation.files.actions import store_upload
from federation.files.forms import UploadField
from federation.portal.admin_base import PortalModelAdmin, ShownInline
from federation.portal.admin_theme import PictureInput, file_link
from federation.portal.fields import DayField
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
    name = forms.CharField(label=gettext_lazy("Name"), max_length=60)
    code = forms.CharField(label=gettext_lazy("Village code"), max_length=40)
    until = DayField(label=gettext_lazy("Former name used until"))


class MergeForm(forms.Form):
    into = forms.CharField(label=gettext_lazy("Code of the village that it becomes part of"), max_length=40)
    on = DayField(label=gettext_lazy("Merged on"))

    def clean_into(self) -> Village:
        found = Village.objects.filter(code=actions.codes.normalise(self.cleaned_data["into"])).first()
        if found is None:
            raise ValidationError(_("No village with this code is entered."))
        return found


def _may_change(user: User, village: Village) -> bool:
    return village.successor_id is None and user.has_perm(CHANGE)


DECISIONS = (
    Decision(
        "rename",
        _may_change,
        lambda village, *, by, hat, **values: actions.rename_village(village, **values),
        gettext_lazy("Rename or give another code"),
        gettext_lazy("Renamed; the former name is kept."),
        lambda village, data, files: RenameForm(data, initial={"name": village.name, "code": village.code}),
        icon="edit",
    ),
    Decision(
        "merge",
        _may_change,
        lambda village, *, by, hat, **values: actions.merge_village(village, **values),
        gettext_lazy("Merge into another village"),
        gettext_lazy("Merged. The other village's officers act for it from now on."),
        plain(MergeForm),
        icon="merge",
    ),
)


@admin.register(Village)
class VillageAdmin(DecisionAdmin):
    """A code or a name isn't typed over: it changes by the button that keeps the former one."""

    decisions = DECISIONS

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

    def get_readonly_fields(self, request: HttpRequest, obj: Village | None = None) -> list[str]:
        return [*self.readonly_fields, *(["name", "code", "county"] if obj else [])]

    @display(description=gettext_lazy("logs in as"))
    def officer_shown(self, village: Village) -> str:
        return str(village.partner or "—")

    @display(description=gettext_lazy("merged into"))
    def merged_shown(self, village: Village) -> str:
        return str(village.successor or "—")

    def has_decide_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(CHANGE)

    def why_not(self, user: User, record: Village) -> str:
        return _("It was merged into %(village)s already.") % {"village": record.successor}


class StoryForm(ModelForm):
    picture = UploadField(purpose=STORY_PHOTO, label=gettext_lazy("Photo"), required=False, widget=PictureInput)

    class Meta:
        model = Story
        fields = ["village", "programme", "title", "text", "published_on"]
        help_texts = {
            "text": gettext_lazy("Everyone reads it: no names of people, no telephone numbers."),
            "published_on": gettext_lazy("Empty: not shown to anyone yet."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["picture"] = self.instance.photo


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

    @display(description=gettext_lazy("photo"))
    def picture(self, story: Story) -> str:
        """For who only reads it; the form's field has the same name."""
        return file_link(story.photo)

    def save_model(self, request: HttpRequest, obj: Story, form: Any, change: bool) -> None:
        if "picture" in form.changed_data:
            upload = form.cleaned_data["picture"]
            obj.photo = store_upload(purpose=STORY_PHOTO, upload=upload, user=request.user) if upload else None
        super().save_model(request, obj, form, change)
