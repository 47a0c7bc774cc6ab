"""What this floor puts on an enterprise's desk; each subject keeps its own."""

from events.visits import panels as visits

__all__ = ["visits"]
