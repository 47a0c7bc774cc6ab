"""Keeps rollups fresh."""

from celery import shared_task
from django.core.cache import cache

from federation.indicators.registry import all_indicators
from federation.indicators.rollup import refresh

LOCK = "figures:refreshing"
LOCK_SECONDS = 1800


@shared_task
def refresh_rollups() -> int:
    """How many were rebuilt; a run that meets another one under way leaves the work to it."""
    if not cache.add(LOCK, True, LOCK_SECONDS):
        return 0
    try:
        return sum(refresh(indicator) is not None for indicator in all_indicators())
    finally:
        cache.delete(LOCK)
