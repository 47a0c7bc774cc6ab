"""Django looks for an app's admins here; each subject keeps its own."""

from chambers.applications import admin as applications
from chambers.bodies import admin as bodies
from chambers.bodies import enterprise_admin

__all__ = ["applications", "bodies", "enterprise_admin"]
