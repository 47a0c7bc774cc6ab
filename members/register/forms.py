from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminFileFieldWidget, UnfoldAdminTextInputWidget

from federation.files.forms import UploadField
from members.register.access import PURPOSE
from members.register.models import ImportBatch


class UploadForm(forms.ModelForm):
    """Takes a spreadsheet; nothing is written before its preview was confirmed."""

    upload = UploadField(
        purpose=PURPOSE,
        label=_("spreadsheet"),
        widget=UnfoldAdminFileFieldWidget,
        help_text=_(
            "CSV or XLSX with a header row; a column with the credit code is needed. Nothing is written yet: "
            "you see first what would change."
        ),
    )

    class Meta:
        model = ImportBatch
        fields = ("source",)
        widgets = {"source": UnfoldAdminTextInputWidget}
        help_texts = {
            "source": _("Where the rows come from, such as 市场监管局 2022-06; former names are kept with it.")
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["upload", "source"])
