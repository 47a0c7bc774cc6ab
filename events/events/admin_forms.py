"""The forms of the portal in the theme of the admin."""

from typing import Any

from django import forms
from unfold.widgets import (
    CHECKBOX_CLASSES,
    INPUT_CLASSES,
    SELECT_CLASSES,
    TEXTAREA_CLASSES,
    UnfoldAdminSelect2MultipleWidget,
)

from events.events.forms import AdjustForm, EventForm

# How the theme marks a control, by what kind it is; a kind of another comes first.
_CLASSES = (
    (forms.Textarea, TEXTAREA_CLASSES),
    (forms.CheckboxInput, CHECKBOX_CLASSES),
    (forms.Select, SELECT_CLASSES),
    (forms.Widget, INPUT_CLASSES),
)


def in_theme(form: forms.BaseForm) -> forms.BaseForm:
    for field in form.fields.values():
        dress(field.widget)
    return form


def dress(widget: forms.Widget) -> None:
    classes = next(classes for kind, classes in _CLASSES if isinstance(widget, kind))
    widget.attrs["class"] = " ".join(classes)


class EventAdminForm(EventForm):
    """Model fields have the theme's controls already; those of our own are dressed here."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("starts_at", "ends_at", "opens_at", "deadline", "quota", "per_enterprise", "hosts"):
            if name in self.fields:
                dress(self.fields[name].widget)
        if "invited" in self.fields:
            invited = self.fields["invited"]
            chosen = UnfoldAdminSelect2MultipleWidget()
            chosen.choices = invited.widget.choices
            invited.widget = chosen


class AdjustAdminForm(AdjustForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dress(self.fields["deadline"].widget)
