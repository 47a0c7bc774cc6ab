"""Amounts of a file: their unit, and figures that tell of a mistaken one."""

import re
import unicodedata
from decimal import Decimal

from django.utils.translation import gettext as _

from members.enterprises import capital
from members.register.problems import Refused

YI = 100_000_000
# No enterprise of the country comes near these; a figure beyond them was given in another unit.
MOST_CAPITAL = Decimal(10_000 * YI)
MOST_FIGURE = Decimal(100_000 * YI)
# A bare number under a header in 万元 that would make so many yuan is most likely in yuan already.
SUSPECT_UNDER_WAN = {"capital": Decimal(100 * YI), "revenue": Decimal(1000 * YI), "assets": Decimal(1000 * YI)}
SUSPECT_REVENUE_PER_HEAD = Decimal(YI)
LEAST_BARE_CAPITAL = 1000

_BEYOND_A_NUMBER = re.compile(r"[^\d.,eE+\s]")


def read_amount(key: str, text: str, unit: int | None) -> capital.Amount | None:
    """`key` is the column's, `unit` what its header names. Raises Refused, for figures with a mistaken unit too."""
    try:
        amount = capital.parse_amount(text, unit or 1)
    except capital.InvalidAmount as error:
        raise Refused(error.messages[0]) from None
    if amount is None:
        return None
    bare = not _BEYOND_A_NUMBER.search(unicodedata.normalize("NFKC", text))
    if bare and (unit or 1) >= 10_000 and amount.value >= SUSPECT_UNDER_WAN[key]:
        raise Refused(
            _("%(text)s under a header in 万元 is %(yi)s亿: 10,000 times too much? Write the unit in the cell.")
            % {"text": text[:30], "yi": f"{amount.value / YI:,.0f}"}
        )
    if amount.value > (MOST_CAPITAL if key == "capital" else MOST_FIGURE):
        raise Refused(
            _("%(yi)s亿 is more than any enterprise has: is the unit 10,000 times too large?")
            % {"yi": f"{amount.value / YI:,.0f}"}
        )
    if bare and unit is None and key == "capital" and 0 < amount.value < LEAST_BARE_CAPITAL:
        raise Refused(_("%(text)s of what? Name 元 or 万元 in the cell or in the header.") % {"text": text[:30]})
    return amount


def doubt_revenue(revenue: Decimal | None, staff: int | None) -> str:
    """A notice where so few people can hardly earn so much."""
    if not revenue or not staff or revenue / staff < SUSPECT_REVENUE_PER_HEAD:
        return ""
    return _("%(yi)s亿 a head with %(staff)d people: is the unit 10,000 times too large?") % {
        "yi": f"{revenue / staff / YI:,.1f}",
        "staff": staff,
    }
