"""What may be uploaded for a service, and who may read it; each subject keeps its own."""

from services.demands import papers as demands
from services.drawdowns import uploads as drawdowns
from services.finance import uploads as finance

__all__ = ["demands", "drawdowns", "finance"]
