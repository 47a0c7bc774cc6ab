"""Size classes (统计上大中小微型企业划分办法 2017)."""

from decimal import Decimal

from members.enterprises.choices import SizeClass


def classify(
    industry_code: str | None, staff: int | None, revenue: Decimal | None, assets: Decimal | None
) -> SizeClass:
    """Amounts in yuan."""
    return SizeClass.UNKNOWN
