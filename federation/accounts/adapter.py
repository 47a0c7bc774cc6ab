"""What django-allauth asks of this portal: telephone numbers, texts, where to go after signing in, how secrets rest."""

import secrets
from smtplib import SMTPException
from types import SimpleNamespace
from typing import Any

import structlog
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import Login
from allauth.account.stages import EmailVerificationStage
from allauth.core import ratelimit
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp, SocialLogin
from django.conf import settings
from django.contrib.auth import signals as auth_signals
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from federation.accounts import stored_secrets
from federation.accounts.actions import claim_phone, user_of_login
from federation.accounts.errors import CodeNotSent
from federation.accounts.fields import PhoneField
from federation.accounts.hats import hats_of
from federation.accounts.models import User
from federation.accounts.phones import phone_or_none
from federation.inbox.gateways import SmsError, send_sms

log = structlog.get_logger(__name__)

STAGES = {
    "allauth.account.stages.EmailVerificationStage": "federation.accounts.adapter.EmailIfThereIsOneStage",
}


class EmailIfThereIsOneStage(EmailVerificationStage):
    """An address must be verified before its owner gets in, but nobody must have one: a phone does as well."""

    def handle(self) -> tuple[HttpResponse | None, bool]:
        login: Login = self.login
        if login.user and not login.user.emailaddress_set.exists():
            return None, True
        if not login.user and not login.email:
            return None, True
        return super().handle()


class AccountAdapter(DefaultAccountAdapter):
    def get_login_stages(self) -> list[str]:
        return [STAGES.get(stage, stage) for stage in super().get_login_stages()]

    # --- Signing up ---

    def populate_username(self, request: HttpRequest, user: User) -> None:
        """People sign in by phone or e-mail; the user name they never see only has to be free."""
        if not user.username:
            user.username = f"u{secrets.randbelow(10**12):012d}"

    def save_user(self, request: HttpRequest, user: User, form: Form, commit: bool = True) -> User:
        user.name = form.cleaned_data["name"]
        user.language = get_language() or settings.LANGUAGE_CODE
        user.self_registered = True
        return super().save_user(request, user, form, commit)

    # --- Telephone numbers ---

    def phone_form_field(self, **kwargs: Any) -> PhoneField:
        return PhoneField(**kwargs)

    def get_phone(self, user: User) -> tuple[str, bool] | None:
        return (user.phone, user.phone_verified) if user.phone else None

    def set_phone(self, user: User, phone: str, verified: bool) -> None:
        claim_phone(user, phone, verified=verified)

    def set_phone_verified(self, user: User, phone: str) -> None:
        claim_phone(user, phone, verified=True)

    def get_user_by_phone(self, phone: str) -> User | None:
        """Only its verified owner: a number that somebody merely typed is nobody's."""
        number = phone_or_none(phone)
        return User.objects.filter(phone=number, phone_verified=True).first() if number else None

    def send_verification_code_sms(self, user: User, phone: str, code: str, **kwargs: Any) -> None:
        text = _("%(code)s is your code. It holds for 10 minutes; nobody from the federation will ever ask for it.")
        self._send_sms(phone, text % {"code": code})

    def send_unknown_account_sms(self, phone: str, **kwargs: Any) -> None:
        # As with mail: the page says the same whether or not there is an account; only the owner is told.
        self._send_sms(phone, _("Somebody asked to sign in with this number, but it has no account. You can sign up."))

    def send_account_already_exists_sms(self, phone: str) -> None:
        text = _("Somebody asked to sign up with this number, but it has an account. You can sign in with a code.")
        self._send_sms(phone, text)

    def _send_sms(self, phone: str, text: str) -> None:
        try:
            send_sms(phone, f"【{settings.FEDERATION_NAME}】{text}", reference=f"code-{secrets.token_hex(8)}")
        except SmsError as error:
            raise CodeNotSent(by_mail=False) from error

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        # allauth's texts name the site; without django.contrib.sites that would be the host's name.
        site = SimpleNamespace(name=settings.FEDERATION_NAME, domain=settings.PORTAL_URL)
        context = {"current_site": site, **context}
        try:
            super().send_mail(template_prefix, email, context)
        except (SMTPException, OSError) as error:
            raise CodeNotSent(by_mail=True) from error

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """What has been done stands, told or not: a mail server that is down must not undo it."""
        try:
            super().send_notification_mail(*args, **kwargs)
        except CodeNotSent as error:
            log.warning("notification_not_sent", error=repr(error.__cause__))

    # --- Lockout ---

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """One count for an account, by whichever of its names it is tried; one for each name that is nobody's."""
        logins = [str(credentials[name]) for name in ("phone", "email", "username") if credentials.get(name)]
        user = next(filter(None, map(user_of_login, logins)), None)
        login = logins[0] if logins else ""
        return f"user:{user.pk}" if user else f"login:{phone_or_none(login) or login.lower()}"

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            auth_signals.user_login_failed.send(
                sender=type(self), credentials=credentials, request=request, locked=True
            )
            raise

    def forget_failed_attempts(self, request: HttpRequest, user: User) -> None:
        ratelimit.clear(request, action="login_failed", key=f"user:{user.pk}")

    # --- After signing in ---

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        hats = hats_of(request.user)
        return hats[0].home_url if hats else super().get_login_redirect_url(request)

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse:
        language = get_language() or settings.LANGUAGE_CODE
        if user.language != language:
            # Messages come in the language last used.
            user.language = language
            user.save(update_fields=["language"])
        return super().post_login(request, user, **kwargs)


class MFAAdapter(DefaultMFAAdapter):
    def encrypt(self, text: str) -> str:
        return stored_secrets.encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        return stored_secrets.decrypt(encrypted_text)

    def _get_site_name(self) -> str:
        return settings.FEDERATION_NAME


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]) -> User:
        """WeChat knows a nickname, which is no name: the form asks for the real one."""
        return sociallogin.user

    def list_apps(
        self, request: HttpRequest, provider: str | None = None, client_id: str | None = None
    ) -> list[SocialApp]:
        """The settings alone say which there are: with none, the sign-in page needn't ask the database."""
        if not settings.SOCIALACCOUNT_PROVIDERS:
            return []
        apps: list[SocialApp] = super().list_apps(request, provider, client_id)
        return apps

    def get_connect_redirect_url(self, request: HttpRequest, socialaccount: object) -> str:
        return reverse("socialaccount_connections")
