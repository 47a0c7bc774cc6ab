"""manage.py bench_import FILE…: times an import against a raw COPY, in a database of its own that is dropped after."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import connection

from members.register.benchmark import measure


class Command(BaseCommand):
    help = "Import files of a register into a fresh database, and compare with a raw COPY of the finished rows."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")

    def handle(self, *args: Any, **options: Any) -> None:
        # A pool keeps connections open, and a database with connections can't be dropped.
        connection.settings_dict["OPTIONS"].pop("pool", None)
        # Django keeps every statement in memory while debugging.
        settings.DEBUG = False
        connection.force_debug_cursor = False
        ordinary = connection.settings_dict["NAME"]
        connection.settings_dict["TEST"]["NAME"] = f"bench_import_{ordinary}"
        connection.close()
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        try:
            result = measure(options["files"], self.stdout.write)
        finally:
            connection.creation.destroy_test_db(ordinary, verbosity=0)
        self.stdout.write(
            f"{result.files} files, {result.rows:,} rows, {result.created:,} enterprises\n"
            f"import {result.importing:.1f} s; reading {result.reading:.2f} s + COPY {result.copying:.1f} s; "
            f"ratio {result.ratio:.2f}; peak {result.peak:.0f} MB"
        )
