"""What waits because of a service; each subject keeps its own."""

from services.demands import waiting as demands
from services.finance import waiting as finance

__all__ = ["demands", "finance"]
