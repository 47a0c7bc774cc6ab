"""What services put on an enterprise's desk; each subject keeps its own."""

from services.demands import desk_panels as demands
from services.finance import panels as finance

__all__ = ["demands", "finance"]
