"""Django looks for an app's admins here; each subject keeps its own."""

from services.demands import admin as demands

__all__ = ["demands"]
