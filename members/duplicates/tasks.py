"""The nightly search for duplicates, and the one that staff ask for."""

import structlog
from celery import shared_task

from members.duplicates.finding import find_duplicates

log = structlog.get_logger(__name__)


@shared_task
def look_for_duplicates() -> None:
    """Harmless to repeat: a second run finds what the first did."""
    found = find_duplicates()
    log.info("duplicates_found", compared=found.compared, alike=found.alike, new=found.new, gone=found.gone)
