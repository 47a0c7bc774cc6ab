"""Django looks for an app's admins here; each subject keeps its own."""

from services.demands import admin as demands
from services.finance import admin as finance

__all__ = ["demands", "finance"]
