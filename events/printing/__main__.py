"""python -m events.printing WHAT: words as JSON on standard input, the file on standard output."""

import json
import sys
from importlib import import_module

from events.printing import NO_FONTS


def main(what: str) -> int:
    words = json.load(sys.stdin)
    try:
        content = import_module(f"events.printing.{what}").printed(**words)
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return NO_FONTS
    sys.stdout.buffer.write(content)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
