"""Unified social credit codes (GB 32100-2015) and the old registration numbers before them."""

import re
import unicodedata
from operator import mul

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from stdnum.iso7064 import mod_11_10

LENGTH = 18
OLD_LENGTH = 15
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_VALUES = {character: value for value, character in enumerate(ALPHABET)}
# 3 to the power of the place, modulo 31.
_WEIGHTS = tuple(pow(3, place, 31) for place in range(LENGTH - 1))
# GB 32100-2015 table 1: who registered the body. 9 is the market regulator, N agriculture, A the army, Y others.
_AUTHORITIES = frozenset("123456789ANY")
_LOOKALIKES = {"I": "1", "O": "0", "S": "5", "V": "U", "Z": "2"}
# Spaces of every kind, hyphens, and the invisible characters and apostrophe that spreadsheets leave before a text.
_SEPARATORS = re.compile(r"[\s\-‐-―−'’`​-‏﻿]+")
_ROUNDED = re.compile(r"^\d(?:\.\d+)?E\+?\d+$")
_OLD_NUMBER = re.compile(r"^\d{15}$")


class InvalidCode(ValidationError):
    """Says in words what is wrong with a code."""


def normalise(value: str) -> str:
    """Half-width, upper case, without spaces, hyphens and invisible characters."""
    if value.isascii() and value.isalnum():
        return value.upper()
    return _SEPARATORS.sub("", unicodedata.normalize("NFKC", value)).upper()


def check_digit(body: str) -> str:
    """The eighteenth character for the seventeen before it. python-stdnum says the same, at five times the cost, which
    an import of 100,000 rows would feel."""
    return ALPHABET[-sum(map(mul, map(_VALUES.__getitem__, body), _WEIGHTS)) % 31]


def check(value: str) -> str:
    """The normalised code.

    Raises InvalidCode, which names the fault: length, a character that no code has, or the check digit expected.
    """
    code = normalise(value)
    if len(code) != LENGTH:
        raise InvalidCode(_why_length(code), code="length")
    if not _VALUES.keys() >= set(code):
        raise InvalidCode(_why_character(code), code="character")
    if code[0] not in _AUTHORITIES or not code[2:8].isdigit():
        raise InvalidCode(
            _("A credit code begins with its registering authority and six digits of the region, as in 91310117…"),
            code="form",
        )
    expected = check_digit(code[:17])
    if code[17] != expected:
        raise InvalidCode(
            _("The check digit is wrong: this code should end in %(expected)s, not %(found)s.")
            % {"expected": expected, "found": code[17]},
            code="checksum",
        )
    return code


def is_valid(value: str) -> bool:
    try:
        check(value)
    except InvalidCode:
        return False
    return True


def validate_uscc(value: str) -> None:
    """For model and form fields."""
    check(value)


def is_registration_number(value: str) -> bool:
    """Whether this is an old registration number of 15 digits, which is never a credit code."""
    return bool(_OLD_NUMBER.match(normalise(value)))


def registration_number_check_digit_fits(number: str) -> bool:
    """Old numbers issued since 2007 end in an ISO 7064 MOD 11,10 digit; older ones may not."""
    return bool(mod_11_10.is_valid(number))


def _why_length(code: str) -> str:
    if not code:
        return _("The credit code is missing.")
    if _ROUNDED.match(code):
        return _("A spreadsheet rounded this code to a number. Format the column as text and enter the code again.")
    if is_registration_number(code):
        return _("This is an old registration number of 15 digits, not a credit code of 18.")
    return _("A credit code has 18 characters; this has %(count)d.") % {"count": len(code)}


def _why_character(code: str) -> str:
    found = next(character for character in code if character not in _VALUES)
    if found in _LOOKALIKES:
        return _("A credit code has no letter %(letter)s. Is it %(instead)s?") % {
            "letter": found,
            "instead": _LOOKALIKES[found],
        }
    return _("“%(character)s” doesn't belong in a credit code: it has digits and capital letters only.") % {
        "character": found
    }
