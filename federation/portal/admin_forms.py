"""What the forms of staff have in common: personal data is shown masked and kept unless something else is typed over
it, and nobody gives themselves an office."""

from collections.abc import Iterable
from copy import copy
from typing import Any, ClassVar

from django import forms
from django.contrib.admin.utils import flatten_fieldsets
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from federation.accounts.models import User
from federation.audit.masking import masks_of, shown
from federation.audit.templatetags.personal import masked_value

REMOVED = "-"


class ViewedForm(forms.ModelForm):
    """Knows who looks at it (see `with_viewer`)."""

    viewer: ClassVar[User | None] = None


class OfficeForm(ViewedForm):
    """For rows that give their `user` a right. Giving it to oneself, or making more of what one has, is a colleague's
    to do; a name may be mended."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        user = cleaned.get("user")
        if user and user == self.viewer and set(self.changed_data) - {"name"}:
            self.add_error("user", _("Nobody names themselves: ask a colleague to enter you."))
        return cleaned


class MaskedFieldsForm(ViewedForm):
    """For models that declare personal data. Nothing of what is kept reaches the browser whole; `viewer` is led to the
    page that shows it for a reason."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            for name in masks_of(self._meta.model):
                kept = getattr(self.instance, name, None)
                if kept and name in self.fields:
                    self._mask(name, kept)

    def _mask(self, name: str, kept: str) -> None:
        field = self.fields[name]
        masked = shown(self.instance, name)
        self.initial[name] = ""
        field.widget.attrs["placeholder"] = masked
        way = masked_value(self.instance, name, self.viewer) if self.viewer else masked
        field.help_text = format_html("{}<br>{}", way, _("Leave empty to keep it; “-” removes it."))
        field.required = False
        clean = field.clean
        empty = None if self._meta.model._meta.get_field(name).null else ""

        def clean_typed(value: Any) -> Any:
            typed = str(value or "").strip()
            if not typed:
                return kept
            return empty if typed == REMOVED else clean(value)

        # On this form's own copy of the field.
        field.clean = clean_typed


def mask_what_is_only_shown(context: dict[str, Any], viewer: User) -> None:
    """A field that a person may not type into is drawn from the record itself, past its form: for a page about to be
    drawn, such forms are given a record in which what is personal is masked."""
    page = context["adminform"]
    _mask_record(page.form, page.readonly_fields, viewer)
    for part in context.get("inline_admin_formsets", ()):
        shown = list(part.readonly_fields)
        if not part.has_change_permission:
            shown += flatten_fieldsets(part.fieldsets)
        for form in part.formset.forms:
            _mask_record(form, shown, viewer)


def _mask_record(form: forms.ModelForm, shown: Iterable[Any], viewer: User) -> None:
    record = form.instance
    names = [name for name in masks_of(type(record)) if name in shown and getattr(record, name)]
    if record.pk is None or not names:
        return
    form.instance = copy(record)
    for name in names:
        setattr(form.instance, name, masked_value(record, name, viewer))


def with_viewer(form: type[forms.ModelForm], viewer: User) -> type[forms.ModelForm]:
    """Tells a form class made for this request who looks at it."""
    if issubclass(form, ViewedForm):
        form.viewer = viewer
    return form
