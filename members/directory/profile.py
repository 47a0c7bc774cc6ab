"""An enterprise's public profile, read in one query whatever the apps add to it."""

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any
from urllib.parse import urlsplit

from django.contrib.auth.models import AnonymousUser
from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from federation.accounts.models import User
from members.directory.facets import towns
from members.directory.registry import Text, panels
from members.enterprises.choices import RegistrationType, SizeClass, State
from members.enterprises.industry import SECTION_NAMES
from members.enterprises.models import Enterprise

USCC_LENGTH, OLD_LENGTH = 18, 15
PANEL = "panel_"
# No code holds it.
MARK = "?"
COLUMNS = (
    *("pk", "uscc", "registration_number", "name", "short_name", "state", "registration_type", "registered_on"),
    *("capital", "capital_currency", "town", "address", "section", "size_class", "introduction", "website"),
    *("public_phone", "logo", "listed", "industry__name", "park__name", "parent__name"),
)


@dataclass(frozen=True)
class Shown:
    """A panel with what it has to show."""

    title: Text
    template: str
    rows: Any


@dataclass(frozen=True)
class Profile:
    """`preview`: not in the directory; its own people and staff see what the public would."""

    row: Mapping[str, Any]
    preview: bool

    def __getattr__(self, name: str) -> Any:
        try:
            return self.row[name]
        except KeyError:
            raise AttributeError(name) from None

    @cached_property
    def _town(self) -> tuple[str, str]:
        return next(((code, name) for code, (pk, name) in towns().items() if pk == self.row["town"]), ("", ""))

    @property
    def town_code(self) -> str:
        return self._town[0]

    @property
    def town_name(self) -> str:
        return self._town[1]

    @property
    def website_name(self) -> str:
        return urlsplit(self.row["website"]).netloc or self.row["website"]

    @property
    def section_name(self) -> Text:
        return SECTION_NAMES.get(self.row["section"], "")

    @property
    def size_name(self) -> Text:
        size = self.row["size_class"]
        return "" if size in (SizeClass.UNKNOWN, SizeClass.NOT_APPLICABLE) else SizeClass(size).label

    @property
    def type_name(self) -> Text:
        kind = self.row["registration_type"]
        return RegistrationType(kind).label if kind else ""

    @cached_property
    def panels(self) -> list[Shown]:
        shown = [Shown(panel.title, panel.template, self.row[f"{PANEL}{panel.name}"]) for panel in panels()]
        return [panel for panel in shown if panel.rows]

    @property
    def why_hidden(self) -> list[str]:
        """For a preview: what keeps the profile out of the directory."""
        reasons = []
        if not self.row["listed"]:
            reasons.append(_("The enterprise has not agreed to be shown to the public."))
        if self.row["state"] != State.ACTIVE:
            reasons.append(_("The enterprise is not in business."))
        return reasons or [_("The enterprise is not a member today.")]


def _by_code(enterprises: QuerySet, code: str) -> QuerySet:
    return enterprises.filter(uscc=code) if len(code) == USCC_LENGTH else enterprises.filter(registration_number=code)


def _with_panels(enterprises: QuerySet) -> QuerySet:
    added = {f"{PANEL}{panel.name}": ArraySubquery(panel.rows()) for panel in panels()}
    return enterprises.order_by().values(*COLUMNS).annotate(**added)


@lru_cache(maxsize=4)
def _published_sql(day: datetime.date, length: int) -> tuple[str, tuple[Any, ...]]:
    """Putting this query together takes the ORM ten times as long as reading the row: done once a day for each kind of
    code, and asked again with the code in the mark's place."""
    mark = MARK * length
    return _by_code(_with_panels(Enterprise.objects.published(day)), mark).query.sql_with_params()


def _published_row(code: str) -> Mapping[str, Any] | None:
    statement, parameters = _published_sql(timezone.localdate(), len(code))
    with connection.cursor() as cursor:
        cursor.execute(statement, [code if value == MARK * len(code) else value for value in parameters])
        found = cursor.fetchone()
    if found is None:
        return None
    names = [*COLUMNS, *(f"{PANEL}{panel.name}" for panel in panels())]
    row = dict(zip(names, found, strict=True))
    # Past the ORM, JSON arrives as text.
    return {
        name: [json.loads(one) for one in value] if name.startswith(PANEL) else value for name, value in row.items()
    }


def find_profile(code: str, user: User | AnonymousUser) -> Profile | None:
    """None for a code that the public doesn't find, unless the enterprise is the user's own or the user is staff."""
    if len(code) not in (USCC_LENGTH, OLD_LENGTH):
        return None
    row = _published_row(code)
    if row:
        return Profile(row, preview=False)
    if not user.is_authenticated:
        return None
    row = _by_code(_with_panels(Enterprise.objects.current().visible_to(user)), code).first()
    return Profile(row, preview=True) if row else None


def successor_of(code: str) -> str | None:
    """Where a record that was merged away is found now, if the public may see it there."""
    merged = _by_code(Enterprise.objects.exclude(merged_into=None), code)
    kept = Enterprise.objects.published().filter(pk__in=merged.values("merged_into"))
    found = kept.values_list("uscc", "registration_number").first()
    return found and (found[0] or found[1])
