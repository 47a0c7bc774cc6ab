"""The twelve digits of a village: province, prefecture and county (two each), township and village (three each).

Source: 统计用区划代码和城乡划分代码编制规则 (National Bureau of Statistics).
"""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LENGTH = 12
COUNTY_DIGITS = 6
# Provinces, regions and municipalities of GB/T 2260.
PROVINCES = frozenset(
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82".split()
)
SHAPE = re.compile(r"[0-9]{12}")


class InvalidVillageCode(ValidationError):
    """Says what is wrong with the code."""


def normalise(text: str) -> str:
    """Full-width digits and spaces, as they come out of documents, made plain."""
    return re.sub(r"[\s\u200b-]", "", unicodedata.normalize("NFKC", text))


def check(text: str) -> str:
    """The code, normalised. Raises InvalidVillageCode with words."""
    code = normalise(text)
    if not SHAPE.fullmatch(code):
        raise InvalidVillageCode(_("A village's code has twelve digits."))
    if code[:2] not in PROVINCES:
        raise InvalidVillageCode(_("No province begins with %(digits)s.") % {"digits": code[:2]})
    if code[2:4] == "00" or code[4:6] == "00":
        raise InvalidVillageCode(_("This is the code of a province or a prefecture, not of a village."))
    if code[6:9] == "000":
        raise InvalidVillageCode(_("This is the code of a county, not of a village."))
    if code[9:] == "000":
        raise InvalidVillageCode(_("This is the code of a town, not of a village."))
    return code


def county_of(code: str) -> str:
    """The county's six digits."""
    return code[:COUNTY_DIGITS]
