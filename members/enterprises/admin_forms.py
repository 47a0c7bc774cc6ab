"""What staff type about enterprises and their people."""

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from federation.files.forms import UploadField
from federation.portal.admin_forms import MaskedFieldsForm
from federation.portal.admin_theme import PictureInput
from federation.portal.fields import WebField
from members.enterprises import actions
from members.enterprises.models import Contact, Enterprise
from members.enterprises.uscc import check, is_registration_number, normalise
from members.uploads import ENTERPRISE_LOGO


class EnterpriseForm(forms.ModelForm):
    """Codes are normalised before they are judged; the rest are the model's own rules."""

    picture = UploadField(purpose=ENTERPRISE_LOGO, label=_("Logo"), required=False, widget=PictureInput)

    class Meta:
        model = Enterprise
        fields = [*actions.REGISTERED_FIELDS, "introduction", "listed"]
        field_classes = {"website": WebField}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["picture"] = self.instance.logo
        for name in ("uscc", "registration_number"):
            if name in self.fields:
                # Codes are typed with spaces and hyphens; their length is judged without them.
                field = self.fields[name]
                field.validators = [one for one in field.validators if not isinstance(one, MaxLengthValidator)]
                field.widget.attrs.pop("maxlength", None)

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
    class Meta:
        model = Contact
        fields = ["name", "position", "phone", "email", "is_primary"]
