"""What waits because of a service; each subject keeps its own."""

from services.demands import waiting as demands
from services.finance import bank_waiting as banks
from services.finance import waiting as finance

__all__ = ["banks", "demands", "finance"]
