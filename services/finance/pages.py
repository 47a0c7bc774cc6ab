"""What the pages of an application show: the form of a step, a summary, stages, where it stands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db.models import Prefetch
from django.forms import BaseForm
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from federation.accounts.models import User
from federation.cases.pages import entries as entries_of
from federation.cases.pages import entry_of
from federation.portal.contributions import TimelineEntry
from federation.portal.formats import masked_phone, money
from members.partners.models import PartnerOrganisation
from services.drawdowns.models import Drawdown
from services.finance import access, steps
from services.finance.forms import AnswerForm, ContactForm, NeedForm, WishesForm
from services.finance.loans import BankLoan, LoanStep
from services.finance.models import EndorsementCheck, FinanceApplication, FinancePaper
from services.finance.statuses import Guarantee, Kind, LoanStatus, Policy, Purpose, Status
from services.products.fit import Fit, fitting, months
from services.products.models import LoanProduct
from services.products.pages import rate_words

Data = Mapping[str, Any] | None
Files = MultiValueDict[str, UploadedFile] | None
SHOWN = 100


@dataclass
class StepPage:
    """A step's form, what its template needs besides, and the values that a valid form gives to be kept."""

    form: BaseForm
    values: Callable[[], dict[str, Any]]
    extra: dict[str, Any] = field(default_factory=dict)


def step_page(application: FinanceApplication, step: str, user: User, data: Data = None) -> StepPage:
    builders = {steps.NEED: _need_page, steps.PRODUCTS: _products_page, steps.CONTACT: _contact_page}
    return builders[step](application, user, data)


def _need_page(application: FinanceApplication, user: User, data: Data) -> StepPage:
    kept = application.form.get("need") or {}
    initial = {**kept, "amount": steps.amount_of(application.form), "meant": bool(kept.get("doubted"))}
    form = NeedForm(data, initial=initial, enterprise=application.enterprise)

    def values() -> dict[str, Any]:
        """A changed need drops the wishes that fit it no more."""
        changed = {**application.form, "need": form.values()}
        if "wishes" not in changed:
            return {"need": changed["need"]}
        need = steps.need_of(FinanceApplication(form=changed, enterprise=application.enterprise))
        fits = {fit.product.pk for fit in fitting(need) if fit.fits}
        return {"need": changed["need"], "wishes": [wish for wish in changed["wishes"] if wish["id"] in fits]}

    return StepPage(form, values)


def _products_page(application: FinanceApplication, user: User, data: Data) -> StepPage:
    fits = fitting(steps.need_of(application))
    good = [fit for fit in fits if fit.fits]
    wished = [wish["id"] for wish in application.form.get("wishes", [])]
    form = WishesForm(data, initial={"products": wished}, choices=[(fit.product.pk, fit.product.name) for fit in good])
    chosen = {str(pk) for pk in (data.getlist("products") if data is not None else wished)}
    extra = {
        "fits": [(fit, str(fit.product.pk) in chosen, rate_words(fit.product)) for fit in good],
        "misfits": [fit for fit in fits if not fit.fits],
    }
    return StepPage(form, lambda: {"wishes": _wishes(good, set(form.cleaned_data["products"]))}, extra)


def _wishes(fits: list[Fit], chosen: set[int]) -> list[dict[str, Any]]:
    return [_wish(fit.product) for fit in fits if fit.product.pk in chosen]


def _wish(product: LoanProduct) -> dict[str, Any]:
    """As on the day: products and banks change their names."""
    return {"id": product.pk, "name": product.name, "bank": product.bank_id, "bank_name": product.bank.name}


def _contact_page(application: FinanceApplication, user: User, data: Data) -> StepPage:
    known = {"name": user.name, "phone": user.phone or ""}
    initial = {**known, **(application.form.get("contact") or {}), "chamber": steps.chamber_of(application)}
    # People read their numbers without the country code; other countries keep theirs.
    initial["phone"] = initial["phone"].removeprefix("+86")
    form = ContactForm(data, initial=initial, enterprise=application.enterprise)

    def values() -> dict[str, Any]:
        contact = {name: form.cleaned_data[name] for name in ("name", "phone")}
        return {"chamber": form.cleaned_data["chamber"], "contact": contact}

    return StepPage(form, values)


def banks_wished(application: FinanceApplication) -> set[int]:
    return {wish["bank"] for wish in application.form.get("wishes", [])}


def step_url(application: FinanceApplication, step: str) -> str:
    if step in {steps.PAPERS, steps.CONSENT, steps.REVIEW}:
        return reverse(f"finance:{step}", args=[application.pk])
    return reverse("finance:step", args=[application.pk, step])


def step_to_go_on(application: FinanceApplication) -> str:
    """Where a closed browser left off: a step that lacks something before the last one reached, else that one."""
    missing = steps.first_incomplete(application)
    reached = steps.further(application.step, steps.FIRST)
    return missing if steps.ORDER.index(missing) <= steps.ORDER.index(reached) else reached


def step_after(application: FinanceApplication, step: str) -> str:
    """Who came back from the last page to mend one step goes back to the last page."""
    if application.step == steps.REVIEW and steps.first_incomplete(application) == steps.REVIEW:
        return steps.REVIEW
    return steps.after(step)


def stepper(application: FinanceApplication, step: str) -> dict[str, Any]:
    """For {% stepper %}: words, with addresses for the steps that were reached."""
    reached = steps.ORDER.index(steps.further(application.step, steps.FIRST))
    words = [
        {"label": title, "url": step_url(application, name) if number <= reached else ""}
        for number, (name, title) in enumerate(steps.TITLES.items())
    ]
    return {"steps": words, "current": steps.ORDER.index(step) + 1}


# --- In words -------------------------------------------------------------------------------------


def need_facts(stated: Any) -> list[tuple[str, str]]:
    """What is asked for, in words; `stated` is an application, a version or a Need."""
    rows = [
        (_("Kind"), Kind(stated.kind).label),
        (_("Amount"), str(money(stated.amount)) if stated.amount is not None else ""),
        (_("Term"), months(stated.term_months) if stated.term_months else ""),
        (_("Purpose"), Purpose(stated.purpose).label if stated.purpose else ""),
        (_("Purpose in words"), getattr(stated, "purpose_note", "")),
        (_("Guarantee"), Guarantee(stated.guarantee).label if stated.guarantee else ""),
    ]
    return [(str(name), str(value)) for name, value in rows if value]


def enterprise_facts(application: FinanceApplication) -> list[tuple[str, str]]:
    """The enterprise as on the day when it was sent, with the figures of the version at hand."""
    version = application.versions.filter(number=application.version).first()
    rows = [
        (_("Enterprise"), application.enterprise_name),
        (_("Credit code"), version.uscc if version else ""),
        (_("Chamber"), application.chamber_name),
        (_("Town"), application.town_name),
        (_("Size class"), application.get_size_class_display()),
        (_("Staff"), str(version.staff_count) if version and version.staff_count is not None else ""),
        (_("Revenue of last year"), str(money(version.revenue)) if version and version.revenue is not None else ""),
    ]
    return [(str(name), str(value)) for name, value in rows if value]


def summary(application: FinanceApplication) -> list[dict[str, Any]]:
    """What is typed so far, part by part; each part names the step where it is mended."""
    need = steps.need_of(application)
    typed = application.form.get("need") or {}
    facts = need_facts(need) if typed else []
    if typed.get("purpose_note"):
        facts.append((_("Purpose in words"), typed["purpose_note"]))
    contact = application.form.get("contact") or {}
    chamber = steps.chamber_of(application)
    people = [
        (_("Chamber"), chamber.name if chamber else ""),
        (_("Contact"), contact.get("name", "")),
        (_("Mobile phone"), masked_phone(contact.get("phone", "")) if contact.get("phone") else ""),
    ]
    papers = application.papers.current().select_related("file")
    consents = application.consents.standing()
    wishes = [(wish["bank_name"], wish["name"]) for wish in application.form.get("wishes", [])]
    parts = [
        {"title": _("What you need"), "facts": facts, "step": steps.NEED},
        {"title": _("Products wished for"), "facts": wishes, "step": steps.PRODUCTS},
        {"title": _("Chamber and contact"), "facts": [row for row in people if row[1]], "step": steps.CONTACT},
        {"title": _("Papers"), "papers": papers, "step": steps.PAPERS},
        {"title": _("Consent"), "facts": [(_("Bank"), one.bank_name) for one in consents], "step": steps.CONSENT},
    ]
    return [{**part, "url": step_url(application, part["step"])} for part in parts]


REACHED = {
    Status.DRAFT: 0,
    Status.RETURNED: 0,
    Status.SUBMITTED: 1,
    Status.REFERRED: 1,
    Status.ENDORSED: 2,
    Status.MATCHING: 3,
    Status.WITH_BANKS: 4,
    Status.GRANTED: 5,
    Status.COMPLETED: 6,
    Status.DECLINED: 4,
    Status.WITHDRAWN: 0,
}


def stages(application: FinanceApplication) -> list[dict[str, str]]:
    """The road in six stations, each done, now or ahead."""
    words = [_("Written"), _("Chamber"), _("Government desk"), _("Matching"), _("Bank"), _("Paid out")]
    reached = REACHED[Status(application.status)]
    return [
        {"label": word, "state": "done" if number < reached else "now" if number == reached else "ahead"}
        for number, word in enumerate(words)
    ]


def entries(application: FinanceApplication, loans: bool = True) -> list[TimelineEntry]:
    """Who did what when, newest first; with `loans`, what happened at the banks too."""
    found = entries_of(application.steps, SHOWN)
    if loans:
        rows = LoanStep.objects.filter(loan__application=application).select_related("actor", "loan")
        found += [entry_of(row, f"{row.loan.bank_name}{_(': ')}") for row in rows.order_by("-at", "-pk")[:SHOWN]]
    return sorted(found, key=lambda entry: entry.at, reverse=True)[:SHOWN]


def last_reason(application: FinanceApplication) -> str:
    """Why it came back, was referred or ended, while that is where it stands."""
    if application.status not in {Status.RETURNED, Status.REFERRED, Status.DECLINED}:
        return ""
    row = application.steps.filter(to_status=application.status).order_by("-at", "-pk").first()
    return row.reason if row else ""


def papers_of(application: FinanceApplication, number: int | None = None) -> list[FinancePaper]:
    """Papers of the version (the newest): what it held when it was sent."""
    version = application.versions.filter(number=number or application.version).first()
    ids = [paper["id"] for paper in version.papers] if version else []
    return list(FinancePaper.objects.filter(pk__in=ids).select_related("file").order_by("kind", "pk"))


def decision_words(application: FinanceApplication) -> str:
    """What was decided about policy support; an answer to a bank is a further version, which leaves it standing."""
    if application.policy == Policy.PENDING:
        return ""
    decision = application.decisions.order_by("-decided_at", "-pk").first()
    if decision is None:
        return ""
    return _(": ").join(filter(None, [str(Policy(decision.outcome).label), decision.note]))


def assignable_banks(application: FinanceApplication) -> Any:
    """Banks with a standing consent that don't have it before them."""
    busy = BankLoan.objects.filter(application=application).exclude(
        status__in=[LoanStatus.REJECTED, LoanStatus.REFERRED, LoanStatus.WITHDRAWN, LoanStatus.CLOSED]
    )
    agreed = application.consents.standing().values("bank")
    banks = PartnerOrganisation.objects.filter(pk__in=agreed, is_active=True, kind=PartnerOrganisation.Kind.BANK)
    return banks.exclude(pk__in=busy.values("bank")).order_by("name")


def loans_of(application: FinanceApplication, user: User) -> list[dict[str, Any]]:
    """Its loans, each with what was paid out, why the bank said no, and the form to answer what it asks for."""
    rows = []
    paid = Prefetch("drawdowns", Drawdown.objects.counting().order_by("drawn_on", "pk"), to_attr="paid_out")
    refused = Prefetch("steps", LoanStep.objects.filter(to_status=LoanStatus.REJECTED), to_attr="refused")
    for loan in application.loans.select_related("bank").prefetch_related(paid, refused).order_by("assigned_at", "pk"):
        loan.application = application
        form = AnswerForm(auto_id=f"answer{loan.pk}_%s") if access.may_answer(user, loan) else None
        rate = f"{loan.rate.normalize():f}%" if loan.rate else ""
        words = loan.refused[0].reason if loan.refused else ""
        rows.append({"loan": loan, "form": form, "rate": rate, "words": words})
    return rows


def checks_of(application: FinanceApplication) -> list[EndorsementCheck]:
    """The newest answers to the checklist about what was endorsed; an answer to a bank leaves them standing."""
    found = application.checks.select_related("answered_by")
    if application.policy == Policy.PENDING:
        found = found.filter(version=application.version)
    newest = found.order_by("-answered_at").values_list("answered_at", flat=True).first()
    return list(found.filter(answered_at=newest).order_by("pk")) if newest else []


def wishes_of(application: FinanceApplication) -> list[str]:
    """Products that the version at hand wished for, as they were called then."""
    version = application.versions.filter(number=application.version).first()
    return [f"{wish['name']} · {wish['bank_name']}" for wish in version.wishes] if version else []
