"""Size classes (统计上大中小微型企业划分办法 2017)."""

from dataclasses import dataclass
from decimal import Decimal

from members.enterprises.choices import SizeClass

WAN = 10_000
GRADES = (SizeClass.LARGE, SizeClass.MEDIUM, SizeClass.SMALL, SizeClass.MICRO)


@dataclass(frozen=True)
class Bounds:
    """Lower bounds of large, medium and small: staff in persons, revenue and assets in 万元; None is not asked."""

    staff: tuple[int, int, int] | None = None
    revenue: tuple[int, int, int] | None = None
    assets: tuple[int, int, int] | None = None


FARMING = Bounds(revenue=(20000, 500, 50))
INDUSTRY = Bounds(staff=(1000, 300, 20), revenue=(40000, 2000, 300))
CONSTRUCTION = Bounds(revenue=(80000, 6000, 300), assets=(80000, 5000, 300))
WHOLESALE = Bounds(staff=(200, 20, 5), revenue=(40000, 5000, 1000))
RETAIL = Bounds(staff=(300, 50, 10), revenue=(20000, 500, 100))
TRANSPORT = Bounds(staff=(1000, 300, 20), revenue=(30000, 3000, 200))
STORAGE = Bounds(staff=(200, 100, 20), revenue=(30000, 1000, 100))
POST = Bounds(staff=(1000, 300, 20), revenue=(30000, 2000, 100))
HOSPITALITY = Bounds(staff=(300, 100, 10), revenue=(10000, 2000, 100))
TELECOMS = Bounds(staff=(2000, 100, 10), revenue=(100000, 1000, 100))
SOFTWARE = Bounds(staff=(300, 100, 10), revenue=(10000, 1000, 50))
REAL_ESTATE = Bounds(revenue=(200000, 1000, 100), assets=(10000, 5000, 2000))
PROPERTY_MANAGEMENT = Bounds(staff=(1000, 300, 100), revenue=(5000, 1000, 500))
LEASING = Bounds(staff=(300, 100, 10), assets=(120000, 8000, 100))
OTHER = Bounds(staff=(300, 100, 10))

# By division of GB/T 4754-2017, first and last; K is split by group below.
_BY_DIVISION: tuple[tuple[int, int, Bounds | SizeClass], ...] = (
    (1, 5, FARMING),
    (6, 46, INDUSTRY),
    (47, 50, CONSTRUCTION),
    (51, 51, WHOLESALE),
    (52, 52, RETAIL),
    (53, 53, SizeClass.NOT_APPLICABLE),  # Railways.
    (54, 58, TRANSPORT),
    (59, 59, STORAGE),
    (60, 60, POST),
    (61, 62, HOSPITALITY),
    (63, 64, TELECOMS),
    (65, 65, SOFTWARE),
    (66, 69, SizeClass.NOT_APPLICABLE),  # J, finance.
    (71, 72, LEASING),
    (73, 82, OTHER),
    (83, 84, SizeClass.NOT_APPLICABLE),  # P, education; Q84, health.
    (85, 90, OTHER),
    (91, 97, SizeClass.NOT_APPLICABLE),  # S and T.
)
_DIVISIONS: dict[str, Bounds | SizeClass] = {
    f"{division:02d}": rule for first, last, rule in _BY_DIVISION for division in range(first, last + 1)
}
# A section alone is enough where all of it has one rule.
_SECTIONS: dict[str, Bounds | SizeClass] = {
    "A": FARMING,
    **dict.fromkeys("BCD", INDUSTRY),
    "E": CONSTRUCTION,
    "H": HOSPITALITY,
    "L": LEASING,
    **dict.fromkeys("MNOR", OTHER),
    **dict.fromkeys("JPST", SizeClass.NOT_APPLICABLE),
}


def rule_for(industry_code: str | None) -> Bounds | SizeClass:
    """The bounds for a section, division, group or class; UNKNOWN where the code is too coarse to tell."""
    if not industry_code:
        return SizeClass.UNKNOWN
    if industry_code[0].isalpha():
        # "I65" and "I6510" are written too.
        return rule_for(industry_code[1:]) if industry_code[1:] else _SECTIONS.get(industry_code, SizeClass.UNKNOWN)
    if industry_code.startswith("70"):
        if len(industry_code) == 2:
            return SizeClass.UNKNOWN
        return {"701": REAL_ESTATE, "702": PROPERTY_MANAGEMENT}.get(industry_code[:3], OTHER)
    return _DIVISIONS.get(industry_code[:2], SizeClass.UNKNOWN)


def classify(
    industry_code: str | None, staff: int | None, revenue: Decimal | None, assets: Decimal | None
) -> SizeClass:
    """Amounts in yuan. Every bound of a grade must be met, else one grade down, repeatedly: so the lowest counts."""
    rule = rule_for(industry_code)
    if isinstance(rule, SizeClass):
        return rule
    measures = (
        (rule.staff, staff, 1),
        (rule.revenue, revenue, WAN),
        (rule.assets, assets, WAN),
    )
    lowest = 0
    for bounds, value, unit in measures:
        if bounds is None:
            continue
        if value is None:
            return SizeClass.UNKNOWN
        grade = next((grade for grade, bound in enumerate(bounds) if value >= bound * unit), len(bounds))
        lowest = max(lowest, grade)
    return GRADES[lowest]
