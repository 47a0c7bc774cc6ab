"""A file field that checks as the upload's purpose asks, so that the error stands by the field."""

from copy import deepcopy
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from federation.files.inspection import inspect
from federation.files.policies import MEGABYTE, policy_for


class UploadField(forms.FileField):
    """Cleans to the upload, inspected; hand it to `files.actions.store_upload` with the same purpose.

    `initial` may be a StoredFile.
    """

    def __init__(self, *, purpose: str, **kwargs: Any) -> None:
        self.purpose = purpose
        self._own_help = "help_text" in kwargs
        super().__init__(**kwargs)

    def __deepcopy__(self, memo: dict[int, Any]) -> "UploadField":
        """For each form anew, in the language of the page and when every app has registered its purposes."""
        field = super().__deepcopy__(memo)
        field.widget = deepcopy(self.widget, memo)
        policy = policy_for(self.purpose)
        field.widget.attrs["accept"] = policy.accept
        if not self._own_help:
            field.help_text = _("%(kinds)s, at most %(size)s MB.") % {
                "kinds": _(", ").join(policy.kinds),
                "size": round(policy.max_bytes / MEGABYTE),
            }
        return field

    def clean(self, data: UploadedFile | None, initial: object = None) -> UploadedFile | object | None:
        upload = super().clean(data, initial)
        if isinstance(upload, UploadedFile):
            upload.inspected = inspect(upload, policy_for(self.purpose))
        return upload
