"""Personal data in the forms of staff: shown masked, kept unless something else is typed over it."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

REMOVED = "-"


class MaskedFieldsForm(forms.ModelForm):
    """`masks` names the fields and how each is masked. Nothing of what is kept reaches the browser whole."""

    masks: ClassVar[Mapping[str, Callable[[str], str]]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._kept: dict[str, str] = {}
        for name, mask in self.masks.items():
            kept = getattr(self.instance, name, None) if self.instance.pk else None
            if kept and name in self.fields:
                self._mask(name, kept, mask(kept))

    def _mask(self, name: str, kept: str, masked: str) -> None:
        field = self.fields[name]
        self._kept[name] = kept
        self.initial[name] = ""
        field.widget.attrs["placeholder"] = masked
        field.help_text = _("Leave empty to keep %(kept)s; “-” removes it.") % {"kept": masked}
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
