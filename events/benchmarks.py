"""Rows and pages of this floor for ./scripts/bench; each subject keeps its own."""

from events.camps import benchmarks as camps
from events.events import benchmarks as events
from events.visits import benchmark_rows as visits

__all__ = ["camps", "events", "visits"]
