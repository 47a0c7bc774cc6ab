"""What people type about visits."""

import datetime
import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from chambers.bodies.models import Chamber
from events.visits.models import NOTE_LENGTH, WISH_LENGTH, Leader, Visit, VisitDay, VisitPerson, next_thursday
from events.visits.proposals import Wanted
from events.visits.recording import MOST_PHOTOS, PHOTO, digest
from federation.cases.models import REASON_LENGTH
from federation.files.forms import UploadField
from federation.portal.fields import DayInput
from members.enterprises.models import Town
from services.demands.models import TEXT_LENGTH, TITLE_LENGTH, DemandCategory


class TimeInput(forms.TimeInput):
    def __init__(self) -> None:
        super().__init__(attrs={"type": "time", "step": "300"}, format="%H:%M")


class LeadersField(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, leader: Leader) -> str:
        return str(leader)


class DayForm(forms.Form):
    leaders = LeadersField(
        label=_("Who goes out"),
        queryset=Leader.objects.none(),
        required=False,
        help_text=_("Visits are shared out among them."),
    )
    note = forms.CharField(
        label=_("Note for those who go"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Where to meet, what to ask everybody. Enterprises don't see it."),
    )

    def __init__(self, *args: Any, day: VisitDay | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        on = day.on if day else timezone.localdate()
        self.fields["leaders"].queryset = Leader.objects.on(on).order_by("since", "pk")


class PlanForm(DayForm):
    on = forms.DateField(
        label=_("Day"),
        initial=next_thursday,
        widget=DayInput(),
        help_text=_("The next Thursday, unless you say otherwise."),
    )
    field_order = ["on", "leaders", "note"]


class ProposalFilter(forms.Form):
    q = forms.CharField(
        label=_("Enterprise"),
        required=False,
        max_length=80,
        help_text=_("Name, pinyin, initials or credit code: finds any enterprise, member or not."),
    )
    town = forms.ModelChoiceField(
        label=_("Town"), queryset=Town.objects.all(), required=False, empty_label=_("All towns"), to_field_name="code"
    )
    chamber = forms.ModelChoiceField(
        label=_("Chamber"),
        queryset=Chamber.objects.order_by("position", "pk"),
        required=False,
        empty_label=_("All chambers"),
        to_field_name="slug",
    )
    everyone = forms.BooleanField(label=_("Also enterprises that are no members"), required=False)

    def wanted(self) -> Wanted:
        """What can't be read narrows nothing."""
        self.is_valid()
        values = self.cleaned_data
        return Wanted(
            values.get("q", "").replace("\0", ""),
            values.get("town"),
            values.get("chamber"),
            values.get("everyone", False),
        )


class ScheduleForm(forms.Form):
    time = forms.TimeField(label=_("Hour"), widget=TimeInput())
    leaders = LeadersField(label=_("Who leads the visit"), queryset=Leader.objects.none())
    place = forms.CharField(label=_("Place"), required=False, max_length=300)

    def __init__(self, *args: Any, visit: Visit, **kwargs: Any) -> None:
        self.visit = visit
        kwargs.setdefault(
            "initial",
            {
                "time": timezone.localtime(visit.starts_at).time(),
                "leaders": list(visit.visit_leaders.values_list("leader", flat=True)),
                "place": visit.place,
            },
        )
        super().__init__(*args, **kwargs)
        leaders = Leader.objects.filter(pk__in=visit.day.day_leaders.values("leader"))
        self.fields["leaders"].queryset = leaders.order_by("since", "pk")

    @property
    def starts_at(self) -> datetime.datetime:
        return timezone.make_aware(datetime.datetime.combine(self.visit.day.on, self.cleaned_data["time"]))


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"), max_length=REASON_LENGTH, widget=forms.Textarea(attrs={"rows": 2}), required=True
    )


class CallOffForm(ReasonForm):
    """A visit that nobody outside knows of is taken off without a word."""

    def __init__(self, *args: Any, announced: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = announced
        if announced:
            self.fields["reason"].help_text = _("The enterprise reads it.")


class NotMetForm(ReasonForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = _("What you found")


class NoteForm(forms.Form):
    """`base` is what its writer began from, so that nobody's words are lost under another's."""

    note = forms.CharField(
        label=_("What was talked about"),
        required=False,
        max_length=NOTE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 7}),
        help_text=_("For the federation only. What you type is kept on this device until it is sent."),
    )
    base = forms.CharField(required=False, max_length=16, widget=forms.HiddenInput)
    held_on = forms.DateField(label=_("Visited on"), required=False, widget=DayInput())

    def __init__(self, *args: Any, visit: Visit, closing: bool = False, **kwargs: Any) -> None:
        today = timezone.localdate()
        on = visit.held_on or min(visit.day.on, today)
        kwargs.setdefault("initial", {"note": visit.note, "base": digest(visit.note), "held_on": on})
        super().__init__(*args, **kwargs)
        if not closing:
            del self.fields["held_on"]

    def show_newest(self, visit: Visit) -> None:
        """After somebody else wrote: what was typed stays in the field, and goes on from what stands now."""
        self.data = self.data.copy()
        self.data["base"] = digest(visit.note)


class PersonForm(forms.Form):
    name = forms.CharField(label=_("Full name"), max_length=80, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    side = forms.ChoiceField(label=_("On whose side"), choices=VisitPerson.Side, initial=VisitPerson.Side.ENTERPRISE)
    position = forms.CharField(
        label=_("Position"), required=False, max_length=80, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )


class DemandForm(forms.Form):
    title = forms.CharField(label=_("In one line"), max_length=TITLE_LENGTH)
    text = forms.CharField(label=_("What is needed"), max_length=TEXT_LENGTH, widget=forms.Textarea(attrs={"rows": 4}))
    category = forms.ModelChoiceField(
        label=_("Category"),
        queryset=DemandCategory.objects.filter(is_active=True),
        to_field_name="code",
        required=False,
        empty_label=_("Leave it to the demands desk"),
    )
    contact_name = forms.CharField(label=_("Whom to call"), required=False, max_length=80)
    contact_phone = forms.CharField(
        label=_("Telephone"), required=False, max_length=30, widget=forms.TextInput(attrs={"inputmode": "tel"})
    )
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class SeveralFiles(forms.FileInput):
    allow_multiple_selected = True


class PhotosField(UploadField):
    """Several pictures, each checked by itself."""

    widget = SeveralFiles

    def clean(self, data: Sequence[UploadedFile] | UploadedFile | None, initial: object = None) -> list[Any]:
        files = (list(data) or [None]) if isinstance(data, list | tuple) else [data]
        if len(files) > MOST_PHOTOS:
            raise forms.ValidationError(_("At most %(number)s photos at once.") % {"number": MOST_PHOTOS})
        faults, kept = [], []
        for file in files:
            try:
                kept.append(super().clean(file, initial))
            except forms.ValidationError as error:
                name = getattr(file, "name", "")
                faults += [f"{name}: {message}" if name else message for message in error.messages]
        if faults:
            raise forms.ValidationError(faults)
        return [file for file in kept if file]


class PhotosForm(forms.Form):
    photos = PhotosField(purpose=PHOTO, label=_("Photos"))
    caption = forms.CharField(label=_("What they show"), required=False, max_length=120)


class WishForm(forms.Form):
    wish = forms.CharField(
        label=_("When would it suit you?"), max_length=WISH_LENGTH, widget=forms.Textarea(attrs={"rows": 2})
    )


class RemarkForm(forms.Form):
    remark = forms.CharField(
        label=_("Anything we should know"),
        required=False,
        max_length=REASON_LENGTH,
        help_text=_("Where to park, whom to ask for at the gate."),
    )
