"""Brings the database and the files of one start to where the code is; run in a process of its own, with Django.

`python -m federation.local.prepare [--demo] [--report FILE]`; the report names the demonstration's logins
and says whether anybody has an account.
"""

import argparse
import io
import json
import os
import re
import sys
from pathlib import Path

import django
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from federation.local.console import DISK_FULL, Problem, disk_is_full, fail, say, step
from federation.local.messages import compile_catalogues
from federation.local.places import ROOT


def build_files() -> None:
    """Catalogues and assets: what must stand before Django may be asked for a page."""
    if compile_catalogues():
        say("  Message catalogues compiled")
    from federation.local.assets import AssetsError, build_assets

    try:
        with step("Building styles and scripts (a minute the first time)"):
            build_assets()
    except AssetsError as error:
        raise Problem(explain_assets(str(error))) from error


def explain_assets(told: str) -> str:
    if disk_is_full(told, ROOT):
        return DISK_FULL
    # npm's names for a network that isn't there.
    if re.search(r"ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT", told):
        return (
            "The style packages can't be fetched: connect to the network (or set npm_config_registry) and start again"
        )
    return told[:1].upper() + told[1:]


def refuse_unsafe_start() -> None:
    """What the web server would refuse, told before anything is done."""
    from federation.audit.checks import refuse_unsafe_start as refuse

    refuse()


def migrate() -> None:
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if plan:
        with step(f"Bringing the database up to date ({len(plan)} migrations)"):
            call_command("migrate", interactive=False, verbosity=0)


def collect_static() -> None:
    """With DEBUG the files are served from where they are built."""
    if not settings.DEBUG:
        with step("Collecting static files"):
            call_command("collectstatic", interactive=False, verbosity=0)


def load_demonstration() -> None:
    """Into an empty federation only: nobody has an account yet."""
    from django.contrib.auth import get_user_model

    if get_user_model().objects.exists():
        return
    try:
        with step("Loading the demonstration federation"):
            call_command("load_demo", stdout=io.StringIO())
    except CommandError as error:
        say(f"  The demonstration is left out. {error}")


def demonstration_logins() -> list[list[str]]:
    """Who, login, password of each demonstration account; none where the demonstration was not loaded."""
    from django.contrib.auth import get_user_model
    from django.db.models import Q

    from federation.demo.logins import LOGINS

    logins = [[str(part) for part in login] for login in LOGINS]
    names = [login for _who, login, _password in logins]
    known = Q(username__in=names) | Q(phone__in=names) | Q(email__in=names)
    return logins if get_user_model().objects.filter(known).exists() else []


def has_accounts() -> bool:
    from django.contrib.auth import get_user_model

    return get_user_model().objects.exists()


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="federation.local.prepare")
    parser.add_argument("--demo", action="store_true")
    parser.add_argument("--report", type=Path)
    options = parser.parse_args(arguments)
    try:
        build_files()
        django.setup()
        refuse_unsafe_start()
        migrate()
        collect_static()
        if options.demo:
            load_demonstration()
        if options.report:
            options.report.write_text(json.dumps({"logins": demonstration_logins(), "accounts": has_accounts()}))
    except ImproperlyConfigured as error:
        return fail(Problem(str(error).splitlines()[0]))
    except (Problem, OSError) as error:
        return fail(error)
    return 0


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "federation.settings")
    sys.exit(main(sys.argv[1:]))
