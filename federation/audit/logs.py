"""How log lines look. Imported by settings, so it imports no Django."""

import datetime
import json as json_module
from typing import Any

import structlog

SHARED: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.processors.StackInfoRenderer(),
]


# What `extra=` of the standard library may add: Django puts whole requests there.
EXTRA = ("status_code", "duration", "task_id", "task_name")


# One line a request, written past structlog's chain, which would cost as much as a small page.
REQUESTS = "federation.requests"


def request_line(**fields: Any) -> str:
    """JSON in development too: it is read by grep there and by machines in production."""
    fields["timestamp"] = datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds")
    return json_module.dumps(fields, ensure_ascii=False)


def logging_config(*, json: bool, level: str) -> dict[str, Any]:
    """For settings.LOGGING; also sets up structlog, which then logs through the same handlers."""
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *SHARED,
            structlog.stdlib.PositionalArgumentsFormatter(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    if json:
        # Chinese as it is: people read these with grep.
        # Without local variables: they hold passwords and people.
        tracebacks = structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
        last = [
            structlog.processors.ExceptionRenderer(tracebacks),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ]
    else:
        last = [structlog.dev.ConsoleRenderer(colors=False)]
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "lines": {
                "()": structlog.stdlib.ProcessorFormatter,
                "foreign_pre_chain": [*SHARED, structlog.stdlib.ExtraAdder(allow=EXTRA)],
                "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, *last],
            },
            "as_it_is": {"format": "%(message)s"},
        },
        "handlers": {
            "stream": {"class": "logging.StreamHandler", "formatter": "lines"},
            "requests": {"class": "logging.StreamHandler", "formatter": "as_it_is"},
        },
        "root": {"handlers": ["stream"], "level": level},
        "loggers": {
            "django": {"handlers": [], "level": level, "propagate": True},
            REQUESTS: {"handlers": ["requests"], "level": level, "propagate": False},
            # runserver prints its own lines; production logs requests in RequestIdMiddleware.
            "django.server": {"handlers": ["stream"], "level": level, "propagate": False},
            "gunicorn.error": {"handlers": ["stream"], "level": level, "propagate": False},
            "fontTools": {"level": "WARNING"},
            "celery.redirected": {"level": "WARNING"},
            # Received and succeeded would each be a line; the sweep alone comes every ten seconds.
            "celery.worker.strategy": {"level": "WARNING"},
            "celery.beat": {"level": "WARNING"},
        },
    }
