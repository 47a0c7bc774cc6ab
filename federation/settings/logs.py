"""Logs: a JSON object a line in production, readable lines where DEBUG is on. A request's lines carry its id."""

from federation.audit.logs import logging_config
from federation.settings.base import DEBUG
from federation.settings.env import env

LOG_LEVEL = env.str("LOG_LEVEL", default="INFO")
LOG_JSON = env.bool("LOG_JSON", default=not DEBUG)
LOGGING = logging_config(json=LOG_JSON, level=LOG_LEVEL)
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
