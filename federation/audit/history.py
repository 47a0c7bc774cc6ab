"""History kept by the database itself: triggers copy every change of a tracked row, bulk and raw SQL included."""

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
