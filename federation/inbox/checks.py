"""Misconfigured ways out are named at start, with what to do."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core import checks

from federation.inbox.gateways import GATEWAYS


def check_gateways(app_configs: object = None, **kwargs: object) -> list[checks.CheckMessage]:
    if settings.SMS_GATEWAY not in GATEWAYS:
        return [
            checks.Error(
                f"SMS_GATEWAY is {settings.SMS_GATEWAY!r}, which is no gateway.",
                hint=f"Set it to one of: {', '.join(GATEWAYS)}.",
                id="inbox.E001",
            )
        ]
    if settings.SMS_GATEWAY == "http" and urlsplit(settings.SMS_HTTP_URL).scheme not in {"http", "https"}:
        return [
            checks.Error(
                "SMS_GATEWAY is http, but SMS_HTTP_URL is no address.",
                hint="Set SMS_HTTP_URL to the address of the provider, such as https://sms.example.com/send.",
                id="inbox.E002",
            )
        ]
    return []


def check_ways_out_of_production(app_configs: object = None, **kwargs: object) -> list[checks.CheckMessage]:
    """For `check --deploy`: nobody reads a console."""
    problems: list[checks.CheckMessage] = []
    if settings.SMS_GATEWAY == "console":
        problems.append(
            checks.Warning(
                "Text messages are only printed: people can't sign in by phone code.",
                hint="Set SMS_GATEWAY=http, SMS_HTTP_URL and SMS_HTTP_TOKEN.",
                id="inbox.W001",
            )
        )
    elif urlsplit(settings.SMS_HTTP_URL).scheme == "http":
        problems.append(
            checks.Warning(
                "Codes go to the SMS gateway unencrypted.",
                hint="Use an https address in SMS_HTTP_URL.",
                id="inbox.W002",
            )
        )
    if settings.EMAIL_BACKEND.endswith((".console.EmailBackend", ".dummy.EmailBackend")):
        problems.append(
            checks.Warning(
                "E-mail is only printed.",
                hint="Set EMAIL_URL, such as smtp+tls://user:password@mail.example.com:587, and DEFAULT_FROM_EMAIL.",
                id="inbox.W003",
            )
        )
    return problems
