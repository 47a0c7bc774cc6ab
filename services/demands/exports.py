"""What is held about an enterprise's demands, for it to take along; internal notes are not its data."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from federation.accounts.models import User
from members.desk.exports import Sheet, enterprise_export, person_export, sheet_of
from members.enterprises.models import Enterprise
from services.demands.models import Demand, DemandDraft, DemandHandling, DemandRemark, DemandStep

DEMAND = (
    "enterprise_name",
    "source",
    "raised_at",
    "title",
    "text",
    "category",
    "priority",
    "contact_name",
    "contact_phone",
    "chamber",
    "shown_to_chamber",
    "status",
    "department",
    "satisfaction",
    "closed_at",
)
TURN = (
    "demand",
    "round",
    "department",
    "assigned_at",
    "contact_due_at",
    "plan_due_at",
    "close_due_at",
    "contacted_at",
    "plan",
    "answer",
    "answered_at",
    "called_back_at",
    "satisfaction",
    "callback_note",
)


@enterprise_export
def its_demands(enterprise: Enterprise) -> Iterable[Sheet]:
    own = Demand.objects.filter(enterprise=enterprise)
    yield sheet_of("demands", _("Demands"), own, DEMAND)
    yield sheet_of("demand_turns", _("turns at demands"), DemandHandling.objects.filter(demand__in=own), TURN)
    said = DemandRemark.objects.said().filter(demand__in=own)
    yield sheet_of("demand_messages", _("messages about demands"), said, ("demand", "side", "text", "at"))
    steps = DemandStep.objects.filter(demand__in=own)
    yield sheet_of("demand_steps", _("steps of demands"), steps, ("demand", "from_status", "to_status", "at", "reason"))


@person_export
def own_words(user: User) -> Iterable[Sheet]:
    written = DemandRemark.objects.filter(author=user)
    yield sheet_of("own_demand_messages", _("own messages about demands"), written, ("demand", "text", "at"))
    drafts = DemandDraft.objects.filter(user=user)
    yield sheet_of("own_demand_drafts", _("own demands being written"), drafts, ("enterprise", "form", "updated_at"))
