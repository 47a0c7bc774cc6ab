"""The machine that figures were measured on, without its name."""

import os
import platform
from pathlib import Path

import django
import psutil
import psycopg


def cpu_model() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())


def describe(database_url: str) -> str:
    with psycopg.connect(database_url) as connection:
        postgres = connection.execute("SHOW server_version").fetchone()
        buffers = connection.execute("SHOW shared_buffers").fetchone()
    memory = psutil.virtual_memory().total / 1024**3
    return (
        f"{cpu_model()}, {os.cpu_count()} cores, {memory:.0f} GB of memory; {platform.system()}, "
        f"Python {platform.python_version()}, Django {django.get_version()}, "
        f"PostgreSQL {postgres[0].split()[0] if postgres else '?'} "
        f"({buffers[0] if buffers else '?'} of shared buffers)"
    )
