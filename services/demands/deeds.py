"""The buttons of a demand: who may press one, what is asked first, the action behind it. The department's desk and the
admin draw them from here, so that neither knows a rule of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from federation.accounts.models import User
from services.demands import access, actions, forms
from services.demands.models import Demand

Text = str | Promise


@dataclass(frozen=True)
class Deed:
    """`name` is the last part of its address; `urgent` marks the next step, the others lie folded."""

    name: str
    may: Callable[[User, Demand], bool]
    act: Callable[..., Demand]
    form: type[forms.DeedForm]
    title: Text
    button: Text
    done: Text
    urgent: bool = False

    def form_for(self, demand: Demand, data: Any = None, files: Any = None) -> forms.DeedForm:
        return self.form(data, files, demand=demand, auto_id=f"{self.name}_%s")


CONTACT = Deed(
    "contact",
    access.may_contact,
    actions.contact_demand,
    forms.CalledForm,
    _("Call the enterprise"),
    _("We have called"),
    _("Written down. Next comes the plan."),
    urgent=True,
)
PLAN = Deed(
    "plan",
    access.may_plan,
    actions.plan_demand,
    forms.PlanForm,
    _("Say what will be done"),
    _("Send the plan"),
    _("The enterprise has the plan."),
    urgent=True,
)
ANSWER = Deed(
    "answer",
    access.may_answer,
    actions.answer_demand,
    forms.AnswerForm,
    _("Answer the enterprise"),
    _("Send the answer"),
    _("Answered. The federation calls the enterprise back."),
    urgent=True,
)
PASS_ON = Deed(
    "transfer",
    access.may_transfer,
    actions.transfer_demand,
    forms.ToDepartmentForm,
    _("Pass it on to another department"),
    _("Pass it on"),
    _("Passed on."),
)
HAND_BACK = Deed(
    "hand-back",
    access.may_hand_back,
    actions.hand_back_demand,
    forms.HandBackForm,
    _("Hand it back to the federation"),
    _("Hand it back"),
    _("Handed back to the federation."),
)
ASSIGN = Deed(
    "assign",
    access.may_assign,
    actions.assign_demand,
    forms.AssignForm,
    _("Assign it"),
    _("Assign"),
    _("Assigned; its clocks run."),
    urgent=True,
)
CALL_BACK = Deed(
    "call-back",
    access.may_call_back,
    actions.call_back_demand,
    forms.CallBackForm,
    _("Call the enterprise back"),
    _("Keep what it said"),
    _("Kept."),
    urgent=True,
)
TRANSFER = Deed(
    "transfer",
    access.may_transfer,
    actions.transfer_demand,
    forms.TransferForm,
    _("Pass it on"),
    _("Pass it on"),
    _("Passed on."),
)
CLASSIFY = Deed(
    "classify",
    access.may_classify,
    actions.classify_demand,
    forms.ClassifyForm,
    _("Change category or priority"),
    _("Change"),
    _("Changed. Clocks that run stay as they are."),
)
JOIN = Deed(
    "join",
    access.may_join,
    actions.join_demand,
    forms.JoinForm,
    _("Join it to another demand"),
    _("Join them"),
    _("Joined."),
)
PART = Deed(
    "part",
    access.may_part,
    actions.part_demand,
    forms.WhyForm,
    _("Deal with it on its own again"),
    _("Part them"),
    _("Back among those to be assigned."),
)
# In the order in which they stand.
OF_DEPARTMENTS = (CONTACT, PLAN, ANSWER, PASS_ON, HAND_BACK)
OF_STAFF = (ASSIGN, CALL_BACK, CONTACT, PLAN, ANSWER, CLASSIFY, TRANSFER, HAND_BACK, JOIN, PART)


def named(deeds: tuple[Deed, ...], name: str) -> Deed:
    return next(deed for deed in deeds if deed.name == name)
