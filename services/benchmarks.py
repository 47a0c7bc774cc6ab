"""What is measured of the services; each subject keeps its own."""

from services.demands import benchmark_rows as demands

__all__ = ["demands"]
