"""Apps, data, language and files."""

from pathlib import Path

from celery.schedules import crontab

from federation.portal.unfold import UNFOLD as UNFOLD
from federation.settings.env import env

BASE_DIR = Path(__file__).resolve().parent.parent.parent
VAR_DIR = BASE_DIR / "var"

DEBUG = env.bool("DEBUG", default=False)
DEFAULT_SECRET_KEY = "insecure-development-key-never-used-where-debug-is-off-0123456789"
SECRET_KEY = env.str("SECRET_KEY", default=DEFAULT_SECRET_KEY)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["*"] if DEBUG else ["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
# The address that messages and QR codes point to, without a trailing slash.
PORTAL_URL = env.str("PORTAL_URL", default="http://127.0.0.1:8000")
FEDERATION_NAME = env.str("FEDERATION_NAME", default="松江区工商业联合会（总商会）")
# Shown to everyone: where a page says "please call the federation", this is the number.
FEDERATION_PHONE = env.str("FEDERATION_PHONE", default="")

WEIXIN_CLIENT_ID = env.str("WEIXIN_CLIENT_ID", default="")
WEIXIN_CLIENT_SECRET = env.str("WEIXIN_CLIENT_SECRET", default="")
WEIXIN_ENABLED = bool(WEIXIN_CLIENT_ID and WEIXIN_CLIENT_SECRET)

INSTALLED_APPS = [
    "federation.portal",
    "federation.accounts",
    "federation.audit",
    "federation.inbox",
    "federation.files",
    "federation.cases",
    "federation.indicators",
    "federation.search",
    "federation.local",
    "federation.demo",
    "members",
    "chambers",
    "services",
    "events",
    "poverty_aid",
    "unfold.apps.BasicAppConfig",
    "unfold.contrib.filters",
    "federation.portal.admin_config.FederationAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    *(["allauth.socialaccount.providers.weixin"] if WEIXIN_ENABLED else []),
    "allauth.usersessions",
    "django_filters",
    "django_celery_beat",
    "django_htmx",
    "csp",
    "pgtrigger",
    "pghistory",
]

MIDDLEWARE = [
    "federation.audit.middleware.RequestIdMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "federation.audit.middleware.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "federation.accounts.middleware.IdleTimeoutMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "federation.accounts.middleware.SignInTroubleMiddleware",
    "federation.accounts.middleware.HatMiddleware",
    "federation.accounts.middleware.StaffSecondFactorMiddleware",
    "federation.audit.middleware.HistoryContextMiddleware",
]

ROOT_URLCONF = "federation.urls"
WSGI_APPLICATION = "federation.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "federation.portal.context.portal",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "federation.portal.templatetags.portal",
            ],
        },
    }
]

# Finds form templates in templates/; the widgets' own come from django.forms.
FORM_RENDERER = "federation.portal.forms.PortalRenderer"

# --- Data -----------------------------------------------------------------------------------------

DATABASES = {"default": env.db("DATABASE_URL", default="postgres:///federation")}
# Pooled by psycopg: a page without a persistent connection costs four times as much.
DATABASES["default"].setdefault("OPTIONS", {})["pool"] = {
    "min_size": env.int("DATABASE_POOL_MIN", default=1),
    "max_size": env.int("DATABASE_POOL_MAX", default=8),
    "timeout": 10,
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = env.str("REDIS_URL", default="redis://127.0.0.1:6379/0")
CACHES = {
    "default": {
        "BACKEND": "federation.cache.RedisCache",
        # Django's backend speaks redis:// and unix://; Celery calls the same socket redis+socket://.
        "LOCATION": REDIS_URL.replace("redis+socket://", "unix://"),
    }
}

# --- Celery ---------------------------------------------------------------------------------------

CELERY_BROKER_URL = REDIS_URL.replace("unix://", "redis+socket://")
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_TIME_LIMIT = 3600
CELERY_TIMEZONE = "Asia/Shanghai"
CELERY_BEAT_SCHEDULER = "django_celery_beat.schedulers:DatabaseScheduler"
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BEAT_SCHEDULE = {
    "deliver-outbox": {"task": "federation.inbox.tasks.deliver_waiting", "schedule": 10.0},
    "purge-unverified-users": {"task": "federation.accounts.tasks.purge_unverified_users", "schedule": 86400.0},
    "forget-old-security-events": {"task": "federation.audit.tasks.forget_old_events", "schedule": 86400.0},
    "purge-orphan-files": {"task": "federation.files.tasks.purge_orphans", "schedule": 86400.0},
    "size-classes-of-the-year": {
        "task": "members.enterprises.tasks.take_size_snapshot",
        "schedule": crontab(month_of_year="12", day_of_month="31", hour="22", minute="0"),
    },
    "duplicates-in-the-register": {
        "task": "members.duplicates.tasks.look_for_duplicates",
        "schedule": crontab(hour="3", minute="30"),
    },
    "membership-renewal-reminders": {"task": "members.membership.tasks.remind_renewals", "schedule": 3600.0},
    "reminders-of-overdue-cases": {"task": "federation.cases.tasks.remind_of_overdue_cases", "schedule": 3600.0},
    "event-signups-by-the-clock": {"task": "events.events.tasks.open_and_close_signups", "schedule": 60.0},
    "event-reminders": {
        "task": "events.events.tasks.remind_participants",
        "schedule": crontab(minute="5", hour="9-20"),
    },
    "camp-beginnings": {
        "task": "events.camps.tasks.remind_of_beginning",
        "schedule": crontab(minute="20", hour="9-20"),
    },
    "figures-of-large-tables": {"task": "federation.indicators.tasks.refresh_rollups", "schedule": 1800.0},
}

# --- Figures --------------------------------------------------------------------------------------

# A table of at least this many rows (by the database's estimate) is counted ahead of time, a smaller one at once.
FIGURES_LIVE_ROWS = env.int("FIGURES_LIVE_ROWS", default=200_000)
# A count older than this many seconds is no longer shown: the rows are counted again.
FIGURES_MAX_AGE = 2 * 3600

# --- Language, time -------------------------------------------------------------------------------

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"

# --- Files ----------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "static" / "collected"
STATICFILES_DIRS = [BASE_DIR / "static" / "dist"]
MEDIA_ROOT = env.path("MEDIA_ROOT", default=str(VAR_DIR / "media"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
# Where nginx serves MEDIA_ROOT internally (X-Accel-Redirect), such as /protected/; empty: Django sends files itself.
FILES_ACCEL_PREFIX = env.str("FILES_ACCEL_PREFIX", default="")
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

# --- Membership -----------------------------------------------------------------------------------

# {number} counts the admissions of the year; it stands last.
MEMBER_NUMBER_FORMAT = env.str("MEMBER_NUMBER_FORMAT", default="SJ{year}-{number:05d}")
# How long a membership period is unless its dates are given.
MEMBERSHIP_MONTHS = env.int("MEMBERSHIP_MONTHS", default=12)
# How many days before the end of a membership its renewal may be applied for.
RENEWAL_OPENS_DAYS = env.int("RENEWAL_OPENS_DAYS", default=90)
