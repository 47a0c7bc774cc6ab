"""The one line that the end of a log amounts to."""

import json
import re

ERROR = re.compile(r"^[A-Za-z_][\w.]*(?:Error|Exception|Configured|Exit|Interrupt|Warning|DoesNotExist)\b")


def last_error(lines: list[str]) -> str | None:
    """The last error that a traceback or a JSON line names: `KeyError: 'x'`. None where there is none."""
    for line in reversed(lines):
        told = _of_json(line) if line.startswith("{") else line.strip() if ERROR.match(line) else None
        if told:
            return told.splitlines()[0]
    return None


def _of_json(line: str) -> str | None:
    try:
        exceptions = json.loads(line).get("exception")
    except (ValueError, AttributeError):
        return None
    if not isinstance(exceptions, list) or not exceptions:
        return None
    return f"{exceptions[-1].get('exc_type')}: {exceptions[-1].get('exc_value')}"
