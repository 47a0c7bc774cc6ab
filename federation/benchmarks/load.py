"""The load: a process of its own that asks for pages over connections kept alive, and says how long each took.

Reads one job a line on standard input and writes one result a line. Standard library and plain sockets only, so that
what is measured is the server and not this.
"""

import http.client
import json
import sys
import threading
import time
from dataclasses import asdict, dataclass, field
from socket import create_connection, socket


@dataclass
class Job:
    """`paths` in turn, from the number `first` on, over `connections` at once, for `seconds` or, where given, until
    `requests` are answered."""

    port: int
    paths: list[str]
    cookie: str = ""
    seconds: float = 0.5
    connections: int = 4
    requests: int = 0
    first: int = 0


@dataclass
class Result:
    """`times` in milliseconds; `statuses` counts the answers by status."""

    requests: int = 0
    seconds: float = 0.0
    times: list[float] = field(default_factory=list)
    statuses: dict[str, int] = field(default_factory=dict)
    error: str = ""


class Asker:
    """One connection."""

    def __init__(self, job: Job) -> None:
        self.job = job
        lines = ["Host: 127.0.0.1", "Accept-Language: zh-CN", "Accept: text/html"]
        if job.cookie:
            lines.append(f"Cookie: {job.cookie}")
        self.tail = (" HTTP/1.1\r\n" + "\r\n".join(lines) + "\r\n\r\n").encode()
        self.socket: socket | None = None
        self.rest = b""

    def ask(self, path: str) -> int:
        """The status of the answer, read to its end."""
        if self.socket is None:
            self.socket = create_connection(("127.0.0.1", self.job.port), timeout=60)
            self.rest = b""
        self.socket.sendall(b"GET " + path.encode("ascii") + self.tail)
        while (end := self.rest.find(b"\r\n\r\n")) < 0:
            self._more()
        head, self.rest = self.rest[:end].lower(), self.rest[end + 4 :]
        status = int(head[9:12])
        length = head.find(b"\r\ncontent-length:")
        if length >= 0:
            self._take(int(head[length + len(b"\r\ncontent-length:") :].split(b"\r\n", 1)[0]))
        elif b"transfer-encoding: chunked" in head:
            self._take_chunks()
        if b"connection: close" in head:
            self.close()
        return status

    def _more(self) -> None:
        block = self.socket.recv(65536) if self.socket else b""
        if not block:
            raise http.client.RemoteDisconnected("the server closed the connection")
        self.rest += block

    def _take(self, length: int) -> None:
        while len(self.rest) < length:
            self._more()
        self.rest = self.rest[length:]

    def _take_chunks(self) -> None:
        while True:
            while (end := self.rest.find(b"\r\n")) < 0:
                self._more()
            length = int(self.rest[:end], 16)
            self.rest = self.rest[end + 2 :]
            self._take(length + 2)
            if length == 0:
                return

    def close(self) -> None:
        if self.socket:
            self.socket.close()
        self.socket = None


def run(job: Job) -> Result:
    """Each path's turn comes from one counter, so several connections don't ask for the same page in step."""
    result, lock = Result(), threading.Lock()
    turn = 0
    until = time.perf_counter() + job.seconds

    def work() -> None:
        nonlocal turn
        asker = Asker(job)
        times: list[float] = []
        statuses: dict[str, int] = {}
        try:
            while True:
                with lock:
                    mine, turn = turn, turn + 1
                began = time.perf_counter()
                if mine >= job.requests if job.requests else began >= until:
                    break
                status = str(asker.ask(job.paths[(job.first + mine) % len(job.paths)]))
                times.append((time.perf_counter() - began) * 1000)
                statuses[status] = statuses.get(status, 0) + 1
        except (OSError, http.client.HTTPException) as error:
            result.error = f"{type(error).__name__}: {error}"
        finally:
            asker.close()
        with lock:
            result.times += times
            result.requests += len(times)
            for status, count in statuses.items():
                result.statuses[status] = result.statuses.get(status, 0) + count

    threads = [threading.Thread(target=work) for _ in range(job.connections)]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    result.seconds = time.perf_counter() - began
    return result


def main() -> None:
    for line in sys.stdin:
        print(json.dumps(asdict(run(Job(**json.loads(line))))), flush=True)


if __name__ == "__main__":
    main()
