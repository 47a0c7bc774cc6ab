"""`./scripts/run`: the portal on this machine, from nothing to the printed address."""

import argparse
import os
import sys

from federation.local.console import Problem, fail, say
from federation.local.supervisor import Options, Portal


def parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="./scripts/run",
        description="Start the portal on this machine; Ctrl-C stops it and keeps the data.",
        epilog="With DATABASE_URL and REDIS_URL in the environment those servers are used and none is started.",
    )
    parser.add_argument("--port", type=_port, default=8000, help="where the web server listens (default: 8000)")
    parser.add_argument("--host", default="127.0.0.1", help="on which address (default: this machine only)")
    parser.add_argument("--reset", action="store_true", help="delete this checkout's data under var/ and begin anew")
    parser.add_argument("--no-demo", action="store_true", help="leave an empty federation empty")
    parser.add_argument("--reload", action="store_true", help="restart the web server when its code changes")
    return parser


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"{text} is not a port (1 to 65535)")
    return int(text)


def main(arguments: list[str]) -> int:
    options = parser().parse_args(arguments)
    try:
        if options.reset and "DATABASE_URL" in os.environ:
            raise Problem("--reset deletes only this checkout's own data, and DATABASE_URL names another server")
        portal = Portal(Options(options.host, options.port, not options.no_demo, options.reload))
        with portal.claim():
            portal.end_left_over()
            portal.check_port()
            if options.reset:
                portal.reset()
            portal.run()
    except (Problem, OSError) as error:
        return fail(error)
    except KeyboardInterrupt:
        say("Stopped; the data is kept.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
