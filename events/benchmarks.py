"""Rows and pages of this floor for ./scripts/bench; each subject keeps its own."""

from events.camps import benchmarks as camps

__all__ = ["camps"]
