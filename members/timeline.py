"""The portal looks for an app's timelines here; each subject keeps its own."""

from members.enterprises import timeline as enterprises
from members.membership import timeline as membership

__all__ = ["enterprises", "membership"]
