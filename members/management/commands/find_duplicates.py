"""Look for enterprises that are in the register twice; staff judge the pairs in the admin."""

import time
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from members.duplicates.finding import find_duplicates, step_in_words


class Command(BaseCommand):
    help = "Find enterprises that look alike (name, telephone, address) and list the pairs for staff to judge."

    def handle(self, *args: Any, **options: Any) -> None:
        started = time.monotonic()

        def progress(step: str, done: int, total: int) -> None:
            self.stderr.write(f"{time.monotonic() - started:6.1f} s  {step_in_words(step)}  {done:,} / {total:,}")

        found = find_duplicates(progress)
        self.stdout.write(
            _("%(compared)d pairs compared, %(alike)d look alike: %(new)d new, %(gone)d gone.")
            % {"compared": found.compared, "alike": found.alike, "new": found.new, "gone": found.gone}
        )
