"""Forms of the ways in. One field takes whichever name people know themselves by; nobody chooses between three."""

from typing import Any

from allauth.account import forms as allauth_forms
from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.password_reset_by_code import PasswordResetVerificationProcess
from allauth.account.models import EmailAddress
from allauth.core import context, ratelimit
from allauth.socialaccount import forms as social_forms
from django import forms
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from federation.accounts.actions import email_is_taken, release_email
from federation.accounts.fields import ContactField
from federation.accounts.models import User
from federation.accounts.phones import phone_or_none
from federation.search.text import to_halfwidth

WAITING_TOO_SHORT = _("A code was asked for only just now. Wait half a minute before the next.")


def is_email(contact: str) -> bool:
    return "@" in contact


# One for each language.
_blank_logins: dict[str, SafeString] = {}


class LoginForm(allauth_forms.LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        login = self.fields["login"]
        login.label = _("Mobile phone, e-mail or user name")
        login.widget.attrs = {"autocomplete": "username"}
        self.fields["password"].widget.attrs.pop("placeholder", None)
        self.fields["remember"].label = _("Stay signed in on this device for a week")

    def render(self, *args: Any, **kwargs: Any) -> SafeString:
        """The blank form is the same for everyone, and the page most asked for by those who are nobody yet."""
        if self.is_bound or self.initial or args or kwargs:
            return super().render(*args, **kwargs)
        language = get_language() or ""
        if language not in _blank_logins:
            _blank_logins[language] = super().render()
        return _blank_logins[language]

    __str__ = render
    __html__ = render

    def clean_login(self) -> str:
        login = to_halfwidth(super().clean_login()).strip()
        return phone_or_none(login) or login


class _SignupFields:
    """Labels of the fields that allauth adds."""

    fields: dict[str, forms.Field]
    cleaned_data: dict[str, Any]

    def name_fields(self) -> None:
        self.fields["phone"].label = _("Mobile phone")
        self.fields["phone"].help_text = _("A code will be sent by text message.")
        self.fields["email"].label = _("E-mail")
        self.fields["email"].required = self.fields["email"].widget.is_required = False
        self.fields["email"].help_text = _("May be left empty if you give a mobile phone.")
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)

    def validate_unique_email(self, value: str) -> str:
        return super().validate_unique_email(value) if email_is_taken(value) else value

    def save(self, request: HttpRequest) -> User:
        if email := self.cleaned_data.get("email"):
            release_email(email)
        return super().save(request)


class SignupForm(_SignupFields, allauth_forms.SignupForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.name_fields()

    def try_save(self, request: HttpRequest) -> tuple[User | None, HttpResponse | None]:
        try:
            with transaction.atomic():
                return super().try_save(request)
        except IntegrityError:
            # Two sign-ups with one address at the same moment: the second is told as if it had come later.
            self.account_already_exists = True
            return super().try_save(request)


class SocialSignupForm(_SignupFields, social_forms.SignupForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.name_fields()


class RequestLoginCodeForm(forms.Form):
    """Only addresses that their owner has verified get a code; the page never says which those are."""

    contact = ContactField()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        contact = cleaned.get("contact")
        if contact:
            if not ratelimit.consume(context.request, action="request_login_code", key=contact):
                raise forms.ValidationError(WAITING_TOO_SHORT, code="too_soon")
            cleaned["email" if is_email(contact) else "phone"] = contact
            self._user = verified_owner(contact)
        return cleaned


class ResetPasswordForm(forms.Form):
    contact = ContactField()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        # allauth's view counts requests by this.
        cleaned["email"] = cleaned.get("contact", "")
        return cleaned

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        contact = self.cleaned_data["contact"]
        if is_email(contact):
            PasswordResetVerificationProcess.initiate(request=request, user=owner_of_email(contact), email=contact)
        else:
            PasswordResetByPhone.begin(request, verified_owner(contact), contact)
        return contact


class PasswordResetByPhone(PasswordResetVerificationProcess):
    """The same steps with the code sent by text; the state's "email" holds the number, which no address equals."""

    @classmethod
    def begin(cls, request: HttpRequest, user: User | None, phone: str) -> None:
        process = cls(request, state=cls.initial_state(user, phone), user=user)
        process.send()
        process.persist()

    def send(self) -> None:
        adapter, phone = get_adapter(), self.state["email"]
        if not self.user:
            adapter.send_unknown_account_sms(phone)
            return
        self.state["code"] = adapter.generate_password_reset_code()
        adapter.send_verification_code_sms(user=self.user, phone=phone, code=self.code)


def verified_owner(contact: str) -> User | None:
    if is_email(contact):
        found = EmailAddress.objects.filter(email=contact, verified=True, user__is_active=True).select_related("user")
        return next((address.user for address in found), None)
    return User.objects.filter(phone=contact, phone_verified=True, is_active=True).first()


def owner_of_email(email: str) -> User | None:
    """Who verified it, or for whom staff entered it. Not who only claimed it at sign-up: that account may bear somebody
    else's proved phone, and would then be shared."""
    entered = User.objects.filter(email=email, is_active=True, self_registered=False)
    return verified_owner(email) or entered.first()
