from django import forms
from django.core.validators import MinLengthValidator
from django.utils.translation import gettext_lazy as _


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Why do you need it?"),
        max_length=300,
        validators=[MinLengthValidator(4, _("Say it in a few words."))],
        help_text=_("Your name, the time and this reason are kept and can be audited."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
