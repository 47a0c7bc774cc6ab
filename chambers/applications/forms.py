"""The forms of the steps. They check and shape what was typed; actions keep it."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from chambers.applications import facts, steps
from chambers.applications.models import MembershipApplication
from chambers.bodies.models import Chamber
from chambers.uploads import LICENCE
from federation.accounts.phones import normalise_phone
from federation.files.forms import UploadField
from federation.files.models import StoredFile
from federation.portal.fields import WanField
from members.desk.forms import IndustryField, RegisteredOnField, RevenueAskedBack
from members.enterprises import uscc as codes
from members.enterprises.models import IndustryClass, Town


class CodeForm(forms.Form):
    """The door: one field."""

    uscc = forms.CharField(
        label=_("Unified social credit code"),
        help_text=_("18 digits and letters, on the licence under the name. Spaces and small letters do no harm."),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )

    def clean_uscc(self) -> str:
        return codes.check(self.cleaned_data["uscc"])


class FactsForm(forms.Form):
    """Facts of the register. An enterprise that it knows states only what has changed: `hints` say what it has."""

    step = ""

    def __init__(self, *args: Any, known: bool, hints: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        required = steps.REQUIRED_FACTS[self.step]
        for name, field in self.fields.items():
            field.required = name in required and not known
            if name in hints:
                # Escaped here: help texts may hold markup, and the register holds what people typed.
                field.help_text = format_html(
                    _("The register has “{value}”. Fill in only if that has changed."), value=hints[name]
                )

    def values(self) -> dict[str, Any]:
        return facts.to_json(self.cleaned_data)


class EnterpriseForm(FactsForm):
    step = steps.ENTERPRISE
    name = forms.CharField(label=_("Name of the enterprise"), help_text=_("As on the licence."), max_length=200)
    legal_representative = forms.CharField(label=_("Legal representative"), max_length=120)
    registered_on = RegisteredOnField(label=_("Registered on"))
    capital = WanField(label=_("Registered capital (万元)"), help_text=_("Leave it out if it isn't in yuan."))
    town = forms.ModelChoiceField(
        label=_("Town"),
        queryset=Town.objects.all(),
        help_text=_("We suggest the chamber by it."),
        empty_label=_("Choose"),
    )
    address = forms.CharField(label=_("Registered address"), max_length=300)

    field_order = ("name", "legal_representative", "town", "address", "registered_on", "capital")


class BusinessForm(RevenueAskedBack, FactsForm):
    step = steps.BUSINESS
    industry = IndustryField(
        label=_("Industry"),
        help_text=_("Type a word of it, such as 软件 or 物流, and choose from the list; or four digits of GB/T 4754."),
    )
    scope = forms.CharField(
        label=_("Business scope"),
        help_text=_("The first lines on the licence will do."),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    staff_count = forms.IntegerField(
        label=_("Staff"),
        min_value=0,
        max_value=5_000_000,
        help_text=_("The size class follows from staff and revenue."),
    )
    revenue = WanField(
        label=_("Revenue of last year (万元)"), help_text=_("Only the chamber and the federation see it.")
    )

    def industry_classes(self) -> list[str]:
        return [str(row) for row in IndustryClass.objects.filter(level=IndustryClass.Level.CLASS).order_by("code")]


class ContactForm(forms.Form):
    name = forms.CharField(
        label=_("Name of the contact"), max_length=80, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    position = forms.CharField(label=_("Position"), max_length=80, required=False)
    phone = forms.CharField(
        label=_("Mobile phone"),
        help_text=_("For questions about this application, and from the chamber later."),
        max_length=30,
        widget=forms.TextInput(attrs={"type": "tel", "inputmode": "tel", "autocomplete": "tel"}),
    )
    email = forms.EmailField(
        label=_("E-mail"), required=False, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )

    def clean_phone(self) -> str:
        return normalise_phone(self.cleaned_data["phone"])


class ChamberForm(forms.Form):
    """Active chambers by kind; the one of the enterprise's town is suggested."""

    chamber = forms.ModelChoiceField(
        label=_("Chamber"),
        queryset=Chamber.objects.published(),
        help_text=_("It looks at the application first and stays near you afterwards."),
        empty_label=_("Choose"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups: dict[str, list[tuple[int, str]]] = {}
        for chamber in self.fields["chamber"].queryset:
            groups.setdefault(chamber.get_kind_display(), []).append((chamber.pk, str(chamber)))
        self.fields["chamber"].choices = [("", _("Choose")), *groups.items()]


def suggested_chamber(application: MembershipApplication) -> Chamber | None:
    """The chamber of the enterprise's town, as stated or as registered."""
    stated = (application.form.get("facts") or {}).get("town")
    registered = application.enterprise.town_id if application.enterprise else None
    town = stated or registered
    if not town:
        return None
    return Chamber.objects.published().filter(kind=Chamber.Kind.TOWN, town=town).order_by("position", "pk").first()


class LicenceForm(forms.Form):
    """The licence as a photograph or PDF; one that is there already stands until another is given."""

    licence = UploadField(purpose=LICENCE, label=_("Business licence"), required=False)

    def __init__(self, *args: Any, standing: StoredFile | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["licence"].required = standing is None


class ConsentForm(forms.Form):
    truth = forms.BooleanField(label=_("What is stated here is true, and I may apply for this enterprise."))
    privacy = forms.BooleanField(
        label=_("I have read how the data is used."),
        help_text=_(
            "The chamber and the federation use it to decide on this application and to look after the membership."
            " Nobody else gets it; you can have it exported or erased."
        ),
    )
    listed = forms.BooleanField(
        required=False,
        label=_("Show the enterprise in the public directory once it is a member."),
        help_text=_("Name, industry, town and what you publish of yourselves; never contacts or figures."),
    )


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        help_text=_("The enterprise reads this: say what to mend."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class RemarkForm(forms.Form):
    reason = forms.CharField(
        label=_("What the chamber has to say"),
        max_length=500,
        required=False,
        help_text=_("The federation's staff read this with the application."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
