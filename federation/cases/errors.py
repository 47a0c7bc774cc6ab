"""What can go wrong with a case, in words for who meets it. A subject's own errors are kinds of CaseError."""

from django.core.exceptions import ValidationError


class CaseError(ValidationError):
    """Something that its reader can understand and perhaps mend."""


class AlreadyMoved(CaseError):
    """Somebody moved the case on in the meantime; says who, when and where it stands."""


class ReasonNeeded(CaseError):
    """Whoever returns, rejects or disputes something says why."""
