"""What people type about camps. Forms check and shape it; actions write it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from chambers.bodies.models import Chamber
from events.camps.actions import chambers_of
from events.camps.certificate_actions import CODE_LETTERS, plain_code
from events.camps.models import CampApplication, Cohort
from federation.accounts.models import User
from federation.accounts.phones import normalise_phone
from members.enterprises.models import Enterprise, Representative

OTHER = "other"


class ApplyForm(forms.Form):
    """One person of one enterprise: somebody with an account, or a name with a telephone number."""

    person = forms.ChoiceField(label=_("Who goes"), widget=forms.RadioSelect)
    name = forms.CharField(
        label=_("Person's name"),
        max_length=80,
        required=False,
        help_text=_("Only for somebody else; as it shall stand on the certificate."),
    )
    phone = forms.CharField(
        label=_("Mobile phone"),
        max_length=20,
        required=False,
        help_text=_("Only for somebody else; for news on the way."),
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )
    position = forms.CharField(label=_("Position in the enterprise"), max_length=80, required=False)
    chamber = forms.ModelChoiceField(
        label=_("Through which chamber"),
        queryset=Chamber.objects.none(),
        empty_label=None,
        help_text=_("It looks at the application first, and places are kept for it."),
    )
    reason = forms.CharField(
        label=_("Why this person"),
        max_length=300,
        required=False,
        help_text=_("The chamber and the federation read it when places are few."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    sex = forms.ChoiceField(
        label=_("Sex"),
        choices=[("", _("not stated")), *CampApplication.Sex.choices],
        required=False,
        help_text=_("Only for sharing out the rooms."),
    )
    room = forms.ChoiceField(label=_("Room"), choices=CampApplication.Room.choices, initial=CampApplication.Room.SHARED)
    wishes = forms.CharField(
        label=_("Wishes"), max_length=200, required=False, help_text=_("With whom to share, what not to eat.")
    )
    consent = forms.BooleanField(
        label=_("The person knows of this and agrees."),
        help_text=_(
            "The chamber, the federation and the house where people stay use these data for this camp only; names and"
            " attendance are kept for the certificate."
        ),
    )

    def __init__(self, *args: Any, cohort: Cohort, enterprise: Enterprise, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chambers = chambers_of(enterprise)
        self.fields["chamber"].queryset = Chamber.objects.filter(pk__in=[one.pk for one in chambers])
        self.fields["chamber"].initial = chambers[0].pk if chambers else None
        acting = Representative.objects.acting().filter(enterprise=enterprise, user__is_active=True)
        self.people = {str(one.user_id): one.user for one in acting.select_related("user").order_by("pk")}
        mine = str(user.pk)
        order = sorted(self.people, key=lambda key: key != mine)
        choices = [(key, self._named(key, mine)) for key in order]
        self.fields["person"].choices = [*choices, (OTHER, _("Somebody else"))]
        self.fields["person"].initial = mine if mine in self.people else OTHER

    def _named(self, key: str, mine: str) -> str:
        name = str(self.people[key])
        return _now("%(name)s (you)") % {"name": name} if key == mine else name

    def clean_phone(self) -> str:
        typed = self.cleaned_data["phone"].strip()
        return normalise_phone(typed) if typed else ""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("person") == OTHER:
            for name, words in (
                ("name", _("Please give the name of the person.")),
                ("phone", _("Please give a mobile number: news on the way goes there.")),
            ):
                if name not in self.errors and not cleaned.get(name, "").strip():
                    self.add_error(name, words)
        return cleaned

    def values(self) -> dict[str, Any]:
        """As `actions.apply_for_place` takes them."""
        cleaned = dict(self.cleaned_data)
        cleaned.pop("consent")
        user = self.people.get(cleaned.pop("person"))
        if user is not None:
            cleaned |= {"user": user, "name": str(user), "phone": user.phone or ""}
        return cleaned


class WishesForm(forms.ModelForm):
    class Meta:
        model = CampApplication
        fields = ["room", "wishes"]


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))


class RemarkForm(forms.Form):
    reason = forms.CharField(
        label=_("What the chamber has to say"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Code of the certificate"),
        max_length=40,
        help_text=_("Sixteen letters and digits beside the square; capitals and hyphens don't matter."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )

    def clean_code(self) -> str:
        code = plain_code(self.cleaned_data["code"])
        if len(code) != CODE_LETTERS:
            raise ValidationError(
                _("A code has %(number)d letters and digits; this one has %(typed)d."),
                params={"number": CODE_LETTERS, "typed": len(code)},
            )
        return code
