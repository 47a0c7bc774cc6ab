"""A portal that isn't safe to start says so, with what to do; production refuses to start on a default secret."""

from pathlib import Path

from django.conf import settings
from django.core import checks
from django.core.exceptions import ImproperlyConfigured

NEW_SECRET = 'python -c "import secrets; print(secrets.token_urlsafe(50))"'


def check_secret_key(app_configs: object = None, **kwargs: object) -> list[checks.CheckMessage]:
    if settings.DEBUG or settings.DEFAULT_SECRET_KEY not in {settings.SECRET_KEY, *settings.STORED_SECRETS_KEYS}:
        return []
    return [
        checks.Error(
            "SECRET_KEY is the one from the public source: anyone could sign themselves in.",
            hint=f"Set SECRET_KEY to a long random text of your own, made with: {NEW_SECRET}",
            id="audit.E001",
        )
    ]


def check_media_root(app_configs: object = None, **kwargs: object) -> list[checks.CheckMessage]:
    media = Path(settings.MEDIA_ROOT).resolve()
    served = [Path(settings.STATIC_ROOT), *map(Path, settings.STATICFILES_DIRS)]
    for folder in (folder.resolve() for folder in served):
        if media == folder or folder in media.parents:
            return [
                checks.Error(
                    f"MEDIA_ROOT lies in {folder}, which is served to everyone.",
                    hint="Uploaded files are served only after a rights check: set MEDIA_ROOT to another folder.",
                    id="audit.E002",
                )
            ]
    return []


def check_production(app_configs: object = None, **kwargs: object) -> list[checks.CheckMessage]:
    """For `check --deploy`."""
    problems: list[checks.CheckMessage] = []
    if settings.BASE_DIR.resolve() in Path(settings.MEDIA_ROOT).resolve().parents:
        problems.append(
            checks.Warning(
                "MEDIA_ROOT lies in the program's folder: a fresh checkout would leave the uploads behind.",
                hint="Set MEDIA_ROOT to a folder that is backed up with the database.",
                id="audit.W001",
            )
        )
    if settings.BEHIND_TLS and not settings.ALLAUTH_TRUSTED_PROXY_COUNT:
        problems.append(
            checks.Warning(
                "All visitors seem to come from the proxy, so they share one rate limit.",
                hint="Set TRUSTED_PROXY_COUNT to the number of your proxies that add to X-Forwarded-For.",
                id="audit.W002",
            )
        )
    if not settings.PORTAL_URL.startswith("https://"):
        problems.append(
            checks.Warning(
                f"Messages link to {settings.PORTAL_URL}.",
                hint="Set PORTAL_URL to the public https address.",
                id="audit.W003",
            )
        )
    return problems


def refuse_unsafe_start() -> None:
    """Called where the web server and the worker start, which run no system checks. Raises ImproperlyConfigured."""
    for problem in [*check_secret_key(), *check_media_root()]:
        raise ImproperlyConfigured(f"{problem.msg} {problem.hint}")
