"""What waits because of something that the federation convenes; each subject keeps its own."""

from events.camps import waiting as camps
from events.events import waiting as events
from events.visits import waiting as visits

__all__ = ["camps", "events", "visits"]
