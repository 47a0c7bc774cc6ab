"""Names of the twenty sections of the industry standard."""

from collections.abc import Collection

from django.utils.translation import get_language

from members.enterprises.industry import SECTION_NAMES
from members.enterprises.models import IndustryClass


def section_names(letters: Collection[str]) -> dict[str, str]:
    """Such as “C 制造业”, for each of the letters that the standard has; it is written in Chinese only."""
    if not (get_language() or "").startswith("zh"):
        return {letter: f"{letter} {SECTION_NAMES[letter]}" for letter in letters if letter in SECTION_NAMES}
    found = IndustryClass.objects.filter(level=IndustryClass.Level.SECTION, code__in=letters)
    return {code: f"{code} {name}" for code, name in found.values_list("code", "name")}
