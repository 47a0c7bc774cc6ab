"""What printed reports state of the services; each subject keeps its own."""

from services.drawdowns import editions as drawdowns

__all__ = ["drawdowns"]
