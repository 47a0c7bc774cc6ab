"""What every page of a case shows of its way."""

from collections.abc import Iterable

from federation.cases.models import CaseStep
from federation.portal.contributions import TimelineEntry

SHOWN = 100


def entry_of(step: CaseStep, prefix: str = "", url: str = "") -> TimelineEntry:
    actor = str(step.actor) if step.actor else ""
    if step.hat and step.hat != actor:
        actor = f"{actor} · {step.hat}" if actor else step.hat
    return TimelineEntry(step.at, f"{prefix}{step.told}", actor, step.reason, url)


def entries(steps: Iterable[CaseStep], limit: int = SHOWN) -> list[TimelineEntry]:
    """Who did what when, newest first. `steps` is a queryset of one case's steps."""
    return [entry_of(step) for step in steps.select_related("actor").order_by("-at", "-pk")[:limit]]
