"""How every form of the portal is drawn: label, why we ask, the error beside its field."""

from django import forms
from django.forms.renderers import TemplatesSetting
from django.utils.translation import gettext_lazy as _

from federation.portal.look import CHOICES


class PortalRenderer(TemplatesSetting):
    """{{ form }} and {{ form.field.as_field_group }} come from templates/portal/forms/."""

    form_template_name = "portal/forms/form.html"
    field_template_name = "portal/forms/field.html"


class PreferencesForm(forms.Form):
    language = forms.ChoiceField(
        label=_("Language"), choices=[("zh-hans", "简体中文"), ("en", "English")], widget=forms.RadioSelect
    )
    theme = forms.ChoiceField(
        label=_("Colours"),
        choices=[("auto", _("As my device")), ("light", _("Light")), ("dark", _("Dark"))],
        widget=forms.RadioSelect,
    )
    contrast = forms.ChoiceField(
        label=_("Contrast"),
        choices=[("auto", _("As my device")), ("more", _("High contrast"))],
        widget=forms.RadioSelect,
    )
    type = forms.ChoiceField(
        label=_("Type size"), choices=[("normal", _("Normal")), ("large", _("Large"))], widget=forms.RadioSelect
    )

    def look_wishes(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in CHOICES}
