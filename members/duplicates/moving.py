"""Re-pointing rows from one enterprise to another, each move written down so that it can be taken back.

An entry of the ledger is one of
    {"model", "pk", "set": {column: [old, new]}}   a row that was changed
    {"model", "pk", "created": true}               a row that the merge wrote
    {"model", "pk", "stays": reason}               a row that could not move, and stays with the absorbed record
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from members.duplicates.relations import Relation, demotable_flag
from members.enterprises.models import Enterprise
from members.enterprises.words import as_json, from_json
from members.membership.models import Membership

Entry = dict[str, Any]


class ChangedSince(Exception):
    """A row is no longer as the merge left it; the message says which and what."""


def entry(row: models.Model, **what: Any) -> Entry:
    return {"model": row._meta.label, "pk": as_json(row.pk), **what}


def move_rows(relation: Relation, absorbed: Enterprise, kept: Enterprise) -> list[Entry]:
    """Point the absorbed's rows at the kept, in the caller's transaction; those that would break a rule are demoted
    or stay."""
    rows = list(relation.rows_of(absorbed).select_for_update())
    column = relation.field.attname
    pointed = {column: [as_json(absorbed.pk), as_json(kept.pk)]}
    if not rows:
        return []
    try:
        with transaction.atomic():
            relation.rows_of(absorbed).update(**{column: kept.pk})
        return [entry(row, set=pointed) for row in rows]
    except IntegrityError:
        return [_move_row(row, pointed, kept.pk, column) for row in rows]


def _move_row(row: models.Model, pointed: dict[str, list[Any]], kept_pk: int, column: str) -> Entry:
    changes = dict(pointed)
    values: dict[str, Any] = {column: kept_pk}
    for _attempt in range(3):
        try:
            with transaction.atomic():
                type(row)._base_manager.filter(pk=row.pk).update(**values)
            return entry(row, set=changes)
        except IntegrityError as error:
            broken = _constraint_of(error)
            flag = demotable_flag(type(row), broken)
            if not flag or flag in values:
                return entry(row, stays=broken)
            values[flag], changes[flag] = False, [True, False]
    return entry(row, stays="")


def _constraint_of(error: IntegrityError) -> str:
    diagnosis = getattr(error.__cause__, "diag", None)
    return (diagnosis.constraint_name if diagnosis else "") or ""


def set_columns(row: models.Model, changes: dict[str, list[Any]]) -> Entry:
    """Write columns past save(), so that no date of its own is touched."""
    values = {name: from_json(_field(type(row), name), new) for name, (_old, new) in changes.items()}
    type(row)._base_manager.filter(pk=row.pk).update(**values)
    return entry(row, set=changes)


def take_back(ledger: Iterable[Entry]) -> int:
    """Undo the entries, last first; returns how many rows have been deleted since and can't come back.

    Raises ChangedSince before anything is written for a row that was changed after the merge.
    """
    entries = [item for item in reversed(list(ledger)) if "stays" not in item]
    found = _fetch(entries)
    for item in entries:
        row = found.get((item["model"], str(item["pk"])))
        if row is not None and "set" in item:
            _check_unchanged(row, item["set"])
    lost = 0
    for item in entries:
        row = found.get((item["model"], str(item["pk"])))
        if row is None:
            lost += 1
        elif item.get("created"):
            type(row)._base_manager.filter(pk=row.pk).delete()
        else:
            set_columns(row, {name: [new, old] for name, (old, new) in item["set"].items()})
    return lost


def _fetch(entries: list[Entry]) -> dict[tuple[str, str], models.Model]:
    """The rows, locked; one query for each model."""
    keys: dict[str, list[Any]] = {}
    for item in entries:
        keys.setdefault(item["model"], []).append(item["pk"])
    found: dict[tuple[str, str], models.Model] = {}
    for label, pks in sorted(keys.items()):
        rows = apps.get_model(label)._base_manager.filter(pk__in=pks).order_by("pk").select_for_update()
        found.update({(label, str(row.pk)): row for row in rows})
    return found


def _check_unchanged(row: models.Model, changes: dict[str, list[Any]]) -> None:
    for name, (_old, new) in changes.items():
        field = _field(type(row), name)
        now = getattr(row, name)
        if now != from_json(field, new):
            raise ChangedSince(
                _("“%(field)s” of %(kind)s “%(row)s” was changed after the merge; undoing would lose that change.")
                % {"field": field.verbose_name, "kind": row._meta.verbose_name, "row": row}
            )


def _field(model: type[models.Model], attname: str) -> models.Field:
    return next(field for field in model._meta.concrete_fields if field.attname == attname)


def _moved(item: Entry) -> bool:
    model = apps.get_model(item["model"])
    pointers = {
        field.attname for field in model._meta.concrete_fields if field.related_model in (Enterprise, Membership)
    }
    own = {"merged_into_id"} if model is Enterprise else set()
    return bool(pointers & set(item["set"]) - own)


def summary(ledger: Iterable[Entry]) -> list[dict[str, Any]]:
    """How many rows of each kind moved and how many stayed, for people; the two records themselves aren't counted."""
    moved: Counter[str] = Counter()
    stayed: Counter[str] = Counter()
    for item in ledger:
        if "stays" in item:
            stayed[item["model"]] += 1
        elif "created" not in item and _moved(item):
            moved[item["model"]] += 1
    return [
        {
            "kind": str(apps.get_model(label)._meta.verbose_name_plural),
            "moved": moved[label],
            "stayed": stayed[label],
        }
        for label in sorted({*moved, *stayed})
    ]
