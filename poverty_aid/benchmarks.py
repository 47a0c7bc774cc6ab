"""Rows and pages of this floor for ./scripts/bench; each subject keeps its own."""

from poverty_aid.contributions import benchmarks as contributions

__all__ = ["contributions"]
