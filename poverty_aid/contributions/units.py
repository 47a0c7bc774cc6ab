"""Amounts typed in the wrong unit: 20 in a field that counts yuan isn't 20万元, and a small firm hardly gives 2亿元."""

from collections.abc import Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from federation.portal.formats import money
from members.enterprises.choices import Currency
from members.enterprises.models import Enterprise
from poverty_aid.contributions.shares import Giver
from services.finance.units import TIMES, WAN, ceiling

# Nearly every gift that is typed in 万元 lies below, hardly one in yuan does.
LEAST = Decimal(1000)


def ceiling_of_gift(giver: Enterprise) -> tuple[Decimal, str]:
    """Last year's revenue or the capital, whichever is more; where neither is known, what firms of the size borrow."""
    limit, known = ceiling(giver)
    has_figures = giver.revenue or (giver.capital and giver.capital_currency == Currency.CNY)
    return limit / TIMES if has_figures else limit, known


def unit_doubt(amount: Decimal, givers: Sequence[Giver]) -> str:
    """A question in words if the amount (yuan) looks typed in the wrong unit, else "". Every giver is asked
    about by its share."""
    if amount < LEAST:
        return _("%(typed)s is very little for a gift. The field counts yuan: did you mean %(meant)s?") % {
            "typed": money(amount),
            "meant": money(amount * WAN),
        }
    for giver in givers:
        if giver.enterprise and (question := _too_much(amount, giver, giver.enterprise)):
            return f"{giver.name}{_(': ')}{question}" if len(givers) > 1 else question
    return ""


def _too_much(amount: Decimal, giver: Giver, enterprise: Enterprise) -> str:
    limit, known = ceiling_of_gift(enterprise)
    # Of the whole gift, so that its own part is at the limit.
    most = limit * giver.part.denominator / giver.part.numerator
    if amount <= most:
        return ""
    compared, meant = {"typed": money(amount), "known": known}, amount / WAN
    if LEAST <= meant <= most:
        question = _("%(typed)s is far more than %(known)s. The field counts yuan: did you mean %(meant)s?")
        return question % {**compared, "meant": money(meant)}
    return _("%(typed)s is far more than %(known)s. Is that the amount?") % compared
