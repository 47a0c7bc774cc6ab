"""What may be uploaded for a service, and who may read it; each subject keeps its own."""

from services.finance import uploads as finance

__all__ = ["finance"]
