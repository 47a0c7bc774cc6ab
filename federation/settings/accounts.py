"""People: how they sign in and how often they may try. The pages are django-allauth's, the look is ours."""

from datetime import timedelta

from federation.settings.base import (
    DEBUG,
    FEDERATION_NAME,
    SECRET_KEY,
    WEIXIN_CLIENT_ID,
    WEIXIN_CLIENT_SECRET,
    WEIXIN_ENABLED,
)
from federation.settings.env import env

AUTH_USER_MODEL = "accounts.User"
# Only this one: it is Django's ModelBackend with phone and e-mail added; both together would hash every password twice.
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "name", "email", "phone")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"

# --- Sessions -------------------------------------------------------------------------------------

SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"
# The longest a session lives: only if "stay signed in" was ticked, and never for staff (see IdleTimeoutMiddleware).
SESSION_COOKIE_AGE = int(timedelta(days=7).total_seconds())
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
STAFF_IDLE_TIMEOUT = env.int("STAFF_IDLE_TIMEOUT", default=30 * 60)
IDLE_TIMEOUT = env.int("IDLE_TIMEOUT", default=2 * 3600)

# --- Signing up and in ----------------------------------------------------------------------------

ACCOUNT_ADAPTER = "federation.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email", "phone"}
# Not "phone*": with it, everyone without a phone is locked out. "email*" because allauth wants it where verification is
# mandatory; our form requires one of the two, and the adapter's stage verifies whichever is there.
ACCOUNT_SIGNUP_FIELDS = ["phone", "email*", "password1*"]
ACCOUNT_SIGNUP_FORM_CLASS = "federation.accounts.signup.SignupBase"
ACCOUNT_FORMS = {
    "login": "federation.accounts.forms.LoginForm",
    "signup": "federation.accounts.forms.SignupForm",
    "request_login_code": "federation.accounts.forms.RequestLoginCodeForm",
    "reset_password": "federation.accounts.forms.ResetPasswordForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = "username"
ACCOUNT_USER_DISPLAY = "federation.accounts.models.display_name"
ACCOUNT_SESSION_REMEMBER = None
ACCOUNT_UNIQUE_EMAIL = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_PHONE_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_PHONE_VERIFICATION_TIMEOUT = 10 * 60
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 10 * 60
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 10 * 60
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_REAUTHENTICATION_REQUIRED = True
# Tells the owner when a password, an address or a second factor of theirs was changed.
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = f"[{FEDERATION_NAME}] "
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "http" if DEBUG else "https"
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "length": 6, "dashed": False}

# Limits live in Redis, so they hold across processes. Per address they are wide: a whole town may share one (carrier
# NAT); per account they are tight.
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    "login_failed": "30/m/ip,5/15m/key",
    "signup": "20/m/ip,200/d/ip",
    "request_login_code": "20/m/ip,300/d/ip,1/30s/key,10/d/key",
    "verify_phone": "20/m/ip,300/d/ip,1/30s/key,10/d/key",
    "confirm_email": "1/10s/key,20/d/key",
    "reset_password": "20/m/ip,300/d/ip,3/10m/key",
    "change_phone": "3/10m/user",
}
# Signing in by passkey guesses at no account; the same wide limit as for passwords.
MFA_RATE_LIMITS = {"webauthn_login": "60/m/ip"}
# How many proxies of our own add to X-Forwarded-For; 0 trusts none of it.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=0)
UNVERIFIED_USERS_KEPT = timedelta(days=3)

# --- Second factor --------------------------------------------------------------------------------

MFA_ADAPTER = "federation.accounts.adapter.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
# A passkey alone signs in, so the device must have seen its owner's finger, face or PIN.
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEBUG
MFA_TOTP_ISSUER = FEDERATION_NAME
MFA_TOTP_TOLERANCE = 1
MFA_RECOVERY_CODES_SHOW_ONCE = False
# What encrypts TOTP secrets at rest: the first key writes, all read. Rotate by putting a new one in front.
STORED_SECRETS_KEYS = env.list("STORED_SECRETS_KEYS", default=[SECRET_KEY])

# --- WeChat ---------------------------------------------------------------------------------------

SOCIALACCOUNT_ADAPTER = "federation.accounts.adapter.SocialAccountAdapter"
SOCIALACCOUNT_FORMS = {"signup": "federation.accounts.forms.SocialSignupForm"}
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_PROVIDERS: dict[str, dict] = {}
if WEIXIN_ENABLED:
    SOCIALACCOUNT_PROVIDERS["weixin"] = {
        "APPS": [{"client_id": WEIXIN_CLIENT_ID, "secret": WEIXIN_CLIENT_SECRET, "name": "WeChat"}],
    }
    # The default shows a QR code for a computer; an official account inside WeChat has another address and scope:
    # https://open.weixin.qq.com/connect/oauth2/authorize and snsapi_userinfo.
    if authorize_url := env.str("WEIXIN_AUTHORIZE_URL", default=""):
        SOCIALACCOUNT_PROVIDERS["weixin"] |= {"AUTHORIZE_URL": authorize_url, "SCOPE": ["snsapi_userinfo"]}
