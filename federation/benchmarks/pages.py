"""Pages of the portal itself; each app lists its own in its `benchmarks.py`."""

from federation.benchmarks.registry import page

page("Start page", "/")
page("Log in", "/accounts/login/")
page("Staff's start page", "/admin/", visitor="staff")
