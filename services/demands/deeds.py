"""What is decided about a demand, drawn by the department's desk and the admin alike."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from federation.cases.decisions import Decision, cleaned, plain
from services.demands import access, actions, forms
from services.demands.models import Demand
from services.demands.remarks import write_remark


@dataclass(frozen=True)
class Deed(Decision):
    """The next step stands on the page with its form, the others lie folded."""

    def form_for(self, record: Demand, data: Any = None, files: Any = None) -> forms.DeedForm:
        return self.asks(data, files, demand=record, auto_id=f"{self.name}_%s")


CONTACT = Deed(
    "contact",
    access.may_contact,
    actions.contact_demand,
    _("Call the enterprise"),
    _("Written down. Next comes the plan."),
    forms.CalledForm,
    button=_("We have called"),
    is_next=True,
)
PLAN = Deed(
    "plan",
    access.may_plan,
    actions.plan_demand,
    _("Say what will be done"),
    _("The enterprise has the plan."),
    forms.PlanForm,
    button=_("Send the plan"),
    is_next=True,
)
ANSWER = Deed(
    "answer",
    access.may_answer,
    actions.answer_demand,
    _("Answer the enterprise"),
    _("Answered. The federation calls the enterprise back."),
    forms.AnswerForm,
    button=_("Send the answer"),
    is_next=True,
)
PASS_ON = Deed(
    "transfer",
    access.may_transfer,
    actions.transfer_demand,
    _("Pass it on to another department"),
    _("Passed on."),
    forms.ToDepartmentForm,
    button=_("Pass it on"),
)
HAND_BACK = Deed(
    "hand-back",
    access.may_hand_back,
    actions.hand_back_demand,
    _("Hand it back to the federation"),
    _("Handed back to the federation."),
    forms.HandBackForm,
    button=_("Hand it back"),
)
ASSIGN = Deed(
    "assign",
    access.may_assign,
    actions.assign_demand,
    _("Assign it"),
    _("Assigned; its clocks run."),
    forms.AssignForm,
    button=_("Assign"),
    is_next=True,
)
CALL_BACK = Deed(
    "call-back",
    access.may_call_back,
    actions.call_back_demand,
    _("Call the enterprise back"),
    _("Kept."),
    forms.CallBackForm,
    button=_("Keep what it said"),
    is_next=True,
)
TRANSFER = Deed(
    "transfer",
    access.may_transfer,
    actions.transfer_demand,
    _("Pass it on"),
    _("Passed on."),
    forms.TransferForm,
    button=_("Pass it on"),
)
CLASSIFY = Deed(
    "classify",
    access.may_classify,
    actions.classify_demand,
    _("Change category or priority"),
    _("Changed. Clocks that run stay as they are."),
    forms.ClassifyForm,
    button=_("Change"),
)
JOIN = Deed(
    "join",
    access.may_join,
    actions.join_demand,
    _("Join it to another demand"),
    _("Joined."),
    forms.JoinForm,
    button=_("Join them"),
)
PART = Deed(
    "part",
    access.may_part,
    actions.part_demand,
    _("Deal with it on its own again"),
    _("Back among those to be assigned."),
    forms.WhyForm,
    button=_("Part them"),
)
WRITE = Decision(
    "write",
    access.may_write,
    write_remark,
    _("Write to the enterprise"),
    _("Sent."),
    plain(forms.RemarkForm),
    button=_("Send the message"),
)
NOTE = Decision(
    "note",
    access.may_note,
    write_remark,
    _("Write an internal note"),
    _("The note is kept."),
    plain(forms.NoteForm),
    lambda form: {**cleaned(form), "internal": True},
    button=_("Keep the note"),
)
# In the order in which they stand.
OF_DEPARTMENTS = (CONTACT, PLAN, ANSWER, PASS_ON, HAND_BACK)
OF_STAFF = (ASSIGN, CALL_BACK, CONTACT, PLAN, ANSWER, CLASSIFY, TRANSFER, HAND_BACK, JOIN, PART)


def named(deeds: tuple[Deed, ...], name: str) -> Deed:
    return next(deed for deed in deeds if deed.name == name)
