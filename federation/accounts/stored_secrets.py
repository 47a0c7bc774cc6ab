"""Secrets that must be read again (TOTP keys) are encrypted at rest; a stolen database alone gives no second factor."""

import base64

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured


def _fernet(key: str) -> Fernet:
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"federation stored secrets").derive(key.encode())
    return Fernet(base64.urlsafe_b64encode(derived))


def _keys() -> MultiFernet:
    return MultiFernet([_fernet(key) for key in [*settings.STORED_SECRETS_KEYS, *settings.SECRET_KEY_FALLBACKS]])


def encrypt(text: str) -> str:
    return _keys().encrypt(text.encode()).decode()


def decrypt(token: str) -> str:
    """Raises ImproperlyConfigured if none of the configured keys wrote it."""
    try:
        return _keys().decrypt(token.encode()).decode()
    except InvalidToken as error:
        raise ImproperlyConfigured(
            "A stored secret can't be read: STORED_SECRETS_KEYS (or SECRET_KEY) has changed; put the old key behind it."
        ) from error
