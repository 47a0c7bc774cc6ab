"""Printing in a process of its own: what comes back, and what is said when nothing does."""

import json
import subprocess
import sys

import pytest

from events.printing import aside
from events.printing.aside import PrintError, printed_aside


def test_what_is_asked_for_comes_back():
    assert json.loads(printed_aside("unprintable", texts=["陈平", "陈𰻝\U0010ffff"])) == ["𰻝", "\U0010ffff"]


def test_a_server_without_fonts_says_what_to_do(tmp_path, monkeypatch):
    printing = tmp_path / "events" / "printing"
    printing.mkdir(parents=True)
    for name in ("__init__.py", "__main__.py", "fonts.py", "unprintable.py"):
        (printing / name).write_text((aside.ROOT / "events" / "printing" / name).read_text())
    monkeypatch.setattr(aside, "ROOT", tmp_path)
    with pytest.raises(PrintError, match=r"federation\.local\.assets"):
        printed_aside("unprintable", texts=["陈平"])


def test_what_breaks_there_is_told_here():
    with pytest.raises(RuntimeError, match="TypeError"):
        printed_aside("certificate", sheets=[{"title": "少了其余"}], title="")


def test_no_web_process_loads_what_printing_takes():
    """In one of its own: others of this suite may have loaded it."""
    code = (
        "import os, sys; os.environ['DJANGO_SETTINGS_MODULE'] = 'federation.settings'; import django; django.setup();"
        "from django.urls import get_resolver; get_resolver().url_patterns;"
        "print([name for name in ('fpdf', 'fontTools') if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=aside.ROOT, check=True)
    assert told.stdout.strip().splitlines()[-1] == "[]"


def test_who_comes_while_others_print_is_told_to_come_again(monkeypatch):
    monkeypatch.setattr(aside, "PATIENCE", 0.01)
    with aside._one_at_a_time, pytest.raises(PrintError, match="请一分钟后再试"):
        printed_aside("unprintable", texts=["陈平"])
    assert json.loads(printed_aside("unprintable", texts=["陈平"])) == []


def test_a_print_that_hangs_is_stopped_and_stops_nobody_else(monkeypatch):
    monkeypatch.setattr(aside, "SECONDS", 0.01)
    with pytest.raises(PrintError, match="用时过长"):
        printed_aside("unprintable", texts=["陈平"])
    monkeypatch.setattr(aside, "SECONDS", 60)
    assert json.loads(printed_aside("unprintable", texts=["陈平"])) == []
