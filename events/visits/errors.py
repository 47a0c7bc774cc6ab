"""What can go wrong with visits, in words for who meets it."""

from federation.cases.errors import CaseError


class VisitError(CaseError):
    """Something about the day or the visit that its reader can understand and perhaps mend."""


class NoteChanged(VisitError):
    """Somebody else wrote the note in the meantime; what was typed isn't lost, and isn't kept over theirs either."""
