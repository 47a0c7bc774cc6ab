"""The steps of the form, in order, and what each must have before the whole can be sent.

What is typed lies in `FinanceApplication.form`: `need` (amount as text, yuan), `wishes` (ids of products), `contact`,
`chamber` (id, once a version was sent), `note` (what changed since the last version), `truth`. Papers and consents are
rows of their own.
"""

from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chambers.bodies.models import Chamber
from services.finance.errors import Incomplete
from services.finance.models import FinanceApplication, FinancePaper
from services.finance.needs import Need
from services.finance.statuses import Kind

NEED, PRODUCTS, CONTACT, PAPERS, CONSENT, REVIEW = "need", "products", "contact", "papers", "consent", "review"
TITLES: dict[str, Promise] = {
    NEED: gettext_lazy("What you need"),
    PRODUCTS: gettext_lazy("What fits"),
    CONTACT: gettext_lazy("Chamber and contact"),
    PAPERS: gettext_lazy("Papers"),
    CONSENT: gettext_lazy("Consent"),
    REVIEW: gettext_lazy("Check and send"),
}
ORDER = tuple(TITLES)
FIRST = ORDER[0]
REQUIRED_NEED = ("kind", "amount", "term_months", "guarantee", "purpose")


def after(step: str) -> str:
    return ORDER[min(ORDER.index(step) + 1, len(ORDER) - 1)]


def further(one: str, other: str) -> str:
    """The later of two steps; an unknown one counts as the first."""
    return max(one, other, key=lambda step: ORDER.index(step) if step in ORDER else 0)


def amount_of(form: dict[str, Any]) -> Decimal | None:
    try:
        return Decimal((form.get("need") or {}).get("amount") or "")
    except InvalidOperation:
        return None


def need_of(application: FinanceApplication) -> Need:
    """What is being asked for, as typed, with what the register knows of the enterprise today."""
    typed = application.form.get("need") or {}
    enterprise = application.enterprise
    return Need(
        kind=typed.get("kind") or Kind.NEW,
        amount=amount_of(application.form),
        term_months=typed.get("term_months"),
        guarantee=typed.get("guarantee", ""),
        purpose=typed.get("purpose", ""),
        section=enterprise.section,
        size_class=enterprise.size_class,
        town=enterprise.town_id,
    )


def chamber_of(application: FinanceApplication) -> Chamber | None:
    """The chamber chosen while it is being mended, else the one that has it: another sees nothing before it is sent."""
    chosen = application.form.get("chamber")
    if chosen is None or chosen == application.chamber_id:
        return application.chamber
    return Chamber.objects.filter(pk=chosen).first() or application.chamber


def papers_needed(kind: str) -> tuple[str, ...]:
    """A running loan is shown by its contract."""
    if kind in {Kind.RENEWAL, Kind.EXTENSION}:
        return (FinancePaper.Kind.STATEMENTS, FinancePaper.Kind.OLD_LOAN)
    return (FinancePaper.Kind.STATEMENTS,)


def papers_missing(application: FinanceApplication) -> list[str]:
    kinds = set(application.papers.current().values_list("kind", flat=True))
    return [kind for kind in papers_needed(need_of(application).kind) if kind not in kinds]


def is_complete(application: FinanceApplication, step: str) -> bool:
    form = application.form
    if step == NEED:
        need = form.get("need") or {}
        return all(need.get(name) for name in REQUIRED_NEED)
    if step == PRODUCTS:
        return "wishes" in form
    if step == CONTACT:
        contact = form.get("contact") or {}
        return bool(contact.get("name") and contact.get("phone") and application.chamber_id)
    if step == PAPERS:
        return not papers_missing(application)
    if step == CONSENT:
        return application.consents.standing().exists()
    return bool(form.get("truth"))


def first_incomplete(application: FinanceApplication) -> str:
    """Where to go on: the first step that lacks something, else the last."""
    return next((step for step in ORDER if not is_complete(application, step)), REVIEW)


def require_all(application: FinanceApplication) -> None:
    """Raises Incomplete, naming the step to go back to."""
    step = first_incomplete(application)
    if step == REVIEW and is_complete(application, REVIEW):
        return
    raise Incomplete(_("The step “%(step)s” still lacks something.") % {"step": TITLES[step]}, step)
