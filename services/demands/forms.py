"""What is asked for at each step of a demand. Forms check and shape; actions keep."""

from typing import Any

from django import forms
from django.contrib.auth.models import Permission
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from federation.accounts.models import User
from federation.accounts.phones import normalise_phone
from members.partners.models import PartnerOrganisation
from services.demands.choices import Priority, Satisfaction
from services.demands.fields import PapersField
from services.demands.models import TEXT_LENGTH, TITLE_LENGTH, Demand, DemandCategory
from services.demands.papers import PAPER

REASON_LENGTH = 500


def departments() -> QuerySet[PartnerOrganisation]:
    return PartnerOrganisation.objects.filter(kind=PartnerOrganisation.Kind.DEPARTMENT, is_active=True)


def possible_owners() -> QuerySet[User]:
    """Staff who may be in charge of a demand."""
    right = Permission.objects.filter(content_type__app_label="services", codename="handle_demand")
    held = Q(groups__permissions__in=right) | Q(user_permissions__in=right)
    return User.objects.filter(held, is_staff=True, is_active=True).distinct().order_by("name", "pk")


def _lines(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


# --- Raising --------------------------------------------------------------------------------------


class CategoryField(forms.ModelChoiceField):
    """Few enough to be looked over: all of them at once, each with what belongs to it."""

    widget = forms.RadioSelect

    def label_from_instance(self, category: DemandCategory) -> str:
        return f"{category.name}（{category.hint}）" if category.hint else category.name


class AboutForm(forms.Form):
    category = CategoryField(
        label=_("What is it about?"),
        queryset=DemandCategory.objects.filter(is_active=True),
        empty_label=_("I don't know; the federation will see"),
        required=False,
        blank=True,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The last of them, not the first: most people know.
        choices = list(self.fields["category"].choices)
        self.fields["category"].choices = [*choices[1:], choices[0]]


class WordsForm(forms.Form):
    title = forms.CharField(
        label=_("In one line"),
        help_text=_("Such as: the road to our plant floods whenever it rains."),
        max_length=TITLE_LENGTH,
    )
    text = forms.CharField(
        label=_("What is needed"),
        help_text=_("Since when, where, whom you have asked already, and what would help you."),
        max_length=TEXT_LENGTH,
        widget=_lines(7),
    )


class ContactForm(forms.Form):
    contact_name = forms.CharField(
        label=_("Whom to call"), max_length=80, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    contact_phone = forms.CharField(
        label=_("Telephone"),
        help_text=_("Whoever deals with it calls this number, and the federation calls back in the end."),
        max_length=30,
        widget=forms.TextInput(attrs={"type": "tel", "inputmode": "tel", "autocomplete": "tel"}),
    )

    def clean_contact_phone(self) -> str:
        return normalise_phone(self.cleaned_data["contact_phone"])


class SharedContactForm(ContactForm):
    shown_to_chamber = forms.BooleanField(
        label=_("Our chamber may follow it"),
        required=False,
        initial=True,
        help_text=_("Its secretary sees where it stands and can help. Take the tick away to keep it from the chamber."),
    )


class SendForm(forms.Form):
    papers = PapersField(
        purpose=PAPER,
        label=_("Papers or photos"),
        required=False,
    )


class MemberDemandForm(AboutForm, WordsForm, ContactForm):
    """All at once, for a secretary at a desk."""

    field_order = ("title", "text", "category", "contact_name", "contact_phone", "papers")
    papers = PapersField(purpose=PAPER, label=_("Papers or photos"), required=False)


# --- The conversation -----------------------------------------------------------------------------


class RemarkForm(forms.Form):
    text = forms.CharField(label=_("Message"), max_length=TEXT_LENGTH, required=False, widget=_lines(3))
    papers = PapersField(purpose=PAPER, label=_("Papers or photos"), required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not cleaned.get("text", "").strip() and not cleaned.get("papers") and not self.errors:
            self.add_error("text", _("Write something, or choose a paper."))
        return cleaned


class NoteForm(RemarkForm):
    text = forms.CharField(
        label=_("Internal note"),
        help_text=_("Only those who deal with it read this; the enterprise never does."),
        max_length=TEXT_LENGTH,
        required=False,
        widget=_lines(3),
    )


# --- Deeds ----------------------------------------------------------------------------------------


class DeedForm(forms.Form):
    """The base of what is asked before a deed; its cleaned values are the action's arguments."""

    def __init__(self, *args: Any, demand: Demand, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.demand = demand


class CalledForm(DeedForm):
    note = forms.CharField(
        label=_("Whom you reached, and what was said"),
        max_length=TEXT_LENGTH,
        help_text=_("The federation reads this; the enterprise does not."),
        widget=_lines(3),
    )


class PlanForm(DeedForm):
    plan = forms.CharField(
        label=_("Plan"),
        max_length=TEXT_LENGTH,
        help_text=_("What will be done, by whom, by when. The enterprise reads this."),
        widget=_lines(4),
    )


class AnswerForm(DeedForm):
    answer = forms.CharField(
        label=_("Answer"),
        max_length=TEXT_LENGTH,
        help_text=_("What was done and what comes next. The enterprise reads this, then the federation calls it."),
        widget=_lines(5),
    )
    papers = PapersField(purpose=PAPER, label=_("Papers or photos"), required=False)


class CallBackForm(DeedForm):
    satisfaction = forms.ChoiceField(
        label=_("The enterprise is"), choices=Satisfaction.choices, widget=forms.RadioSelect
    )
    note = forms.CharField(
        label=_("What it said"),
        required=False,
        max_length=REASON_LENGTH,
        help_text=_("Needed if it is dissatisfied: whoever takes it up again reads this."),
        widget=_lines(3),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("satisfaction") == Satisfaction.DISSATISFIED and not cleaned.get("note", "").strip():
            self.add_error("note", _("Please write down what the enterprise is dissatisfied with."))
        return cleaned


class WhyForm(DeedForm):
    reason = forms.CharField(
        label=_("Reason"),
        max_length=REASON_LENGTH,
        help_text=_("The enterprise reads this too."),
        widget=_lines(3),
    )


class WithdrawForm(DeedForm):
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=REASON_LENGTH,
        help_text=_("It helps us to know, such as: settled meanwhile."),
        widget=_lines(2),
    )


class ToDepartmentForm(WhyForm):
    """Passed on by a department: to another one."""

    department = forms.ModelChoiceField(
        label=_("Department"), queryset=PartnerOrganisation.objects.none(), empty_label=_("Choose")
    )
    seen_turn = forms.IntegerField(widget=forms.HiddenInput)
    field_order = ("department", "reason", "seen_turn")

    def __init__(self, *args: Any, demand: Demand, **kwargs: Any) -> None:
        super().__init__(*args, demand=demand, **kwargs)
        self.initial.setdefault("seen_turn", demand.turn)
        self.fields["department"].queryset = departments().exclude(pk=demand.department_id)


class HandBackForm(WhyForm):
    seen_turn = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, demand: Demand, **kwargs: Any) -> None:
        super().__init__(*args, demand=demand, **kwargs)
        self.initial.setdefault("seen_turn", demand.turn)


class InChargeForm(forms.Form):
    """Either a department or one of the staff."""

    department = forms.ModelChoiceField(
        label=_("Department"), queryset=PartnerOrganisation.objects.none(), required=False, empty_label=_("None")
    )
    owner = forms.ModelChoiceField(
        label=_("or one of the staff"), queryset=User.objects.none(), required=False, empty_label=_("None")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["department"].queryset = departments()
        self.fields["owner"].queryset = possible_owners()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if bool(cleaned.get("department")) == bool(cleaned.get("owner")) and not self.errors:
            self.add_error("department", _("Choose either a department or one of the staff."))
        return cleaned


class ClassifyForm(DeedForm):
    category = forms.ModelChoiceField(
        label=_("Category"), queryset=DemandCategory.objects.filter(is_active=True), empty_label=_("Choose")
    )
    priority = forms.ChoiceField(
        label=_("Priority"), choices=Priority.choices, help_text=_("What is urgent has half the days.")
    )

    def __init__(self, *args: Any, demand: Demand, **kwargs: Any) -> None:
        super().__init__(*args, demand=demand, **kwargs)
        self.initial.setdefault("category", demand.category_id)
        self.initial.setdefault("priority", demand.priority)


class AssignForm(ClassifyForm, InChargeForm):
    reason = forms.CharField(
        label=_("A word to whoever takes it"),
        required=False,
        max_length=REASON_LENGTH,
        help_text=_("The enterprise reads this too."),
        widget=_lines(2),
    )
    field_order = ("category", "priority", "department", "owner", "reason")

    def __init__(self, *args: Any, demand: Demand, **kwargs: Any) -> None:
        super().__init__(*args, demand=demand, **kwargs)
        if demand.category is not None:
            self.initial.setdefault("department", demand.category.department_id)


class TransferForm(WhyForm, InChargeForm):
    """Passed on by the staff: to anyone."""

    seen_turn = forms.IntegerField(widget=forms.HiddenInput)
    field_order = ("department", "owner", "reason", "seen_turn")

    def __init__(self, *args: Any, demand: Demand, **kwargs: Any) -> None:
        super().__init__(*args, demand=demand, **kwargs)
        self.initial.setdefault("seen_turn", demand.turn)


class JoinForm(DeedForm):
    """Only other open demands of the same enterprise."""

    other = forms.ModelChoiceField(
        label=_("The same as"), queryset=Demand.objects.none(), empty_label=_("Choose"), required=True
    )
    reason = forms.CharField(label=_("Reason"), required=False, max_length=REASON_LENGTH, widget=_lines(2))

    def __init__(self, *args: Any, demand: Demand, **kwargs: Any) -> None:
        super().__init__(*args, demand=demand, **kwargs)
        others = Demand.objects.open().filter(enterprise=demand.enterprise_id).exclude(pk=demand.pk)
        self.fields["other"].queryset = others.order_by("-raised_at", "-pk")


class BulkAssignForm(InChargeForm):
    """For several at once that have a category already, or take this one."""

    category = forms.ModelChoiceField(
        label=_("Category"),
        queryset=DemandCategory.objects.filter(is_active=True),
        required=False,
        empty_label=_("As each has it"),
    )
    reason = forms.CharField(
        label=_("A word to whoever takes them"),
        required=False,
        max_length=REASON_LENGTH,
        help_text=_("The enterprises read this too."),
        widget=_lines(2),
    )
    field_order = ("category", "department", "owner", "reason")
