"""Prints every figure of the federation; with --rebuild the rollups of large tables are made anew first. With --edition
prints the figures that a report states beside what the records say, and exits 1 if any of them disagrees."""

import unicodedata
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from federation.indicators.editions import EDITIONS, Compared, Edition, compare
from federation.indicators.figures import speak, total
from federation.indicators.models import Rollup
from federation.indicators.registry import Indicator, Scope, all_indicators
from federation.indicators.rollup import faults, is_large, refresh


class Command(BaseCommand):
    help = "Prints every figure of the federation, or those of a report beside what the records say."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("names", nargs="*", metavar="NAME", help="only these figures")
        parser.add_argument("--rebuild", action="store_true", help="make the rollups of large tables anew first")
        parser.add_argument(
            "--check",
            action="store_true",
            help="hold rollups against the plain queries; 1 if any differs",
        )
        parser.add_argument(
            "--edition", metavar="YEAR", help="a report's stated figures beside the computed ones; 1 if any disagrees"
        )
        parser.add_argument("--language", default="zh-hans", help="zh-hans or en")

    def handle(
        self,
        *args: Any,
        names: list[str],
        rebuild: bool,
        check: bool,
        edition: str | None,
        language: str,
        **options: Any,
    ) -> None:
        known = {indicator.name: indicator for indicator in all_indicators()}
        unknown = [name for name in names if name not in known]
        if unknown:
            raise CommandError(f"no such figure: {', '.join(unknown)}; there are: {', '.join(known)}")
        if edition is not None and edition not in EDITIONS:
            raise CommandError(f"no such edition: {edition}; there are: {', '.join(EDITIONS)}")
        wanted = [known[name] for name in names] or list(known.values())
        with translation.override(language):
            if rebuild:
                for indicator in wanted:
                    self.rebuild(indicator)
            if check:
                self.check_rollups(wanted)
                return
            if edition is not None:
                self.show_edition(EDITIONS[edition], {indicator.name for indicator in wanted})
                return
            for indicator in wanted:
                self.show(indicator)

    def rebuild(self, indicator: Indicator) -> None:
        rollup = refresh(indicator)
        if rollup:
            seconds, cells = f"{rollup.seconds:.1f}", rollup.cells.count()
            self.stderr.write(f"{indicator.name}: {cells} cells in {seconds} s")

    def check_rollups(self, wanted: list[Indicator]) -> None:
        large = [indicator for indicator in wanted if is_large(indicator.rows(Scope()).model)]
        wrong = {indicator.name: faults(indicator) for indicator in large}
        for name, found in wrong.items():
            if found:
                self.stderr.write(f"{name}: {', '.join(found)}")
        kept = sum(rollup.seconds for rollup in Rollup.objects.filter(indicator__in=wrong))
        self.stdout.write(f"{len(large)} of {len(wanted)} figures are kept; rebuilding them takes {kept:.0f} s")
        if any(wrong.values()):
            raise CommandError("rollups disagree with the plain queries")

    def show(self, indicator: Indicator) -> None:
        answer = total(indicator, Scope())
        as_of = _("as of %(time)s") % {"time": f"{timezone.localtime(answer.as_of):%Y-%m-%d %H:%M}"}
        spoken = speak(indicator, answer.figure)
        self.stdout.write(f"{indicator.name:<32} {indicator.title}  {spoken}  ({as_of})")

    def show_edition(self, edition: Edition, names: set[str]) -> None:
        found = [one for one in compare(edition) if one.indicator.name in names]
        if not found:
            raise CommandError(f"the edition of {edition.name} states none of these figures")
        heads = (_("Figure"), _("As printed"), _("Compared"), _("Computed"), _("Agrees"))
        lines = [heads, *(self.line(one) for one in found)]
        widths = [max(columns_of(line[column]) for line in lines) for column in range(len(heads))]
        for line in lines:
            cells = (cell + " " * (width - columns_of(cell)) for cell, width in zip(line, widths, strict=True))
            self.stdout.write("  ".join(cells).rstrip())
        wrong = sum(not one.agrees for one in found)
        if wrong:
            raise CommandError(f"{wrong} of {len(found)} stated figures disagree with the records")

    def line(self, one: Compared) -> tuple[str, ...]:
        return (
            str(one.stated.title or one.indicator.title),
            one.stated.text,
            str(one.reading.manner.label),
            str(speak(one.indicator, one.computed)),
            _("yes") if one.agrees else _("NO"),
        )


def columns_of(text: str) -> int:
    """How wide a terminal draws it: Chinese characters take two columns."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
