"""What was changed on a record, by whom, when: read from the rows that the triggers wrote."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import Group
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from federation.accounts.models import User
from federation.accounts.roles import Role
from federation.audit.masking import masks_of
from federation.audit.tracking import tracked, untracked
from federation.portal.formats import cn_date, cn_datetime, grouped

__all__ = ["Change", "HistoryEntry", "history_of", "tracked", "untracked"]

EMPTY = "—"
TEXT_LENGTH = 300
LABELS = {"insert": gettext_lazy("Created"), "update": gettext_lazy("Changed"), "delete": gettext_lazy("Deleted")}
LINK_LABELS = {"insert": gettext_lazy("Added"), "delete": gettext_lazy("Removed")}
# Bookkeeping that says nothing to a reader.
UNSHOWN = frozenset({"id", "created_at", "updated_at"})


@dataclass(frozen=True)
class Change:
    field: str
    before: str
    after: str


@dataclass(frozen=True)
class HistoryEntry:
    """`actor` is the name as it stood then; empty for what the portal did by itself (`task` may say which job)."""

    at: datetime.datetime
    label: str | Promise
    actor: str = ""
    hat: str = ""
    task: str = ""
    request_id: str = ""
    changes: list[Change] = field(default_factory=list)
    # All that the context said, for who put something of their own into it (an import its number).
    context: dict[str, Any] = field(default_factory=dict)
    # insert, update or delete, as the trigger said it.
    kind: str = ""


def history_of(instance: models.Model, limit: int = 50) -> list[HistoryEntry]:
    """Newest first. Personal data is masked. A handful of queries, however many entries."""
    model = type(instance)
    if not hasattr(model, "pgh_event_models"):
        raise TypeError(f"{model._meta.label} has no history: {getattr(model, 'untracked_because', 'nobody said why')}")
    event_model = model.pgh_event_model
    # One more than is shown: each change is told against the state before it.
    events = list(
        event_model.objects.filter(pgh_obj_id=instance.pk)
        .select_related("pgh_context")
        .order_by("-pgh_id")[: limit + 1]
    )
    names = _actor_names(events)
    reader = _Reader(model, event_model, events)
    entries = []
    # A row filled in past the triggers has none.
    for event, before in zip(events, [*events[1:], None][: len(events)], strict=True):
        entry = _entry(event, names, reader.changes(before, event))
        if entry.changes or event.pgh_label != "update":
            entries.append(entry)
    entries += [
        entry for field_name, proxy in _links(model) for entry in _link_entries(instance, field_name, proxy, limit)
    ]
    return sorted(entries, key=lambda entry: entry.at, reverse=True)[:limit]


def _links(model: type[models.Model]) -> list[tuple[str, type[models.Model]]]:
    return getattr(model, "tracked_links", [])


def _link_entries(
    instance: models.Model, field_name: str, proxy: type[models.Model], limit: int
) -> Iterable[HistoryEntry]:
    """What was put to the record and taken from it, such as a person's roles."""
    field = instance._meta.get_field(field_name)
    own, other = field.m2m_field_name(), field.m2m_reverse_field_name()
    events = list(
        proxy.pgh_event_model.objects.filter(**{own: instance.pk})
        .select_related("pgh_context")
        .order_by("-pgh_id")[:limit]
    )
    names = _actor_names(events)
    word = _("role") if field.related_model is Group else str(field.verbose_name)
    others = field.related_model._base_manager.in_bulk({getattr(event, f"{other}_id") for event in events})
    for event in events:
        key = getattr(event, f"{other}_id")
        name = _name_of(others.get(key), key)
        before, after = (EMPTY, name) if event.pgh_label == "insert" else (name, EMPTY)
        yield _entry(event, names, [Change(word, before, after)], label=LINK_LABELS[event.pgh_label])


def _name_of(record: models.Model | None, key: Any) -> str:
    if record is None:
        return f"#{key}"
    if isinstance(record, Group) and record.name in Role.values:
        return str(Role(record.name).label)
    return str(record)


def _entry(
    event: Any, names: dict[int, str], changes: list[Change], label: str | Promise | None = None
) -> HistoryEntry:
    context = event.pgh_context.metadata if event.pgh_context else {}
    return HistoryEntry(
        at=event.pgh_created_at,
        label=label or LABELS.get(event.pgh_label, event.pgh_label),
        actor=context.get("actor") or names.get(context.get("user"), ""),
        hat=context.get("hat", ""),
        task=context.get("task", ""),
        request_id=context.get("request", ""),
        changes=changes,
        context=context,
        kind=event.pgh_label,
    )


def _actor_names(events: Iterable[Any]) -> dict[int, str]:
    """For contexts that kept the account without its name."""
    contexts = [event.pgh_context.metadata for event in events if event.pgh_context]
    wanted = {context["user"] for context in contexts if context.get("user") and not context.get("actor")}
    return {user.pk: str(user) for user in User.objects.filter(pk__in=wanted)} if wanted else {}


class _Reader:
    """Turns two states of a record into words."""

    def __init__(self, model: type[models.Model], event_model: type[models.Model], events: list[Any]) -> None:
        self.masks = masks_of(model)
        self.fields = [
            own
            for own in (self._own_field(model, kept) for kept in event_model._meta.concrete_fields)
            if own is not None and own.name not in UNSHOWN and not own.primary_key
        ]
        self.related = self._related_names(events)

    @staticmethod
    def _own_field(model: type[models.Model], kept: models.Field) -> models.Field | None:
        """The record's field, which has the choices and the words; None for the event's own columns."""
        if kept.name.startswith("pgh_"):
            return None
        try:
            return model._meta.get_field(kept.name)
        except FieldDoesNotExist:
            return None

    def _related_names(self, events: list[Any]) -> dict[tuple[str, Any], str]:
        names: dict[tuple[str, Any], str] = {}
        for own in self.fields:
            if own.is_relation:
                keys = {getattr(event, own.attname) for event in events} - {None}
                found = own.related_model._base_manager.filter(pk__in=keys) if keys else []
                names |= {(own.name, row.pk): str(row) for row in found}
        return names

    def changes(self, before: Any | None, after: Any) -> list[Change]:
        """For a creation all that was given, for a deletion nothing: what was lost stands in the entries before."""
        if after.pgh_label == "delete" or (before is None and after.pgh_label != "insert"):
            return []
        found = []
        for own in self.fields:
            old = getattr(before, own.attname) if before is not None and after.pgh_label == "update" else None
            new = getattr(after, own.attname)
            if old != new and not (old is None and new in ("", [], {}, False)):
                found.append(Change(str(own.verbose_name), self.words(own, old), self.words(own, new)))
        return found

    def words(self, own: models.Field, value: Any) -> str:
        if value in (None, "", [], {}):
            return EMPTY
        if own.name in self.masks:
            # What is kept as JSON is masked part by part.
            return self.masks[own.name](value if isinstance(value, dict) else str(value))
        if own.is_relation:
            return self.related.get((own.name, value), f"#{value}")
        if own.choices:
            return str(dict(own.flatchoices).get(value, value))
        return _plain(value)


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime.datetime):
        return cn_datetime(value)
    if isinstance(value, datetime.date):
        return cn_date(value)
    if isinstance(value, int):
        return grouped(value) if abs(value) >= 10_000 else str(value)
    if isinstance(value, list | tuple):
        return _(", ").join(map(str, value))
    text = str(value)
    return text if len(text) <= TEXT_LENGTH else f"{text[:TEXT_LENGTH]}…"
