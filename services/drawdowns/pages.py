"""What the page of a bank's table shows: how many lines of which verdict, and the lines themselves."""

from typing import Any

from django.db.models import Count, QuerySet, Sum
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from federation.portal.formats import cn_date
from services.drawdowns.models import DrawdownFile, DrawdownLine
from services.drawdowns.statuses import Verdict
from services.finance.statuses import Kind

# Lines to be ticked stand on one page; whoever has more doubtful ones has named the wrong unit.
MOST_TICKED = 200
ORDER = (Verdict.NEW, Verdict.CHANGED, Verdict.MISSING, Verdict.BAD, Verdict.UNKNOWN, Verdict.SAME)
FIELD_WORDS = {
    "amount": lambda: _("Amount"),
    "drawn_on": lambda: _("Drawn on"),
    "due_on": lambda: _("To be repaid by"),
    "rate": lambda: _("Yearly rate"),
    "kind": lambda: _("Kind"),
}


def counts(file: DrawdownFile) -> list[dict[str, Any]]:
    """Verdicts that occur, in the order of what asks for a look."""
    found = dict(file.lines.order_by().values_list("verdict").annotate(number=Count("pk")))
    return [
        {"value": verdict.value, "label": verdict.label, "number": found[verdict], "tone": DrawdownLine.TONES[verdict]}
        for verdict in ORDER
        if found.get(verdict)
    ]


def doubtful(file: DrawdownFile) -> QuerySet[DrawdownLine]:
    """Would be written but for a warning: each is ticked by somebody who has looked."""
    found = file.lines.filter(verdict__in=[Verdict.NEW, Verdict.CHANGED]).exclude(warnings=[])
    return found.select_related("drawdown").order_by("line", "pk")


def missing(file: DrawdownFile) -> QuerySet[DrawdownLine]:
    return file.lines.filter(verdict=Verdict.MISSING).select_related("drawdown__loan").order_by("pk")


def recorded_total(file: DrawdownFile) -> Any:
    """What taking the table over added, in yuan."""
    return file.lines.filter(recorded__counts=True).aggregate(total=Sum("recorded__amount"))["total"]


def with_words(lines: list[DrawdownLine]) -> list[DrawdownLine]:
    """What a line says, as the page's language has it: its kind, its day, the fields that differ."""
    for line in lines:
        said = line.values
        day = parse_date(said.get("drawn_on") or "")
        kind = said.get("kind")
        line.says = [Kind(kind).label if kind in Kind.values else "", cn_date(day) if day else ""]
        line.changes = [(FIELD_WORDS[name](), before, after) for name, before, after in line.differences]
    return lines
