"""Forms of the enterprise's desk. They check and shape what was typed; actions write it."""

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from federation.accounts.phones import normalise_phone
from federation.files.forms import UploadField
from federation.portal.fields import DayField, WanField, WebField
from members.desk.facts import CONFIRMED_FIELDS, FREE_FIELDS
from members.desk.profile_actions import years_open
from members.enterprises.choices import Currency
from members.enterprises.models import Contact, Enterprise, IndustryClass, Park, Product, Representative, Town
from members.register.amounts import doubt_revenue
from members.register.dates import parse_date
from members.uploads import ENTERPRISE_LOGO, PRODUCT_PICTURE

CLASS_CODE_LENGTH = 4


class RegisteredOnField(DayField):
    """A day on which an enterprise can have been registered: what an import takes, a form takes."""

    def clean(self, value: Any) -> datetime.date | None:
        day = super().clean(value)
        return parse_date(day, until=timezone.localdate()) if day else None


class IndustryField(forms.CharField):
    """A class of GB/T 4754 typed as its code or name, with the browser's own list to choose from."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False, "max_length": 120} | kwargs)
        self.widget.attrs |= {"list": "industry-classes", "autocomplete": "off"}

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, str) and value.isalnum() and value.isascii():
            known = IndustryClass.objects.filter(pk=value).first()
            return str(known) if known else value
        return value

    def clean(self, value: Any) -> IndustryClass | None:
        text = super().clean(value).strip()
        if not text:
            return None
        classes = IndustryClass.objects.filter(level=IndustryClass.Level.CLASS)
        code = text.split()[0][:CLASS_CODE_LENGTH]
        found = classes.filter(pk=code).first() or classes.filter(name=text).first()
        if found is None:
            raise ValidationError(_("“%(value)s” is no class of the national standard."), params={"value": text})
        return found


class FactsForm(forms.ModelForm):
    """Registered facts: what is sent waits for staff, who compare it with the licence. Give it a copy of the row:
    a model form writes on its instance while it checks."""

    capital = WanField(label=_("registered capital"), required=False)
    industry = IndustryField(
        label=_("industry class"), help_text=_("Four digits or a name from the national standard (GB/T 4754).")
    )
    registered_on = RegisteredOnField(label=_("registered on"), required=False)

    class Meta:
        model = Enterprise
        fields = CONFIRMED_FIELDS
        widgets = {"scope": forms.Textarea(attrs={"rows": 6})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["town"].queryset = Town.objects.all()
        self.fields["park"].queryset = Park.objects.all()
        self.fields["capital_currency"].choices = Currency.choices

    def industry_classes(self) -> list[str]:
        return [str(row) for row in IndustryClass.objects.filter(level=IndustryClass.Level.CLASS).order_by("code")]


class AboutForm(forms.ModelForm):
    class Meta:
        model = Enterprise
        fields = FREE_FIELDS
        field_classes = {"website": WebField}
        widgets = {"introduction": forms.Textarea(attrs={"rows": 8})}
        help_texts = {
            "short_name": _("What customers call you; people find you by it."),
            "introduction": _("What you do, for whom, since when. Up to 3,000 characters."),
            "public_phone": _("Shown to everyone in the directory."),
        }


class LogoForm(forms.Form):
    picture = UploadField(purpose=ENTERPRISE_LOGO, label=_("Logo"), widget=forms.FileInput)


class ListingForm(forms.Form):
    listed = forms.BooleanField(
        required=False,
        label=_("We agree that the public directory shows our profile"),
        help_text=_(
            "Name, industry, town, size, introduction, products, honours, website and public telephone are shown. "
            "Contacts and figures never are. You can take this back at any time."
        ),
    )


class RevenueAskedBack(forms.Form):
    """Asks back where so few people can hardly earn so much, as an import does. The tick carries the amount, so that it
    counts for that one alone."""

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        doubt = doubt_revenue(values.get("revenue"), values.get("staff_count"))
        if doubt:
            asked = str(values["revenue"])
            box = forms.CheckboxInput(attrs={"value": asked})
            names = list(self.fields)
            names.insert(names.index("revenue") + 1, "meant")
            self.fields["meant"] = forms.BooleanField(
                label=_("The amount is right as typed"), required=False, widget=box
            )
            self.order_fields(names)
            if self.data.get("meant") != asked:
                self.data = self.data.copy()
                self.data.pop("meant", None)
                self.add_error("revenue", doubt)
        return values


class FiguresForm(RevenueAskedBack):
    """Yearly figures; the size class follows from them."""

    year = forms.TypedChoiceField(label=_("Year"), coerce=int)
    staff_count = forms.IntegerField(
        label=_("Staff"), min_value=0, max_value=5_000_000, required=False, help_text=_("At the end of the year.")
    )
    revenue = WanField(label=_("Yearly revenue"), required=False)
    assets = WanField(label=_("Total assets"), required=False, help_text=_("At the end of the year."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = [(year, str(year)) for year in years_open()]


class ContactForm(forms.ModelForm):
    class Meta:
        model = Contact
        fields = ("name", "position", "phone", "email", "is_primary")
        labels = {"name": _("Full name")}
        help_texts = {"is_primary": _("Whom the federation calls first.")}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not cleaned.get("phone") and not cleaned.get("email") and not self.errors:
            raise ValidationError(_("Give a telephone or an e-mail address, so that the contact can be reached."))
        return cleaned


class ProductForm(forms.ModelForm):
    upload = UploadField(purpose=PRODUCT_PICTURE, label=_("Picture"), required=False, widget=forms.FileInput)
    remove_picture = forms.BooleanField(label=_("Remove the picture"), required=False)

    class Meta:
        model = Product
        fields = ("name", "description")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.picture_id:
            del self.fields["remove_picture"]


class InviteForm(forms.Form):
    name = forms.CharField(label=_("Full name"), max_length=80)
    reach = forms.CharField(
        label=_("Mobile phone or e-mail"), max_length=254, help_text=_("The link is sent there; it is good once.")
    )
    role = forms.ChoiceField(
        label=_("May do"),
        choices=Representative.Role.choices,
        initial=Representative.Role.COLLEAGUE,
        widget=forms.RadioSelect,
    )

    def clean_reach(self) -> dict[str, str]:
        """{"phone": …} or {"email": …}."""
        typed = self.cleaned_data["reach"].strip()
        if "@" in typed:
            validate_email(typed)
            return {"email": typed.lower()}
        return {"phone": normalise_phone(typed)}


def add_errors(form: forms.BaseForm, error: ValidationError) -> None:
    """What an action refused, put beside the field it is about, or on top where the form has no such field."""
    if not hasattr(error, "error_dict"):
        form.add_error(None, error)
        return
    for name, errors in error.error_dict.items():
        form.add_error(name if name in form.fields else None, errors)
