"""Django looks for an app's admins here; each subject keeps its own."""

from events.visits import admin as visits

__all__ = ["visits"]
