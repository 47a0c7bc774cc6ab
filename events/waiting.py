"""What waits because of something that the federation convenes; each subject keeps its own."""

from events.visits import waiting as visits

__all__ = ["visits"]
