"""WSGI entry point."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "federation.settings")

application = get_wsgi_application()

from federation.audit.checks import refuse_unsafe_start  # noqa: E402 settings are ready only now

refuse_unsafe_start()

# Every page's code, now rather than at the first request. It stays as long as the process does, so collections leave it
# out from here on: each is short, and can come five times as often. A large page of the admin leaves three megabytes
# in cycles behind, and would leave thirty before the next one.
get_resolver().url_patterns  # noqa: B018 asking for them reads them
gc.collect()
gc.freeze()
gc.set_threshold(700, 10, 2)
