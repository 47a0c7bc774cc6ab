"""Django looks for an app's admins here; each subject keeps its own."""

from events.camps import admin as camps
from events.events import admin as events
from events.signups import admin as signups
from events.visits import admin as visits

__all__ = ["camps", "events", "signups", "visits"]
