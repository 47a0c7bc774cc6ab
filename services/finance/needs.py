"""What an enterprise asks for, as a value: typed step by step, compared with the banks' products, kept as a version."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Need:
    """`amount` in yuan, `term_months` in months; `section` and `size_class` are the enterprise's, `town` its town's id.

    `kind`, `guarantee` and `purpose` are values of services.finance.statuses; what isn't known yet is empty or None.
    """

    kind: str
    amount: Decimal | None = None
    term_months: int | None = None
    guarantee: str = ""
    purpose: str = ""
    section: str = ""
    size_class: str = ""
    town: int | None = None
