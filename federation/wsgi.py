"""WSGI entry point."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "federation.settings")

application = get_wsgi_application()

from federation.audit.checks import refuse_unsafe_start  # noqa: E402 settings are ready only now

refuse_unsafe_start()
