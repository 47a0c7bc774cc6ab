"""Pages of the portal itself; each app lists its own in its `benchmarks.py`."""

from django.apps import apps
from django.core.cache import cache

from federation.benchmarks.registry import fill, page
from federation.indicators.registry import all_indicators
from federation.indicators.rollup import refresh

page("Start page", "/")
page("Figures", "/figures/")
page("Every public figure", lambda: [f"/figures/{one.name}/" for one in all_indicators() if one.public])
page("Log in", "/accounts/login/")
page("Staff's start page", "/admin/", visitor="staff")
page("Inbox", "/inbox/", visitor="enterprise")


@fill(order=1000)
def keep_rollups(size: int) -> None:
    """What beat does every half hour: the figures of large tables are answered from their rollups."""
    cache.delete_many([f"figures:rows:{model._meta.db_table}" for model in apps.get_models()])
    for indicator in all_indicators():
        refresh(indicator)
