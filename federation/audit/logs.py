"""How log lines look. Imported by settings, so it imports no Django."""

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
            }
        },
        "handlers": {"stream": {"class": "logging.StreamHandler", "formatter": "lines"}},
        "root": {"handlers": ["stream"], "level": level},
        "loggers": {
            "django": {"handlers": [], "level": level, "propagate": True},
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
