"""What can go wrong with an event, in words for the person who meets it."""

from federation.cases.errors import CaseError


class EventError(CaseError):
    """Something about an event or a sign-up that its reader can understand and perhaps mend."""


class QuotaTooSmall(EventError):
    """There are more people in than the new quota has places."""


class WrongTimes(EventError):
    """An event that ends before it begins, a deadline after the start, a door opened on another day."""
