"""Names of the twenty sections of the industry standard."""

from collections.abc import Collection

from members.enterprises.models import IndustryClass


def section_names(letters: Collection[str]) -> dict[str, str]:
    """Such as “C 制造业”, for each of the letters that the standard has."""
    found = IndustryClass.objects.filter(level=IndustryClass.Level.SECTION, code__in=letters)
    return {code: f"{code} {name}" for code, name in found.values_list("code", "name")}
