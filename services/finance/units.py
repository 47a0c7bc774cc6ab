"""Amounts typed in the wrong unit: 5000000 in a field that counts 万元 is fifty billion yuan."""

from decimal import Decimal

from django.utils.translation import gettext as _

from federation.portal.formats import money
from members.enterprises.choices import Currency, SizeClass
from members.enterprises.models import Enterprise

WAN = Decimal(10_000)
YI = Decimal(100_000_000)
# Whoever borrows more than this many times last year's revenue, or their capital, is asked whether it is meant.
TIMES = 5
# Where neither is known: what firms of the size hardly ever borrow at once, in yuan.
UNHEARD_OF = {
    SizeClass.MICRO: YI * Decimal("0.3"),
    SizeClass.SMALL: YI,
    SizeClass.MEDIUM: YI * 10,
    SizeClass.LARGE: YI * 200,
}
UNHEARD_OF_ELSE = YI * 2
# Less than this is no loan to a firm: 50 typed for 50万元 is one, 0.5 isn't.
LEAST = WAN


def ceiling(enterprise: Enterprise) -> tuple[Decimal, str]:
    """What it may ask for without being asked back, in yuan, and the words for what that was compared with."""
    known = []
    if enterprise.revenue:
        words = _("last year's revenue, %(amount)s") % {"amount": money(enterprise.revenue)}
        known.append((enterprise.revenue * TIMES, words))
    if enterprise.capital and enterprise.capital_currency == Currency.CNY:
        words = _("the registered capital, %(amount)s") % {"amount": money(enterprise.capital)}
        known.append((enterprise.capital * TIMES, words))
    if known:
        return max(known)
    limit = UNHEARD_OF.get(SizeClass(enterprise.size_class), UNHEARD_OF_ELSE)
    return limit, _("what enterprises of its size borrow (%(size)s)") % {"size": enterprise.get_size_class_display()}


def unit_doubt(amount: Decimal, enterprise: Enterprise) -> str:
    """A question in words if the amount (yuan) looks typed in the wrong unit, else "". The field counts 万元."""
    if amount < LEAST:
        return _("%(typed)s is very little for a loan. The field counts 万元: did you mean %(meant)s?") % {
            "typed": money(amount),
            "meant": money(amount * WAN),
        }
    limit, words = ceiling(enterprise)
    if amount <= limit:
        return ""
    compared = {"typed": money(amount), "known": words}
    meant = amount / WAN
    if LEAST <= meant <= limit:
        question = _("%(typed)s is far more than %(known)s. The field counts 万元: did you mean %(meant)s?")
        return question % {**compared, "meant": money(meant)}
    return _("%(typed)s is far more than %(known)s. Is that the amount?") % compared
