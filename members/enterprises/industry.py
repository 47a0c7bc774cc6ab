"""Sections, divisions, groups and classes of GB/T 4754-2017."""

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
