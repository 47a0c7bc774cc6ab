"""Signing up oneself and colleagues; whoever comes without signing up; who scans without an account."""

from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext_lazy as _

from events.events.models import Event
from events.signups.actions import Person, oneself
from events.signups.writing import groups_of
from federation.accounts.fields import PhoneField
from federation.accounts.models import User

COLLEAGUE_LINES = 3
MOST_COLLEAGUES = 15


class OneselfForm(forms.Form):
    """With an enterprise one may send colleagues and stay away."""

    myself = forms.BooleanField(label=_("I come myself"), required=False, initial=True)
    colleagues = forms.ModelMultipleChoiceField(
        label=_("Colleagues with an account"),
        queryset=User.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, colleagues: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["colleagues"].queryset = colleagues
        if not colleagues:
            del self.fields["colleagues"]


class ColleagueForm(forms.Form):
    name = forms.CharField(
        label=_("Full name"), max_length=80, required=False, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    phone = PhoneField(
        label=_("Mobile phone"),
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "inputmode": "tel", "autocomplete": "off"}),
    )

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if values.get("phone") and not values.get("name"):
            self.add_error("name", _("Whose number is this? Please add the name."))
        return values


ColleagueFormSet = formset_factory(
    ColleagueForm, extra=COLLEAGUE_LINES, max_num=MOST_COLLEAGUES, absolute_max=MOST_COLLEAGUES
)


def people_of(user: User, form: OneselfForm, lines: BaseFormSet) -> list[Person]:
    """In the order of the page: who comes first gets the place that is left."""
    people = [oneself(user)] if form.cleaned_data["myself"] else []
    people += [oneself(colleague) for colleague in form.cleaned_data.get("colleagues", [])]
    people += [
        Person(line["name"], line.get("phone", ""))
        for line in (one.cleaned_data for one in lines.forms)
        if line.get("name")
    ]
    return people


class DeclineForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=200,
        help_text=_("The hosts read it."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class WalkInForm(forms.Form):
    name = forms.CharField(label=_("Full name"), max_length=80, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    phone = PhoneField(
        required=False,
        help_text=_("So that a person is counted once, however often they come."),
        widget=forms.TextInput(attrs={"type": "tel", "inputmode": "tel", "autocomplete": "off"}),
    )
    enterprise = forms.CharField(
        label=_("Enterprise"), max_length=200, required=False, help_text=_("Its full name or its credit code.")
    )


class CheckInForm(forms.Form):
    """For people without an account: what was said of them at sign-up."""

    name = forms.CharField(label=_("Full name"), max_length=80, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    phone = PhoneField(help_text=_("The one given at sign-up."))


class WriteForm(forms.Form):
    """A word of the hosts; whom they may write to depends on how far the event is."""

    group = forms.ChoiceField(label=_("Send to"), widget=forms.RadioSelect)
    title = forms.CharField(label=_("Subject"), max_length=80)
    text = forms.CharField(label=_("Text"), max_length=2000, widget=forms.Textarea(attrs={"rows": 6}))

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups = groups_of(event)
        self.fields["group"].choices = [(group.value, group.label) for group in groups]
        self.initial.setdefault("group", groups[0].value)
