"""The project: settings, urls, Celery, the admin site, and what every app shares."""

from federation.celery import app as celery_app

__all__ = ["celery_app"]
