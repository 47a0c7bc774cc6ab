"""What staff type about enterprises and their people."""

from django import forms
from django.utils.translation import gettext_lazy as _

from federation.portal.admin_forms import MaskedFieldsForm
from federation.portal.formats import masked_email, masked_phone
from members.enterprises import actions
from members.enterprises.models import Contact, Enterprise
from members.enterprises.uscc import check, is_registration_number, normalise


class EnterpriseForm(forms.ModelForm):
    """Codes are normalised before they are judged; the rest are the model's own rules."""

    class Meta:
        model = Enterprise
        fields = [*actions.REGISTERED_FIELDS, "introduction", "listed"]

    def clean_uscc(self) -> str | None:
        code = self.cleaned_data["uscc"]
        return check(code) if code else None

    def clean_registration_number(self) -> str | None:
        number = self.cleaned_data["registration_number"]
        if not number:
            return None
        if not is_registration_number(number):
            raise forms.ValidationError(_("An old registration number has 15 digits."))
        return normalise(number)


class ContactForm(MaskedFieldsForm):
    masks = {"phone": masked_phone, "email": masked_email}

    class Meta:
        model = Contact
        fields = ["name", "position", "phone", "email", "is_primary"]
