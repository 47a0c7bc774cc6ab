"""Sections, divisions, groups and classes of GB/T 4754-2017."""

import re

from django.utils.translation import gettext_lazy as _

from federation.search.text import fold, to_halfwidth

# In English and, by the catalogue, in the words of the standard.
SECTION_NAMES = {
    "A": _("Agriculture, forestry and fishing"),
    "B": _("Mining"),
    "C": _("Manufacturing"),
    "D": _("Electricity, heat, gas and water"),
    "E": _("Construction"),
    "F": _("Wholesale and retail"),
    "G": _("Transport, storage and post"),
    "H": _("Hotels and catering"),
    "I": _("Information and software"),
    "J": _("Finance"),
    "K": _("Real estate"),
    "L": _("Leasing and business services"),
    "M": _("Research and technical services"),
    "N": _("Water, environment and public facilities"),
    "O": _("Household, repair and other services"),
    "P": _("Education"),
    "Q": _("Health and social work"),
    "R": _("Culture, sport and entertainment"),
    "S": _("Public administration and social organisations"),
    "T": _("International organisations"),
}

# First and last division of each section.
SECTION_DIVISIONS: dict[str, tuple[int, int]] = {
    "A": (1, 5),
    "B": (6, 12),
    "C": (13, 43),
    "D": (44, 46),
    "E": (47, 50),
    "F": (51, 52),
    "G": (53, 60),
    "H": (61, 62),
    "I": (63, 65),
    "J": (66, 69),
    "K": (70, 70),
    "L": (71, 72),
    "M": (73, 75),
    "N": (76, 79),
    "O": (80, 82),
    "P": (83, 83),
    "Q": (84, 85),
    "R": (86, 90),
    "S": (91, 96),
    "T": (97, 97),
}
_SECTION_BY_DIVISION = {
    f"{division:02d}": section
    for section, (first, last) in SECTION_DIVISIONS.items()
    for division in range(first, last + 1)
}


def section_of(code: str | None) -> str:
    """The section letter of a class, group, division or section code; empty when there is none."""
    if not code:
        return ""
    return code[0] if code[0].isalpha() else _SECTION_BY_DIVISION.get(code[:2], "")


# 6510, I65, I6510 软件开发; I and I信息传输、软件和信息技术服务业 for a whole section.
_CODE = re.compile(r"^([A-T](?![A-Z]))?[ -]?(\d{2,4}(?!\d))?[ .、:-]*(.*)$")


class IndustryFinder:
    """Finds the industry that a text names: by code, or by its name in the standard at the finest level that has it.

    Built once per import: it holds the whole standard (some 2,000 rows).
    """

    def __init__(self) -> None:
        from members.enterprises.models import IndustryClass

        rows = list(IndustryClass.objects.values_list("code", "name", "level"))
        self._codes = {code for code, _name, _level in rows}
        self._by_name: dict[str, str] = {}
        for code, name, _level in sorted(rows, key=lambda row: row[2]):
            self._by_name[fold(name)] = code

    def find(self, text: str) -> str | None:
        """The code, or None; a letter that contradicts the digits after it (A6510) finds nothing."""
        words = to_halfwidth(text).strip().upper()
        letter, digits, rest = _CODE.match(words).groups()
        if digits:
            fits = digits in self._codes and letter in (None, section_of(digits))
            return digits if fits else None
        if letter and (not rest or self._by_name.get(fold(rest)) == letter):
            return letter
        return self._by_name.get(fold(words))
