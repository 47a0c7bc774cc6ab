"""The ledger as a file, filtered as on the screen."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext as _

from federation.indicators.resources import file_of, require_room, safe
from poverty_aid.contributions.models import Kind, LedgerEntry
from poverty_aid.pairings.models import Mode

CHUNK = 2000


@dataclass(frozen=True)
class LedgerColumn:
    title: str
    path: str
    shown: Callable[[Any], Any] = lambda value: value


def columns() -> list[LedgerColumn]:
    """Titles in the language of the request."""
    kinds = {kind.value: str(kind.label) for kind in Kind}
    modes = {mode.value: str(mode.label) for mode in Mode}
    return [
        LedgerColumn(_("counted on"), "counted_on"),
        LedgerColumn(_("giver"), "giver_name"),
        LedgerColumn(_("unified social credit code"), "enterprise__uscc"),
        LedgerColumn(_("chamber"), "chamber__name"),
        LedgerColumn(_("what is given"), "contribution__title"),
        LedgerColumn(_("kind"), "kind", lambda value: kinds.get(value, value)),
        LedgerColumn(_("mode"), "mode", lambda value: modes.get(value, value)),
        LedgerColumn(_("amount (yuan)"), "amount"),
        LedgerColumn(_("programme"), "programme__name"),
        LedgerColumn(_("campaign"), "campaign__name"),
        LedgerColumn(_("county"), "county__name"),
        LedgerColumn(_("village on the day"), "contribution__village_name"),
        LedgerColumn(_("village code on the day"), "contribution__village_code"),
        LedgerColumn(_("passed on by"), "contribution__intermediary__name"),
        LedgerColumn(_("reverses line"), "reverses_id"),
        LedgerColumn(_("line"), "pk"),
    ]


def export_ledger(found: QuerySet[LedgerEntry], kind: str) -> HttpResponse:
    """Raises TooManyRows for a workbook beyond what a spreadsheet opens with ease."""
    chosen = columns()
    require_room(found, kind)
    return file_of(chosen, _rows(found, chosen), _("ledger of poverty aid"), kind)


def _rows(found: QuerySet[LedgerEntry], chosen: list[LedgerColumn]) -> Iterator[list[Any]]:
    rows = found.order_by("-counted_on", "-pk").values_list(*[column.path for column in chosen])
    for values in rows.iterator(chunk_size=CHUNK):
        yield [safe(column.shown(value)) for column, value in zip(chosen, values, strict=True)]
