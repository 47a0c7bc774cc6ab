"""A bank's table against the ledger: what each line would do, before anything is written."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from federation.portal.formats import cn_date, money
from members.enterprises.models import Enterprise
from members.partners.models import PartnerOrganisation
from services.drawdowns.models import Drawdown, DrawdownFile, DrawdownLine
from services.drawdowns.reading import Line
from services.drawdowns.rules import refuse_correction
from services.drawdowns.statuses import Verdict
from services.finance.bank_errors import DrawdownRefused
from services.finance.units import LEAST, ceiling

# What of a line may differ from the row that it is matched with; what the file leaves empty says nothing.
COMPARED = ("amount", "drawn_on", "due_on", "rate", "kind")
CHUNK = 2000
ENTERPRISE_COLUMNS = (
    "pk",
    "name",
    "uscc",
    "town_id",
    "section",
    "size_class",
    "revenue",
    "capital",
    "capital_currency",
    "merged_into_id",
)


def compare(file: DrawdownFile, lines: list[Line]) -> list[DrawdownLine]:
    """Unsaved lines of the preview in the order of the file, then what is recorded in its period but missing in it."""
    comparison = _Comparison(file.bank, file.since, file.until, lines)
    return [*(comparison.judge(file, line) for line in lines), *comparison.missing(file)]


class _Comparison:
    def __init__(
        self, bank: PartnerOrganisation, since: datetime.date, until: datetime.date, lines: list[Line]
    ) -> None:
        self.since, self.until = since, until
        self.firms = firms_by_code(line.values.get("code") for line in lines)
        references = {line.values.get("reference") for line in lines} - {None, ""}
        recorded = Drawdown.objects.counting().filter(bank=bank).select_related("loan")
        in_period = list(recorded.filter(drawn_on__range=(since, until)).order_by("pk"))
        known = {row.reference: row for row in in_period if row.reference}
        for row in _by_references(recorded, references - known.keys()):
            known[row.reference] = row
        self.by_reference = known
        self.unmatched = {row.pk: row for row in in_period}
        self.by_fact: dict[tuple[int, datetime.date, str], list[Drawdown]] = defaultdict(list)
        for row in in_period:
            if not row.reference or row.reference not in references:
                self.by_fact[row.enterprise_id, row.drawn_on, row.kind].append(row)
        self.seen: dict[Any, int] = {}

    def judge(self, file: DrawdownFile, line: Line) -> DrawdownLine:
        values = line.values
        found = DrawdownLine(
            file=file,
            line=line.number,
            name=values.get("name", ""),
            uscc=values.get("code", ""),
            values=_plain_values(values),
        )
        if line.problems:
            return _bad(found, line.problems)
        firm = self.firms.get(values["code"])
        if firm is None:
            found.verdict = Verdict.UNKNOWN
            found.warnings = [_("No enterprise in the register has this credit code: the federation can enter it.")]
            return found
        found.name = found.name or firm.name
        match = self._match(values, firm)
        if match is not None and match.enterprise_id != firm.pk:
            words = _("This reference stands for a drawdown by %(enterprise)s.") % {"enterprise": match.enterprise_name}
            return _bad(found, [("", values.get("reference", ""), words)])
        twice = self._twice(values, line.number)
        if match is None:
            return self._new(found, values, firm, twice)
        if twice:
            return _bad(found, [("", values.get("reference", ""), twice)])
        self.unmatched.pop(match.pk, None)
        return self._against(found, values, firm, match)

    def _match(self, values: dict[str, Any], firm: Enterprise) -> Drawdown | None:
        reference = values.get("reference")
        if reference:
            if reference in self.by_reference:
                return self.by_reference[reference]
            # A row that was recorded without the bank's reference may be the same.
            candidates = [row for row in self._alike(values, firm) if not row.reference]
        else:
            candidates = self._alike(values, firm)
        same = [row for row in candidates if row.amount == values["amount"]]
        chosen = (same or ([] if reference else candidates) or [None])[0]
        if chosen is not None:
            self.by_fact[chosen.enterprise_id, chosen.drawn_on, chosen.kind].remove(chosen)
        return chosen

    def _alike(self, values: dict[str, Any], firm: Enterprise) -> list[Drawdown]:
        return self.by_fact.get((firm.pk, values["drawn_on"], values["kind"]), [])

    def _twice(self, values: dict[str, Any], number: int) -> str:
        reference = values.get("reference")
        if not reference:
            return ""
        first = self.seen.setdefault(reference, number)
        return "" if first == number else _("The same reference stands in line %(line)d.") % {"line": first}

    def _new(self, found: DrawdownLine, values: dict[str, Any], firm: Enterprise, twice: str) -> DrawdownLine:
        if twice:
            return _bad(found, [("", values.get("reference", ""), twice)])
        if not self.since <= values["drawn_on"] <= self.until:
            return _bad(found, [("", cn_date(values["drawn_on"]), self._outside(values["drawn_on"]))])
        found.verdict = Verdict.NEW
        found.warnings = [*amount_doubts(values["amount"], firm), *self._repeated(values, firm, found.line)]
        found.values["enterprise"] = firm.pk
        return found

    def _outside(self, day: datetime.date) -> str:
        said = {"since": cn_date(self.since), "until": cn_date(self.until), "year": day.year}
        if day.year < self.since.year:
            return (
                _(
                    "A row of %(year)d in a table of %(since)s to %(until)s: last year's? If it is meant, upload it"
                    " with its own period."
                )
                % said
            )
        return _("Outside the period of this table, %(since)s to %(until)s.") % said

    def _repeated(self, values: dict[str, Any], firm: Enterprise, number: int) -> Iterator[str]:
        """Two lines alike without a reference may be two drawdowns, or one typed twice."""
        if values.get("reference"):
            return
        key = (firm.pk, values["drawn_on"], values["kind"], values["amount"])
        first = self.seen.setdefault(key, number)
        if first != number:
            yield _("The same as line %(line)d, and neither has a reference: is it a second drawdown?") % {
                "line": first
            }

    def _against(self, found: DrawdownLine, values: dict[str, Any], firm: Enterprise, match: Drawdown) -> DrawdownLine:
        found.drawdown = match
        found.values["enterprise"] = firm.pk
        changed = [name for name in COMPARED if values.get(name) is not None and values[name] != getattr(match, name)]
        if not changed:
            found.verdict = Verdict.SAME
            return found
        found.differences = [[name, _shown(name, getattr(match, name)), _shown(name, values[name])] for name in changed]
        if match.loan is not None and {"amount", "drawn_on"} & set(changed):
            try:
                refuse_correction(match, match.loan, values["amount"], values["drawn_on"])
            except DrawdownRefused as error:
                return _bad(found, [("", _shown(error.field, values[error.field]), error.messages[0])])
        found.verdict = Verdict.CHANGED
        if "amount" in changed:
            found.warnings = list(amount_doubts(values["amount"], firm))
        if not self.since <= values["drawn_on"] <= self.until:
            found.warnings.append(self._outside(values["drawn_on"]))
        return found

    def missing(self, file: DrawdownFile) -> Iterator[DrawdownLine]:
        """What is recorded in the period and named by no line."""
        for row in self.unmatched.values():
            yield DrawdownLine(
                file=file,
                line=0,
                verdict=Verdict.MISSING,
                name=row.enterprise_name,
                uscc=row.uscc,
                values=_plain_values({name: getattr(row, name) for name in (*COMPARED, "reference")}),
                drawdown=row,
            )


def _by_references(recorded: Any, references: Iterable[str]) -> Iterator[Drawdown]:
    wanted = sorted(references)
    for start in range(0, len(wanted), CHUNK):
        yield from recorded.filter(reference__in=wanted[start : start + CHUNK])


def firms_by_code(codes: Iterable[str | None]) -> dict[str, Enterprise]:
    """Entries of the register by credit code; one merged away gives the entry that absorbed it."""
    wanted = sorted({code for code in codes if code})
    found: dict[str, Enterprise] = {}
    for start in range(0, len(wanted), CHUNK):
        rows = Enterprise.objects.filter(uscc__in=wanted[start : start + CHUNK]).only(*ENTERPRISE_COLUMNS)
        found.update({row.uscc: row for row in rows})
    absorbed = {row.merged_into_id for row in found.values() if row.merged_into_id}
    if absorbed:
        kept = Enterprise.objects.only(*ENTERPRISE_COLUMNS).in_bulk(absorbed)
        found = {code: kept.get(row.merged_into_id, row) for code, row in found.items()}
    return found


def amount_doubts(amount: Decimal, firm: Enterprise) -> Iterator[str]:
    """Amounts that look stated in another unit than they are, against the firm's size."""
    if amount < LEAST:
        yield _("%(amount)s is very little for a loan: is the unit 万元?") % {"amount": money(amount)}
        return
    limit, known = ceiling(firm)
    if amount > limit:
        yield _("%(amount)s is far more than %(known)s: is the unit 10,000 times too large?") % {
            "amount": money(amount),
            "known": known,
        }


def _bad(found: DrawdownLine, problems: Iterable[tuple[str, str, str]]) -> DrawdownLine:
    found.verdict = Verdict.BAD
    found.problems = [list(problem) for problem in problems]
    return found


def _plain_values(values: dict[str, Any]) -> dict[str, Any]:
    """As JSON keeps them."""
    return {name: value if value is None or isinstance(value, str) else str(value) for name, value in values.items()}


def _shown(name: str, value: Any) -> str:
    if value is None:
        return "—"
    if name == "amount":
        return str(money(value))
    if name in ("drawn_on", "due_on"):
        return cn_date(value)
    if name == "kind":
        return str(dict(Drawdown._meta.get_field("kind").flatchoices)[value])
    return f"{value.normalize():f}%" if name == "rate" else str(value)
