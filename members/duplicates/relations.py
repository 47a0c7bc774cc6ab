"""Which rows of other tables follow an enterprise into the one that absorbs it."""

from collections.abc import Iterator
from dataclasses import dataclass

import pghistory.models
from django.db import models

from members.enterprises.models import Enterprise

# These tell what happened to one record of the register, not to the firm: an import's undo, earlier findings.
STAYING = frozenset(
    {
        "members.ImportChange.enterprise",
        "members.ImportRowError.enterprise",
        "members.DuplicatePair.left",
        "members.DuplicatePair.right",
        "members.Merge.kept",
        "members.Merge.absorbed",
    }
)


@dataclass(frozen=True)
class Relation:
    """A foreign key or one-to-one to Enterprise, of any app."""

    model: type[models.Model]
    field: models.ForeignKey

    @property
    def label(self) -> str:
        return f"{self.model._meta.label}.{self.field.name}"

    def rows_of(self, enterprise: Enterprise) -> models.QuerySet:
        return self.model._base_manager.filter(**{self.field.attname: enterprise.pk}).order_by("pk")


def following() -> Iterator[Relation]:
    """Every relation whose rows move. History tables don't: what happened, happened to that record."""
    for relation in Enterprise._meta.get_fields(include_hidden=True):
        if not (relation.one_to_many or relation.one_to_one) or not relation.auto_created:
            continue
        model = relation.related_model
        if issubclass(model, pghistory.models.Event) or model._meta.proxy or not model._meta.managed:
            continue
        found = Relation(model, relation.field)
        if found.label not in STAYING:
            yield found


def demotable_flag(model: type[models.Model], constraint_name: str) -> str:
    """The yes-no column that this constraint lets only one row set (first contact, primary chamber), or ""."""
    for constraint in model._meta.constraints:
        if constraint.name == constraint_name and isinstance(constraint, models.UniqueConstraint):
            for child in getattr(constraint.condition, "children", []):
                if isinstance(child, tuple) and child[1] is True:
                    return child[0]
    return ""
