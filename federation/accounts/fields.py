"""Form fields for the addresses people know themselves by."""

from typing import Any

from django import forms
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from federation.accounts.phones import normalise_phone
from federation.search.text import to_halfwidth


class PhoneField(forms.CharField):
    """Cleans to E.164; eleven digits are taken as a Chinese mobile."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Mobile phone"))
        kwargs.setdefault("max_length", 30)
        kwargs.setdefault("widget", forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "inputmode": "tel"}))
        super().__init__(**kwargs)

    def clean(self, value: str) -> str:
        value = super().clean(value)
        return normalise_phone(value) if value else ""


class ContactField(forms.CharField):
    """A mobile phone (cleans to E.164) or an e-mail address (cleans to small letters)."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Mobile phone or e-mail"))
        kwargs.setdefault("max_length", 254)
        kwargs.setdefault("widget", forms.TextInput(attrs={"autocomplete": "username"}))
        super().__init__(**kwargs)

    def clean(self, value: str) -> str:
        value = to_halfwidth(super().clean(value)).strip()
        if "@" in value:
            validate_email(value)
            return value.lower()
        return normalise_phone(value) if value else ""
