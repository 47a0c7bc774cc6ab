"""Figures of the services; each subject keeps its own."""

from services.demands import indicators as demands

__all__ = ["demands"]
