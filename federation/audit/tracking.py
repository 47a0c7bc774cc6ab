"""Which models the database keeps a history of: triggers copy every change, bulk and raw SQL included."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import pghistory
import pgtrigger
from django.db import models

ModelT = TypeVar("ModelT", bound=type[models.Model])


def tracked(exclude: Sequence[str] = (), *, bulk: bool = False) -> Callable[[ModelT], ModelT]:
    """Track inserts, updates and deletes of a model, with actor and request from the middleware's context.

    `exclude` names columns that are derived or secret. `bulk` fires once per statement: for tables filled by COPY.
    """
    return pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        exclude=list(exclude) or None,
        level=pgtrigger.Statement if bulk else pgtrigger.Row,
        obj_field=pghistory.ObjForeignKey(related_name="history", related_query_name="+"),
    )


def untracked(reason: str) -> Callable[[ModelT], ModelT]:
    """No history of this model, and why; a model that is neither tracked nor excused fails a test."""

    def excuse(model: ModelT) -> ModelT:
        model.untracked_because = reason
        return model

    return excuse


def tracked_link(owner: type[models.Model], field_name: str) -> Callable[[ModelT], ModelT]:
    """For a proxy of a many-to-many's table: each link made or broken shows in the history of `owner`'s record."""

    def track(proxy: ModelT) -> ModelT:
        tracked_proxy = pghistory.track(pghistory.InsertEvent(), pghistory.DeleteEvent(), obj_field=None)(proxy)
        links = [*getattr(owner, "tracked_links", []), (field_name, tracked_proxy)]
        owner.tracked_links = links
        return tracked_proxy

    return track
