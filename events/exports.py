"""What this floor holds about an enterprise or a person, for them to take along; each subject keeps its own."""

from events.camps import panels as camps
from events.signups import exports as signups
from events.visits import panels as visits

__all__ = ["camps", "signups", "visits"]
