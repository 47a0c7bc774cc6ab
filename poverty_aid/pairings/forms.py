"""Forms of a pairing. They check and shape what was typed; actions write it."""

import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from chambers.bodies.models import Affiliation, Chamber
from federation.files.forms import UploadField
from federation.portal.fields import DayField
from members.enterprises.models import Enterprise
from poverty_aid.pairings.models import Mode
from poverty_aid.programmes.models import Programme
from poverty_aid.uploads import AGREEMENT
from poverty_aid.villages.models import Village

MOST_SHOWN = 200


class VillageField(forms.ModelChoiceField):
    """Villages of today by county; what a page's link names is the code."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            Village.objects.current().select_related("county"),
            **{"label": _("Village"), "to_field_name": "code", "empty_label": _("Choose")} | kwargs,
        )

    def grouped(self) -> list[tuple[str, Any]]:
        groups: dict[str, list[tuple[str, str]]] = {}
        for village in self.queryset.order_by("county__position", "county__code", "code"):
            groups.setdefault(village.county.name, []).append((village.code, f"{village.name} {village.township}"))
        return [("", str(_("Choose"))), *groups.items()]


class ProposeForm(forms.Form):
    """An enterprise's or a chamber's intent; a chamber names those of its members that take part."""

    village = VillageField()
    programme = forms.ModelChoiceField(label=_("Aid programme"), queryset=Programme.objects.none(), empty_label=None)
    mode = forms.ChoiceField(label=_("Mode"), choices=Mode.choices)
    members = forms.ModelMultipleChoiceField(
        label=_("Members that take part"),
        queryset=Enterprise.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("They are counted as paired through the chamber. More can be named in the agreement."),
    )
    plan = forms.CharField(
        label=_("What is planned"),
        max_length=2000,
        required=False,
        help_text=_("What the village needs stands on its page. The federation and the village read this."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    ends_on = DayField(label=_("Until"), required=False, help_text=_("The agreement states the last day."))

    def __init__(self, *args: Any, chamber: Chamber | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["village"].choices = self.fields["village"].grouped()
        self.fields["programme"].queryset = Programme.objects.open()
        if chamber is None:
            del self.fields["members"]
        else:
            places = Affiliation.objects.on().filter(chamber=chamber).values("enterprise")
            # A bounded list of check boxes: a choice, not the roster.
            shown = Enterprise.objects.current().in_business().filter(pk__in=places).order_by("sort_key", "pk")
            keys = list(shown.values_list("pk", flat=True)[:MOST_SHOWN])
            self.fields["members"].queryset = Enterprise.objects.filter(pk__in=keys).order_by("sort_key", "pk")

    def clean_ends_on(self) -> datetime.date | None:
        day = self.cleaned_data["ends_on"]
        if day and day <= timezone.localdate():
            raise forms.ValidationError(_("The last day lies in the past."))
        return day


class SignForm(forms.Form):
    signed_on = DayField(label=_("Signed on"))
    ends_on = DayField(label=_("Agreed until"), required=False)
    agreement = UploadField(purpose=AGREEMENT, label=_("Signed agreement"))


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        help_text=_("Everyone concerned reads it."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class RemarkForm(forms.Form):
    reason = forms.CharField(
        label=_("Remark"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class OutcomeForm(forms.Form):
    outcome = forms.CharField(
        label=_("What was achieved"),
        max_length=2000,
        help_text=_("The village reads it before it accepts."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )
