"""Finance on an enterprise's desk, its timeline and its data export."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from federation.accounts.models import User
from federation.cases.pages import entry_of
from federation.portal.bounded import first_of
from federation.portal.contributions import TimelineEntry, timeline_of
from federation.portal.formats import money
from members.desk.exports import Sheet, enterprise_export, sheet_of
from members.desk.panels import Panel, PanelRow, desk_panel
from members.enterprises.models import Enterprise
from services.finance import pages
from services.finance.loans import BankLoan
from services.finance.models import DataConsent, FinanceApplication, FinanceStep, FinanceVersion

SHOWN = 5


@desk_panel
def finance(user: User, enterprise: Enterprise) -> Iterable[Panel]:
    found = FinanceApplication.objects.filter(enterprise=enterprise)
    rows, total = first_of(found.order_by("-status_since", "-pk"), SHOWN)
    yield Panel(
        "finance",
        _("Finance matching"),
        [
            PanelRow(
                title=f"{row.get_kind_display()} · {money(row.amount)}" if row.version else _("New application"),
                url=row.get_absolute_url(),
                detail=row.chamber_name,
                status=row.get_status_display(),
                tone=row.status_tone,
                at=row.status_since,
            )
            for row in rows
        ],
        total,
        url=reverse("finance:start"),
        empty=_("Nothing asked for yet."),
        action=(_("Ask for finance"), reverse("finance:start")),
    )


@timeline_of("members.Enterprise")
def finance_of_enterprise(enterprise: Enterprise, limit: int) -> Iterable[TimelineEntry]:
    steps = FinanceStep.objects.filter(application__enterprise=enterprise).exclude(application__submitted_at=None)
    for step in steps.select_related("actor").order_by("-at", "-pk")[:limit]:
        url = reverse("admin:services_financeapplication_change", args=[step.application_id])
        yield entry_of(step, _("Finance: "), url)


@timeline_of("services.FinanceApplication")
def steps_of_application(application: FinanceApplication, limit: int) -> Iterable[TimelineEntry]:
    return pages.entries(application)[:limit]


@enterprise_export
def its_finance(enterprise: Enterprise) -> Iterable[Sheet]:
    found = FinanceApplication.objects.filter(enterprise=enterprise)
    yield sheet_of(
        "finance_versions",
        _("finance applications as sent"),
        FinanceVersion.objects.filter(application__in=found).order_by("application", "number"),
        (
            "application",
            "number",
            "enterprise_name",
            "kind",
            "amount",
            "term_months",
            "guarantee",
            "purpose",
            "purpose_note",
            "chamber_name",
            "sent_at",
            "note",
        ),
    )
    yield sheet_of(
        "finance_applications",
        _("finance applications"),
        found,
        ("status", "status_since", "policy", "contact_name", "contact_phone", "submitted_at", "version"),
    )
    yield sheet_of(
        "data_consents",
        _("consents to pass data to banks"),
        DataConsent.objects.filter(application__in=found),
        ("application", "bank_name", "giver_name", "given_at", "text_version", "withdrawn_at"),
    )
    yield sheet_of(
        "bank_loans",
        _("bank loans"),
        BankLoan.objects.filter(application__in=found),
        ("application", "bank_name", "status", "status_since", "approved_amount", "rate", "approved_months"),
    )
