"""What is measured of the services; each subject keeps its own."""

from services.demands import benchmark_rows as demands
from services.drawdowns import benchmarks as drawdowns
from services.finance import benchmarks as finance

__all__ = ["demands", "drawdowns", "finance"]
