"""An enterprise's public profile, read in one query whatever the apps add to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from federation.accounts.models import User
from members.directory.facets import towns
from members.directory.registry import Text, panels
from members.enterprises.choices import RegistrationType, SizeClass, State
from members.enterprises.industry import SECTION_NAMES
from members.enterprises.models import Enterprise

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
        shown = [Shown(panel.title, panel.template, self.row[f"panel_{panel.name}"]) for panel in panels()]
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
    return enterprises.filter(uscc=code) if len(code) == 18 else enterprises.filter(registration_number=code)


def _read(enterprises: QuerySet) -> Mapping[str, Any] | None:
    added = {f"panel_{panel.name}": panel.rows() for panel in panels()}
    return enterprises.values(*COLUMNS).annotate(**added).first()


def find_profile(code: str, user: User | AnonymousUser) -> Profile | None:
    """None for a code that the public doesn't find, unless the enterprise is the user's own or the user is staff."""
    row = _read(_by_code(Enterprise.objects.published(), code).order_by())
    if row:
        return Profile(row, preview=False)
    if not user.is_authenticated:
        return None
    row = _read(_by_code(Enterprise.objects.current().visible_to(user), code).order_by())
    return Profile(row, preview=True) if row else None


def successor_of(code: str) -> str | None:
    """Where a record that was merged away is found now, if the public may see it there."""
    merged = _by_code(Enterprise.objects.exclude(merged_into=None), code)
    kept = Enterprise.objects.published().filter(pk__in=merged.values("merged_into"))
    found = kept.values_list("uscc", "registration_number").first()
    return found and (found[0] or found[1])
