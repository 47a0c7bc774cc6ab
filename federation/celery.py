"""The Celery application; tasks live in each subject's tasks.py."""

import os
from typing import Any

import pghistory
import structlog
from celery import Celery, Task
from celery.signals import before_task_publish, setup_logging, worker_init

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "federation.settings")

REQUEST_ID = "request_id"
log = structlog.get_logger(__name__)


class FederationTask(Task):
    """Logs and history of a task's writes name the task, and the request that asked for it if one did."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        request_id = getattr(self.request, REQUEST_ID, None) or (self.request.headers or {}).get(REQUEST_ID, "")
        names = {"task": self.name, "task_id": self.request.id or "", REQUEST_ID: request_id}
        with structlog.contextvars.bound_contextvars(**names), pghistory.context(task=self.name, request=request_id):
            return super().__call__(*args, **kwargs)


app = Celery("federation", task_cls=FederationTask)
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@before_task_publish.connect
def carry_request_id(headers: dict[str, Any], **kwargs: Any) -> None:
    request_id = structlog.contextvars.get_contextvars().get(REQUEST_ID)
    if request_id:
        headers[REQUEST_ID] = request_id


@setup_logging.connect
def log_as_the_portal_does(**kwargs: Any) -> None:
    """Connected so that Celery leaves logging alone: settings.LOGGING serves worker and beat too."""


@worker_init.connect
def refuse_unsafe_worker(**kwargs: Any) -> None:
    from federation.audit.checks import refuse_unsafe_start

    refuse_unsafe_start()
