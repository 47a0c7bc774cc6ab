"""Prints every figure of the federation; with --rebuild the rollups of large tables are made anew first."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from federation.indicators.figures import speak, total
from federation.indicators.registry import Indicator, Scope, all_indicators
from federation.indicators.rollup import refresh


class Command(BaseCommand):
    help = "Prints every figure of the federation."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("names", nargs="*", metavar="NAME", help="only these figures")
        parser.add_argument("--rebuild", action="store_true", help="make the rollups of large tables anew first")
        parser.add_argument("--language", default="zh-hans", help="zh-hans or en")

    def handle(self, *args: Any, names: list[str], rebuild: bool, language: str, **options: Any) -> None:
        known = {indicator.name: indicator for indicator in all_indicators()}
        unknown = [name for name in names if name not in known]
        if unknown:
            raise CommandError(f"no such figure: {', '.join(unknown)}; there are: {', '.join(known)}")
        wanted = [known[name] for name in names] or list(known.values())
        with translation.override(language):
            for indicator in wanted:
                if rebuild:
                    self.rebuild(indicator)
                self.show(indicator)

    def rebuild(self, indicator: Indicator) -> None:
        rollup = refresh(indicator)
        if rollup:
            seconds, cells = f"{rollup.seconds:.1f}", rollup.cells.count()
            self.stderr.write(f"{indicator.name}: {cells} cells in {seconds} s")

    def show(self, indicator: Indicator) -> None:
        answer = total(indicator, Scope())
        as_of = _("as of %(time)s") % {"time": f"{timezone.localtime(answer.as_of):%Y-%m-%d %H:%M}"}
        spoken = speak(indicator, answer.figure)
        self.stdout.write(f"{indicator.name:<32} {indicator.title}  {spoken}  ({as_of})")
