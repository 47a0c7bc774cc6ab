"""Which products fit what an enterprise asks for, and in words why the others don't."""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from federation.portal.formats import cn_date, money
from members.enterprises.choices import SizeClass
from members.enterprises.sections import section_names
from services.finance.needs import Need
from services.finance.statuses import Guarantee, Kind
from services.products.models import LoanProduct

# A size class that says nothing of how large the firm is.
UNSIZED = frozenset({"", SizeClass.UNKNOWN, SizeClass.NOT_APPLICABLE})


@dataclass(frozen=True)
class Fit:
    """`reasons` say why it doesn't fit, or, where it does, what makes it fit; `doubts` what the bank will have to ask
    because it isn't known yet."""

    product: LoanProduct
    fits: bool
    reasons: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


def fitting(need: Need, products: Iterable[LoanProduct] | None = None, on: datetime.date | None = None) -> list[Fit]:
    """Every product open on the day (today): those that fit first, then by how little keeps them from it, then by rate.

    What isn't stated yet (an amount still to be typed, a size class the register doesn't know) rules nothing out.
    """
    if products is None:
        products = LoanProduct.objects.open_on(on).select_related("bank")
    found = [fit_of(need, product, on) for product in products]
    return sorted(
        found,
        key=lambda fit: (not fit.fits, len(fit.reasons) if not fit.fits else 0, fit.product.rate_from, fit.product.pk),
    )


def fit_of(need: Need, product: LoanProduct, on: datetime.date | None = None) -> Fit:
    against = [reason for rule in RULES for reason in rule(need, product)]
    if not product.is_open(on):
        against.append(_not_open(product, on))
    doubts = list(_doubts(need, product))
    return Fit(product, False, against, doubts) if against else Fit(product, True, list(_for(need, product)), doubts)


def _not_open(product: LoanProduct, on: datetime.date | None) -> str:
    if product.closes_on and not LoanProduct(opens_on=product.opens_on).is_open(on):
        return _("It is open only from %(day)s.") % {"day": cn_date(product.opens_on)}
    if product.closes_on:
        return _("It was open until %(day)s only.") % {"day": cn_date(product.closes_on)}
    return _("It is open only from %(day)s.") % {"day": cn_date(product.opens_on)}


def _amount(need: Need, product: LoanProduct) -> Iterator[str]:
    if need.amount is None:
        return
    if need.amount > product.amount_max:
        yield _("It goes up to %(most)s; you ask for %(amount)s.") % {
            "most": money(product.amount_max),
            "amount": money(need.amount),
        }
    elif need.amount < product.amount_min:
        yield _("It begins at %(least)s; you ask for %(amount)s.") % {
            "least": money(product.amount_min),
            "amount": money(need.amount),
        }


def _term(need: Need, product: LoanProduct) -> Iterator[str]:
    if need.term_months is None:
        return
    if need.term_months > product.term_max:
        yield _("It runs for %(most)s at most; you ask for %(term)s.") % {
            "most": months(product.term_max),
            "term": months(need.term_months),
        }
    elif need.term_months < product.term_min:
        yield _("It runs for %(least)s at least; you ask for %(term)s.") % {
            "least": months(product.term_min),
            "term": months(need.term_months),
        }


def _kind(need: Need, product: LoanProduct) -> Iterator[str]:
    if need.kind and product.kinds and need.kind not in product.kinds:
        yield _("It isn't meant for this: %(kind)s.") % {"kind": Kind(need.kind).label}


def _guarantee(need: Need, product: LoanProduct) -> Iterator[str]:
    if need.guarantee and product.guarantees and need.guarantee not in product.guarantees:
        taken = _(", ").join(str(Guarantee(one).label) for one in product.guarantees)
        yield _("It is secured by %(taken)s, not by %(offered)s.") % {
            "taken": taken,
            "offered": Guarantee(need.guarantee).label,
        }


def _section(need: Need, product: LoanProduct) -> Iterator[str]:
    if need.section and product.sections and need.section not in product.sections:
        names = section_names([need.section])
        yield _("The bank doesn't offer it to your industry (%(section)s).") % {
            "section": names.get(need.section, need.section)
        }


def _size(need: Need, product: LoanProduct) -> Iterator[str]:
    if need.size_class not in UNSIZED and product.sizes and need.size_class not in product.sizes:
        meant = _(", ").join(str(SizeClass(one).label) for one in product.sizes)
        yield _("It is for %(meant)s enterprises; yours is %(size)s.") % {
            "meant": meant,
            "size": SizeClass(need.size_class).label,
        }


RULES: tuple[Callable[[Need, LoanProduct], Iterator[str]], ...] = (_amount, _term, _kind, _guarantee, _section, _size)


def _for(need: Need, product: LoanProduct) -> Iterator[str]:
    yield _("Up to %(most)s for %(term)s at the longest.") % {
        "most": money(product.amount_max),
        "term": months(product.term_max),
    }
    if need.guarantee and product.guarantees:
        yield _("Takes %(guarantee)s.") % {"guarantee": Guarantee(need.guarantee).label}
    if need.section and product.sections:
        yield _("Meant for your industry.")
    if need.size_class not in UNSIZED and product.sizes:
        yield _("Meant for enterprises of your size.")


def _doubts(need: Need, product: LoanProduct) -> Iterator[str]:
    if product.sections and not need.section:
        yield _("The register doesn't know your industry: the bank will ask.")
    if product.sizes and need.size_class in UNSIZED:
        yield _("The register doesn't know your size class: the bank will ask for staff, revenue and assets.")


def months(number: int) -> str:
    return ngettext("%(number)d month", "%(number)d months", number) % {"number": number}
