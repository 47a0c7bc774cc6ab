"""What every sign-up asks, by password or by WeChat. A module of its own: allauth's forms import it."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from federation.accounts.models import User
from federation.search.text import to_halfwidth


class SignupBase(forms.Form):
    name = forms.CharField(
        label=_("Your name"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        help_text=_("Your real name; it stands on what you submit."),
    )
    field_order = ["name", "phone", "email", "password1"]

    def clean_name(self) -> str:
        return " ".join(to_halfwidth(self.cleaned_data["name"]).split())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not {"phone", "email"} & set(self.errors) and not cleaned.get("phone") and not cleaned.get("email"):
            self.add_error("phone", _("Give a mobile phone or an e-mail address: a code is sent there."))
        return cleaned

    def signup(self, request: HttpRequest, user: User) -> None:
        """allauth asks for this method; the adapter's save_user has done all there is to do."""
