"""The portal's forms and links in the look of the admin's theme."""

from typing import TypeVar

from django import forms
from django.utils.html import format_html
from unfold.widgets import (
    CHECKBOX_CLASSES,
    INPUT_CLASSES,
    SELECT_CLASSES,
    TEXTAREA_CLASSES,
    UnfoldAdminCheckboxSelectMultipleWidget,
    UnfoldAdminImageSmallFieldWidget,
    UnfoldAdminRadioSelectWidget,
    UnfoldAdminSelectWidget,
)

from federation.files.models import StoredFile

FormT = TypeVar("FormT", bound=forms.BaseForm)
# The theme draws these by templates of its own.
DRAWN: dict[type[forms.Widget], type[forms.Widget]] = {
    forms.RadioSelect: UnfoldAdminRadioSelectWidget,
    forms.CheckboxSelectMultiple: UnfoldAdminCheckboxSelectMultipleWidget,
    forms.Select: UnfoldAdminSelectWidget,
}
# The others it marks by classes; a kind of another comes first.
MARKED: tuple[tuple[type[forms.Widget], list[str]], ...] = (
    (forms.Textarea, TEXTAREA_CLASSES),
    (forms.CheckboxInput, CHECKBOX_CLASSES),
    (forms.Select, SELECT_CLASSES),
    (forms.Widget, INPUT_CLASSES),
)
# It draws links of a record as plain text.
LINK = "text-primary-600 dark:text-primary-500 underline"


class PictureInput(UnfoldAdminImageSmallFieldWidget):
    """For a picture that is replaced or cleared; the one that is there stands above it."""

    template_name = "admin/picture_input.html"

    def __init__(self, attrs: dict[str, str] | None = None) -> None:
        super().__init__({"class": " ".join(INPUT_CLASSES), **(attrs or {})})


def in_theme(form: FormT) -> FormT:
    """The same form, its controls drawn by the theme; how each behaves stays as it was."""
    for field in form.fields.values():
        field.widget = themed(field.widget)
    return form


def themed(widget: forms.Widget) -> forms.Widget:
    drawn = DRAWN.get(type(widget))
    if drawn is not None:
        made = drawn(attrs=dict(widget.attrs), choices=widget.choices)
        made.is_required = widget.is_required
        return made
    if isinstance(widget, forms.FileInput):
        widget.template_name = "admin/file_input.html"
    classes = next(classes for kind, classes in MARKED if isinstance(widget, kind))
    widget.attrs["class"] = " ".join([*classes, widget.attrs.get("class", "")]).strip()
    return widget


def link(url: str, words: object, *, aside: bool = False) -> str:
    """`aside` opens it beside the record, so that both can be read."""
    target = format_html(' target="{}" rel="noopener"', "_blank") if aside else ""
    return format_html('<a class="{}" href="{}"{}>{}</a>', LINK, url, target, words)


def file_link(file: StoredFile | None) -> str:
    return link(file.get_absolute_url(), file.name, aside=True) if file else "—"
