"""What may be uploaded on this floor, and who may read it; each subject keeps its own."""

from events.visits import uploads as visits

__all__ = ["visits"]
