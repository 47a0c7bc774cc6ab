"""Forms of whoever plans and runs an event. They check and shape what was typed; actions write it."""

import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from chambers.bodies.models import Chamber
from events.events.errors import WrongTimes
from events.events.models import Audience, Event, Series
from events.events.planning import ADJUSTABLE, FACTS, Host, check_times, host_named
from federation.portal.fields import DayField

MOST_HOSTS = 12


class MomentField(forms.DateTimeField):
    """A day and a time in the portal's own time zone, by the browser's own picker."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"))
        super().__init__(**kwargs)


class EventForm(forms.ModelForm):
    starts_at = MomentField(label=_("Begins"))
    ends_at = MomentField(label=_("Ends"))
    opens_at = MomentField(label=_("Sign-up opens"), required=False, help_text=_("Empty: as soon as it is announced."))
    deadline = MomentField(label=_("Sign-up deadline"), required=False, help_text=_("Empty: until the event begins."))
    quota = forms.IntegerField(
        label=_("Places"), required=False, min_value=1, max_value=100_000, help_text=_("Empty: as many as come.")
    )
    per_enterprise = forms.IntegerField(
        label=_("Places for each enterprise"),
        required=False,
        min_value=1,
        max_value=1000,
        help_text=_("Empty: no limit of its own."),
    )
    hosts = forms.CharField(
        label=_("Hosts"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One on each line: chambers, departments, companies. The first is the organiser."),
    )
    invited = forms.ModelMultipleChoiceField(
        label=_("Invited chambers"),
        queryset=Chamber.objects.published(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Only if it is open to invited chambers or to office holders of some."),
    )

    class Meta:
        model = Event
        fields = FACTS
        widgets = {"introduction": forms.Textarea(attrs={"rows": 6})}

    field_order = (
        "title",
        "kind",
        "series",
        "starts_at",
        "ends_at",
        "place",
        "address",
        "introduction",
        "hosts",
        "audience",
        "invited",
        "is_public",
        "takes_signups",
        "quota",
        "per_enterprise",
        "opens_at",
        "deadline",
        "code_rotates",
        "contact_name",
        "contact_phone",
    )

    def __init__(self, *args: Any, chamber: Chamber | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = self.instance.chamber if self.instance.pk else chamber
        series = Series.objects.filter(is_active=True)
        self.fields["series"].queryset = series.filter(chamber=None) | series.filter(chamber=own)
        if self.instance.pk:
            self.initial |= {
                "quota": self.instance.places.quota,
                "per_enterprise": self.instance.places.per_enterprise,
                "hosts": "\n".join(host.name for host in self.instance.hosts.all()),
                "invited": [one.chamber_id for one in self.instance.invitations.all()],
            }

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if values.get("audience") == Audience.INVITED and not values.get("invited"):
            self.add_error("invited", _("Name at least one chamber that is invited, or open the event to others."))
        if all(values.get(name) for name in ("starts_at", "ends_at")):
            _complain_of_times(self, values)
            if not self.errors and values["starts_at"] <= timezone.now():
                self.add_error("starts_at", _("The event's time is over already: choose a later one."))
            elif not self.errors and values.get("deadline") and values["deadline"] <= timezone.now():
                self.add_error("deadline", _("The sign-up deadline is over already: choose a later one."))
        return values

    def clean_hosts(self) -> list[Host]:
        lines = [line.strip() for line in self.cleaned_data["hosts"].splitlines() if line.strip()]
        if len(lines) > MOST_HOSTS:
            raise forms.ValidationError(_("Please name %(most)d hosts at most.") % {"most": MOST_HOSTS})
        return [host_named(line) for line in lines]

    def _post_clean(self) -> None:
        """The instance stays as it is: actions write it, and say the same in words."""

    def values(self) -> dict[str, Any]:
        return dict(self.cleaned_data)


def _complain_of_times(form: forms.Form, values: dict[str, Any]) -> None:
    """Puts what is wrong with the times beside the field that is to be mended."""
    event = Event(**{name: values.get(name) for name in ("starts_at", "ends_at", "deadline", "opens_at")})
    try:
        check_times(event)
    except WrongTimes as error:
        field = "ends_at" if event.ends_at <= event.starts_at else "deadline"
        if field == "deadline" and not (event.deadline and event.deadline > event.starts_at):
            field = "opens_at"
        form.add_error(field if field in form.fields else None, error)


class AdjustForm(forms.ModelForm):
    """What may still be put right once the event is announced."""

    deadline = MomentField(label=_("Sign-up deadline"), required=False, help_text=_("Empty: until the event begins."))

    class Meta:
        model = Event
        fields = ADJUSTABLE
        widgets = {"introduction": forms.Textarea(attrs={"rows": 6})}

    def clean_deadline(self) -> datetime.datetime | None:
        deadline = self.cleaned_data["deadline"]
        if deadline and deadline > self.instance.starts_at:
            raise forms.ValidationError(_("The sign-up deadline is after the event begins: choose an earlier one."))
        return deadline

    def _post_clean(self) -> None:
        """The instance stays as it is: actions write it."""

    def values(self) -> dict[str, Any]:
        return dict(self.cleaned_data)


class VerbForm(forms.Form):
    """What is asked before an event moves; `event` gives what stands now."""

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        self.event = event
        super().__init__(*args, **kwargs)


class WhyForm(VerbForm):
    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        help_text=_("Whoever it concerns reads this."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class PlacesForm(VerbForm):
    quota = forms.IntegerField(
        label=_("Places"),
        required=False,
        min_value=1,
        max_value=100_000,
        help_text=_("Empty: as many as come. New places go to the waiting list, in its order."),
    )
    per_enterprise = forms.IntegerField(
        label=_("Places for each enterprise"), required=False, min_value=1, max_value=1000
    )

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        places = event.places
        kwargs.setdefault("initial", {"quota": places.quota, "per_enterprise": places.per_enterprise})
        super().__init__(*args, event=event, **kwargs)


class NewDateForm(VerbForm):
    starts_at = MomentField(label=_("Begins"))
    ends_at = MomentField(label=_("Ends"))
    deadline = MomentField(label=_("Sign-up deadline"), required=False, help_text=_("Empty: until the event begins."))
    place = forms.CharField(label=_("Place"), max_length=120, required=False, help_text=_("Empty: as before."))

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if values.get("starts_at") and values.get("ends_at"):
            _complain_of_times(self, values)
        return values


class ReopenForm(VerbForm):
    deadline = MomentField(label=_("Sign-up deadline"), required=False, help_text=_("Empty: until the event begins."))


class SummaryForm(VerbForm):
    summary = forms.CharField(
        label=_("What came of it"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Shown on the event's page."),
    )
    held_on = DayField(label=_("Took place on"))

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"held_on": event.held_on or event.day, "summary": event.summary})
        super().__init__(*args, event=event, **kwargs)
