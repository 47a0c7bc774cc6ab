"""Telephones and addresses of people as a register states them."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from federation.accounts.phones import phone_or_none

_MOBILE = re.compile(r"\+861\d{10}")


def is_mobile(text: str) -> bool:
    """Somebody's own number rather than an office's."""
    return bool(_MOBILE.fullmatch(phone_or_none(text) or ""))


def clean_phone(text: str) -> str | None:
    """As people write it, of a number that exists; None for what is none."""
    plain = unicodedata.normalize("NFKC", text).strip().removeprefix("+86").strip()
    return plain if len(plain) <= 30 and phone_or_none(plain) else None


def clean_email(text: str) -> str | None:
    address = unicodedata.normalize("NFKC", text).strip()
    try:
        validate_email(address)
    except ValidationError:
        return None
    return address if len(address) <= 254 else None
