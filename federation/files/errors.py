"""Why a file was refused, in words for the person who chose it."""

from django.core.exceptions import ValidationError


class UploadRefused(ValidationError):
    """A ValidationError, so that forms show it by the field."""
