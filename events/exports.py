"""What this floor holds about an enterprise or a person, for them to take along; each subject keeps its own."""

from events.visits import panels as visits

__all__ = ["visits"]
