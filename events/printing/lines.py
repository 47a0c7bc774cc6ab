"""Where a printed line may end: Chinese breaks between any two characters, but no line begins with what closes a phrase
or ends with what opens one, and neither a date nor a foreign word is torn apart."""

import re
from collections.abc import Callable

Measure = Callable[[str], float]

CLOSING = "，。、；：？！）】》〉」』”’…—·,.;:?!)]}%％"
OPENING = "（【《〈「『“‘([{"
# A date, a word or number in Latin letters, a space, or one character of anything else.
_PIECE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日|[0-9A-Za-zÀ-ɏ'’&@/_.\-]+|\s+|.", re.DOTALL)


def pieces(text: str) -> list[str]:
    """The text in parts that stay whole on one line."""
    found: list[str] = []
    for piece in _PIECE.findall(text):
        if found and (piece[0] in CLOSING or (found[-1][-1] in OPENING and not piece.isspace())):
            found[-1] += piece
        else:
            found.append(" " if piece.isspace() else piece)
    return found


def wrapped(text: str, width: float, measure: Measure) -> list[str]:
    """As many on each line as there is room for; what is wider than a line by itself is broken anywhere."""
    lines, line = [], ""
    for piece in pieces(text):
        if measure(line + piece.rstrip()) <= width:
            line += piece if line else piece.lstrip()
            continue
        if line.strip():
            lines.append(line.rstrip())
        line = piece.lstrip()
        while measure(line) > width and len(line) > 1:
            fits = max(1, next(at for at in range(len(line), 0, -1) if at == 1 or measure(line[:at]) <= width))
            lines.append(line[:fits])
            line = line[fits:]
    if line.strip():
        lines.append(line.rstrip())
    return lines


def balanced(text: str, width: float, measure: Measure) -> list[str]:
    """In as few lines as `wrapped` needs, all of about the same length: no last line of one character."""
    lines = wrapped(text, width, measure)
    if len(lines) < 2:
        return lines
    narrow, wide = measure(text) / len(lines), width
    while wide - narrow > 1:
        middle = (narrow + wide) / 2
        if len(wrapped(text, middle, measure)) > len(lines):
            narrow = middle
        else:
            wide = middle
    return wrapped(text, wide, measure)
