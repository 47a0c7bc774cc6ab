"""Clocks of the services' cases; each subject keeps its own."""

from services.demands import cases as demands
from services.finance import reminders as finance

__all__ = ["demands", "finance"]
