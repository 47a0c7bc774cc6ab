"""A bank's table read line by line: clean values, or what is wrong by column, value and reason."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from members.enterprises import capital, uscc
from members.enterprises.choices import Currency
from members.register.dates import parse_date
from members.register.reading import HEADER_WITHIN, Row, Unreadable, open_source
from members.register.wording import choice_words, plain, text_of
from services.drawdowns.headers import Recognised, likeness, recognise
from services.drawdowns.rules import LARGEST
from services.finance.bank_actions import HIGHEST_RATE
from services.finance.statuses import Kind

MOST_LINES = 20_000
KIND_WORDS = {
    Kind.NEW: "新增 新贷 新增贷款 首贷 首次 新发放 新放 新 首次贷款 新增放款 普通贷款",
    Kind.RENEWAL: "续贷 续 续贷款 无还本续贷 转贷 续放 续借 借新还旧 再贷",
    Kind.EXTENSION: "展期 展 贷款展期 延期 延期还本",
}
# A row that adds the others up.
TOTALS = ("合计", "总计", "小计", "total")


@dataclass
class Line:
    """`values`: code, name, kind, amount (yuan), drawn_on, due_on, rate, reference. `problems`: [column, value,
    reason]."""

    number: int
    values: dict[str, Any] = field(default_factory=dict)
    problems: list[tuple[str, str, str]] = field(default_factory=list)


@dataclass
class Table:
    columns: Recognised
    lines: list[Line]
    sheet: str = ""
    other_sheets: list[str] = field(default_factory=list)


def read_table(path: Path, unit: int) -> Table:
    """`unit` is that of amounts where neither cell nor header names one. Raises Unreadable in words."""
    with open_source(path, likeness) as source:
        rows = iter(source.rows)
        columns = _header(rows)
        reader = _Reader(columns, unit)
        lines = []
        for row in rows:
            if _is_empty(row) or _is_total(row, columns):
                continue
            if len(lines) >= MOST_LINES:
                raise Unreadable(
                    _("The file has more than %(most)d lines: upload it month by month.") % {"most": MOST_LINES}
                )
            lines.append(reader.read(row))
    if not lines:
        raise Unreadable(_("There is no line under the header."))
    return Table(columns, lines, source.sheet, source.other_sheets)


def _header(rows: Iterator[Row]) -> Recognised:
    best = Recognised()
    for number, row in enumerate(rows, start=1):
        found = recognise(row.cells)
        if not found.missing:
            return found
        if found.score > best.score:
            best = found
        if number >= HEADER_WITHIN:
            break
    words = {
        "code": _("unified social credit code"),
        "amount": _("amount"),
        "drawn_on": _("day of the drawdown"),
    }
    lacking = _(", ").join(str(words[key]) for key in best.missing)
    raise Unreadable(_("No header was found that names these columns: %(columns)s.") % {"columns": lacking})


def _is_empty(row: Row) -> bool:
    return not row.fault and not row.cell_faults and not any(text_of(cell) for cell in row.cells if cell is not None)


def _is_total(row: Row, columns: Recognised) -> bool:
    """A line of sums: such a word stands somewhere, and no code where one belongs."""
    place = columns.fields["code"]
    if place < len(row.cells) and uscc.is_valid(text_of(row.cells[place])):
        return False
    return any(isinstance(cell, str) and plain(cell).startswith(TOTALS) for cell in row.cells)


class _Refused(ValueError):
    """The message is for people."""


class _Reader:
    def __init__(self, columns: Recognised, unit: int) -> None:
        self.columns = columns
        self.unit = columns.unit or unit
        self.kinds = choice_words(Kind, KIND_WORDS)
        self.today = timezone.localdate()
        self.readers = {
            "code": self._code,
            "name": lambda text, cell: text[:200],
            "kind": self._kind,
            "amount": self._amount,
            "drawn_on": lambda text, cell: self._day(cell, self.today),
            "due_on": lambda text, cell: self._day(cell, None) if text else None,
            "rate": self._rate,
            "reference": self._reference,
        }

    def read(self, row: Row) -> Line:
        line = Line(row.line)
        if row.fault:
            shown = " | ".join(text_of(cell) for cell in row.cells if cell not in (None, ""))
            line.problems.append(("", shown[:200], row.fault))
            return line
        faults = row.cell_faults or {}
        for key, read in self.readers.items():
            place = self.columns.fields.get(key)
            if place is None:
                continue
            cell = row.cells[place] if place < len(row.cells) else ""
            text = "" if cell is None or capital.is_nothing(text_of(cell)) else text_of(cell)
            try:
                if place in faults:
                    raise _Refused(faults[place])
                line.values[key] = read(text, cell)
            except _Refused as error:
                line.problems.append((self.columns.header_of(key), text[:200], str(error)))
            except ValidationError as error:
                line.problems.append((self.columns.header_of(key), text[:200], error.messages[0]))
        line.values.setdefault("kind", Kind.NEW)
        due_on, drawn_on = line.values.get("due_on"), line.values.get("drawn_on")
        if due_on and drawn_on and due_on < drawn_on:
            line.problems.append(
                (self.columns.header_of("due_on"), due_on.isoformat(), _("It would be due before it was drawn."))
            )
        return line

    def _code(self, text: str, cell: Any) -> str:
        if not text:
            raise _Refused(_("The credit code is missing."))
        if isinstance(cell, float):
            raise _Refused(_("The code was typed as a number and lost digits: format the column as text."))
        return uscc.check(text)

    def _kind(self, text: str, cell: Any) -> str:
        if not text:
            raise _Refused(_("Say whether it is new, a renewal or an extension."))
        found = self.kinds.get(plain(text))
        if found is None:
            raise _Refused(_("“%(text)s” is no kind that is known: 新增, 续贷 or 展期.") % {"text": text[:40]})
        return str(found)

    def _amount(self, text: str, cell: Any) -> Decimal:
        amount = capital.parse_amount(text, self.unit) if text else None
        if amount is None:
            raise _Refused(_("The amount is missing."))
        if amount.currency not in (None, Currency.CNY):
            raise _Refused(_("This figure is kept in yuan; %(currency)s is named.") % {"currency": amount.currency})
        if amount.value <= 0:
            raise _Refused(_("A drawdown is more than nothing."))
        if amount.value >= LARGEST:
            raise _Refused(_("This amount is too large to be true."))
        return amount.value

    def _day(self, cell: Any, until: datetime.date | None) -> datetime.date:
        if cell in (None, ""):
            raise _Refused(_("The day is missing."))
        return parse_date(cell, until=until)

    def _rate(self, text: str, cell: Any) -> Decimal | None:
        if not text:
            return None
        try:
            rate = Decimal(text.rstrip("%％ "))
        except InvalidOperation:
            raise _Refused(_("“%(text)s” is no rate.") % {"text": text[:40]}) from None
        if not rate.is_finite() or rate < 0:
            raise _Refused(_("“%(text)s” is no rate.") % {"text": text[:40]})
        # A cell formatted as per cent holds a hundredth of what it shows.
        if isinstance(cell, float) and rate < Decimal("0.3"):
            rate *= 100
        if rate > HIGHEST_RATE:
            raise _Refused(
                _("%(rate)s%% a year can't be meant: a rate lies between 0 and %(most)s.")
                % {"rate": rate, "most": HIGHEST_RATE}
            )
        return rate.quantize(Decimal("0.001"))

    def _reference(self, text: str, cell: Any) -> str:
        if len(text) > 60:
            raise _Refused(_("Too long: %(found)d characters, at most %(most)d.") % {"found": len(text), "most": 60})
        return text
