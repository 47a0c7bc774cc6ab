"""The first few of many and how many there are, in one question: what panels and desks show of a list."""

from typing import Any, TypeVar

from django.db.models import IntegerField, Model, QuerySet, Subquery

MOST_COUNTED = 1000
Row = TypeVar("Row", bound=Model)


class _CountOf(Subquery):
    """Of a query that doesn't look at the row beside it: PostgreSQL asks it once."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS counted)"
    output_field = IntegerField()


def first_of(found: QuerySet[Row], shown: int, most: int = MOST_COUNTED) -> tuple[list[Row], int]:
    """The first `shown` rows in their order, and the honest number of all up to `most`, or one more where there are
    more."""
    number = _CountOf(found.order_by().values("pk")[: most + 1])
    rows: list[Any] = list(found.annotate(of_all=number)[:shown])
    return rows, rows[0].of_all if rows else 0
