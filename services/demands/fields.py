"""Several papers in one field, each inspected as its purpose asks."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from federation.files.forms import UploadField
from services.demands.papers import MOST_AT_ONCE


class SeveralFiles(forms.FileInput):
    allow_multiple_selected = True


class PapersField(UploadField):
    """Cleans to a list of uploads, perhaps empty; the first that is refused says why, with its name."""

    widget = SeveralFiles

    def clean(self, data: Any, initial: object = None) -> list[UploadedFile]:
        uploads = [upload for upload in (data or []) if upload]
        if self.required and not uploads:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        if len(uploads) > MOST_AT_ONCE:
            raise forms.ValidationError(_("At most %(most)s at once.") % {"most": MOST_AT_ONCE})
        return [self._checked(upload) for upload in uploads]

    def _checked(self, upload: UploadedFile) -> UploadedFile:
        try:
            return super().clean(upload)
        except forms.ValidationError as error:
            raise forms.ValidationError([f"{upload.name}{_(': ')}{message}" for message in error.messages]) from error
