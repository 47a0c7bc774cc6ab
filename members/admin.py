"""Django looks for an app's admins here; each subject keeps its own."""

from members.enterprises import admin as enterprises
from members.partners import admin as partners

__all__ = ["enterprises", "partners"]
