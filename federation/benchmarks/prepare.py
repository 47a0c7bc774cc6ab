"""Run inside Django, once for each size: fills the tables, signs the visitors in, counts each page's SQL, and writes
down what the load is to ask for.

    python -m federation.benchmarks.prepare --size 10000 --out plan.json
"""

import argparse
import json
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from federation.benchmarks.registry import BenchPage


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--jobs", choices=["full", "quick"], help="also write what the measured jobs need")
    options = parser.parse_args(arguments)
    django.setup()
    from django.utils.module_loading import autodiscover_modules

    autodiscover_modules("benchmarks")
    import_module("federation.benchmarks.pages")
    from federation.benchmarks.registry import fills, jobs, pages, visitors

    began = time.monotonic()
    for fill in fills():
        fill(options.size)
    filled = time.monotonic() - began
    _settle()

    from federation.benchmarks.people import session_key_of

    cookies = {kind: session_key_of(user()) for kind, user in visitors().items()}
    plan = [_page(page, cookies.get(page.visitor, "")) for page in pages()]
    work = []
    if options.jobs:
        work = [(name, arguments(options.out.parent, options.jobs == "quick")) for name, arguments in jobs()]
    report = {"size": options.size, "filled": filled, "pages": plan, "jobs": work}
    options.out.write_text(json.dumps(report), encoding="utf-8")


def _settle() -> None:
    """Leaves nothing of the filling for the pages to pay: hint bits set, statistics fresh, dirty pages written."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("VACUUM (ANALYZE)")
        cursor.execute("SELECT pg_has_role('pg_checkpoint', 'USAGE')")
        if cursor.fetchone()[0]:
            cursor.execute("CHECKPOINT")


def _page(page: "BenchPage", session: str) -> dict[str, object]:
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(HTTP_HOST="127.0.0.1", raise_request_exception=False)
    if session:
        client.cookies[settings.SESSION_COOKIE_NAME] = session
    paths = list(page.paths())
    queries, status = [], 0
    # A path's first visit fills what each process keeps for a moment; the second is what a page costs.
    for path in paths[:5]:
        client.get(path)
        with CaptureQueriesContext(connection) as captured:
            status = client.get(path).status_code
        queries.append(len(captured))
    return {
        "name": page.name,
        "public": page.public,
        "paths": paths,
        "cookie": f"{settings.SESSION_COOKIE_NAME}={session}" if session else "",
        "queries": max(queries, default=0),
        "status": status,
    }


if __name__ == "__main__":
    main(sys.argv[1:])
