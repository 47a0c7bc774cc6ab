"""Telephone numbers: stored as E.164, typed as people type them."""

import phonenumbers
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from federation.search.text import to_halfwidth

DEFAULT_REGION = "CN"


def normalise_phone(value: str) -> str:
    """The number as E.164; a number without country code is taken as Chinese. Raises ValidationError."""
    try:
        number = phonenumbers.parse(to_halfwidth(value).strip(), DEFAULT_REGION)
    except phonenumbers.NumberParseException as error:
        raise ValidationError(_("“%(value)s” is not a telephone number."), params={"value": value}) from error
    if not phonenumbers.is_valid_number(number):
        raise ValidationError(_("“%(value)s” is not a telephone number."), params={"value": value})
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def phone_or_none(value: str) -> str | None:
    """As `normalise_phone`, but None for what is no telephone number."""
    try:
        return normalise_phone(value)
    except ValidationError:
        return None


def validate_e164(value: str) -> None:
    if normalise_phone(value) != value:
        raise ValidationError(_("Write the number with its country code, such as +8613812345678."))


def validate_no_address(value: str) -> None:
    """A user name that reads as somebody's telephone number or e-mail would be tried as theirs at sign-in."""
    if "@" in value or phone_or_none(value):
        raise ValidationError(_("Choose a user name that is neither a telephone number nor an e-mail address."))
