"""Django looks for an app's tables here; each subject keeps its own."""

from events.participants.models import Participant

__all__ = ["Participant"]
