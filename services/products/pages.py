"""A product in words."""

from decimal import Decimal

from django.utils.translation import gettext as _

from federation.portal.formats import cn_date, money
from members.enterprises.choices import SizeClass
from members.enterprises.sections import section_names
from services.finance.statuses import Guarantee, Kind
from services.products.fit import months
from services.products.models import LoanProduct


def facts(product: LoanProduct, whole: bool = False) -> list[tuple[str, str]]:
    """(name, words); `whole` also says whom it is for and how long it is open."""
    rows = [
        (_("Amount"), amount_words(product)),
        (_("Term"), term_words(product)),
        (_("Yearly rate"), rate_words(product)),
        (_("Secured by"), _several(Guarantee, product.guarantees)),
    ]
    if whole:
        names = section_names(product.sections) if product.sections else {}
        sections = _(", ").join(names.get(one, one) for one in product.sections)
        rows += [
            (_("Kinds of loan"), _several(Kind, product.kinds)),
            (_("Size classes"), _several(SizeClass, product.sizes) or _("all")),
            (_("Industry sections"), sections or _("all")),
            (_("Open from"), cn_date(product.opens_on)),
            (_("Open until"), cn_date(product.closes_on)),
        ]
    return [(str(name), str(value)) for name, value in rows if value]


def amount_words(product: LoanProduct) -> str:
    if product.amount_min:
        return _("%(least)s to %(most)s") % {"least": money(product.amount_min), "most": money(product.amount_max)}
    return _("up to %(most)s") % {"most": money(product.amount_max)}


def term_words(product: LoanProduct) -> str:
    if product.term_min == product.term_max:
        return months(product.term_max)
    return _("%(least)d to %(most)s") % {"least": product.term_min, "most": months(product.term_max)}


def rate_words(product: LoanProduct) -> str:
    least = _percent(product.rate_from)
    if product.rate_to is None or product.rate_to == product.rate_from:
        return _("from %(rate)s") % {"rate": least}
    return f"{least}–{_percent(product.rate_to)}"


def _percent(rate: Decimal) -> str:
    return f"{rate.normalize():f}%"


def _several(choices: type, values: list[str]) -> str:
    return _(", ").join(str(choices(value).label) for value in values)
