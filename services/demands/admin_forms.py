"""The forms of deeds in the theme's own look."""

from typing import TypeVar

from django import forms
from unfold.widgets import UnfoldAdminRadioSelectWidget, UnfoldAdminSelectWidget, UnfoldAdminTextareaWidget

FormT = TypeVar("FormT", bound=forms.Form)


def dressed(form: FormT) -> FormT:
    """The same form, its controls drawn by the theme; how each behaves stays as it was."""
    for field in form.fields.values():
        widget = field.widget
        if isinstance(widget, forms.Textarea):
            field.widget = UnfoldAdminTextareaWidget(attrs={"rows": widget.attrs.get("rows", 4)})
        elif isinstance(widget, forms.RadioSelect):
            field.widget = UnfoldAdminRadioSelectWidget(choices=field.choices)
        elif isinstance(widget, forms.Select):
            field.widget = UnfoldAdminSelectWidget(choices=field.choices)
        if field.widget is not widget:
            field.widget.is_required = field.required
    return form
