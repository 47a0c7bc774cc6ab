"""Printing takes much memory and is asked for seldom. A process of its own does it and ends with it, so that no web
process keeps what it once took.

What is printed there knows nothing of Django: words go in as JSON, a file comes out (__main__.py).
"""

import json
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from events.printing import NO_FONTS
from federation.cases.errors import CaseError

ROOT = Path(__file__).resolve().parents[2]
SECONDS, PATIENCE = 60, 10
# The other threads of this process wait, but not all of them for long: each print takes a core.
_one_at_a_time = threading.Lock()


class PrintError(CaseError):
    """Nothing can be printed on this server, and what to do."""


def printed_aside(what: str, **words: Any) -> bytes:
    """What `events.printing.<what>.printed` makes of the words.

    Raises PrintError if the server has no fonts or no time; anything else that goes wrong there is a RuntimeError with
    its words.
    """
    command = [sys.executable, "-m", "events.printing", what]
    if not _one_at_a_time.acquire(timeout=PATIENCE):
        raise PrintError(_("Others are printing just now. Please try again in a minute."))
    try:
        done = subprocess.run(
            command, input=json.dumps(words).encode(), capture_output=True, cwd=ROOT, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise PrintError(_("Printing took too long and was stopped. Please try again, with fewer pages.")) from error
    finally:
        _one_at_a_time.release()
    if done.returncode == NO_FONTS:
        raise PrintError(_("The fonts are missing on this server: run “python -m federation.local.assets” there."))
    if done.returncode:
        raise RuntimeError(f"printing the {what} failed: {done.stderr.decode(errors='replace')[-2000:]}")
    return done.stdout
