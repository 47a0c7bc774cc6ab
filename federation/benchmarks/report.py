"""What was measured, for the terminal and for docs/performance.md."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from federation.benchmarks.measure import Measured

PUBLIC_RATIO, GROWTH, WEB_MEMORY, JOB_MEMORY = 0.5, 1.5, 200, 300


@dataclass(frozen=True)
class Job:
    """What a command took at most, in megabytes, and what it said at its end."""

    name: str
    peak: float
    told: list[str]


@dataclass
class Findings:
    """`pages[size]` and `queries[size]` by page, memory in megabytes."""

    machine: str = ""
    day: str = ""
    workers: int = 1
    bare_rate: float = 0.0
    pages: dict[int, list[Measured]] = field(default_factory=dict)
    queries: dict[int, dict[str, int]] = field(default_factory=dict)
    filled: dict[int, float] = field(default_factory=dict)
    web_memory: float = 0.0
    web_requests: int = 0
    jobs: list[Job] = field(default_factory=list)


def sized(number: int) -> str:
    return f"{number:,}"


def row_of(found: Measured) -> str:
    if found.trouble:
        return f"{found.name:<34} {found.trouble}"
    mark = "" if not found.public or found.ratio >= PUBLIC_RATIO else f"  below {PUBLIC_RATIO}"
    return (
        f"{found.name:<34} {found.ratio:5.2f} × bare {found.rate:7.0f} /s  {found.queries:3d} SQL"
        f"  {found.median:7.1f} ms  p95 {found.p95:7.1f} ms  cpu {found.cpu:5.1f} ms"
        f" ({found.bare_cpu / found.cpu:.2f}){mark}"
    )


def growth(findings: Findings) -> dict[str, float]:
    """Median at the largest size over that at the smallest, by page."""
    sizes = sorted(findings.pages)
    if len(sizes) < 2:
        return {}
    small = {found.name: found for found in findings.pages[sizes[0]] if not found.trouble}
    large = [found for found in findings.pages[sizes[-1]] if not found.trouble]
    return {found.name: found.median / small[found.name].median for found in large if found.name in small}


def faults(findings: Findings) -> list[str]:
    """Where a page falls short of what was promised."""
    found = []
    for size, pages in sorted(findings.pages.items()):
        for page in pages:
            if page.trouble:
                found.append(f"{page.name} at {sized(size)}: {page.trouble}")
            elif page.public and page.ratio < PUBLIC_RATIO:
                found.append(f"{page.name} at {sized(size)}: {page.ratio:.2f} of the bare view")
    found += [f"{name} grows {times:.2f} times" for name, times in growth(findings).items() if times > GROWTH]
    for name, counts in _counts(findings).items():
        # Fewer with more rows is what a process keeps of a common search.
        if any(later > earlier for earlier, later in itertools.pairwise(counts)):
            found.append(f"{name}: {', '.join(map(str, counts))} SQL queries, by size")
    if findings.web_memory > WEB_MEMORY:
        found.append(f"a web process takes {findings.web_memory:.0f} MB")
    found += [f"{job.name} takes {job.peak:.0f} MB" for job in findings.jobs if job.peak > JOB_MEMORY]
    return found


def _counts(findings: Findings) -> dict[str, list[int]]:
    """SQL of each page by size; without the smallest, where a list may be empty and say so."""
    counts: dict[str, list[int]] = {}
    for _size, pages in sorted(findings.queries.items()):
        for name, number in pages.items():
            counts.setdefault(name, []).append(number)
    return counts


def markdown(findings: Findings) -> str:
    return "\n".join(_markdown(findings)) + "\n"


def _markdown(findings: Findings) -> Iterator[str]:
    sizes = sorted(findings.pages)
    yield "# Performance"
    yield ""
    yield "Written by `./scripts/bench`; run it again to replace this page. How it measures stands at the end."
    yield ""
    yield f"{findings.day}: {findings.machine}."
    yield f"Portal and bare view: gunicorn, {findings.workers} worker(s) of 4 threads each; the bare view answers"
    yield f"{findings.bare_rate:.0f} requests a second."
    yield ""
    times = growth(findings)
    heads = [f"× bare, {sized(size)}" for size in sizes]
    heads += [f"× bare by processor time, {sized(sizes[-1])}"] if sizes else []
    heads += [f"ms, {sized(size)} (p95)" for size in sizes]
    yield _line(["page", *heads, "growth", f"SQL at {', '.join(map(sized, sorted(findings.queries)))} rows"])
    yield _line(["---", *["---:"] * (len(heads) + 1), "---"])
    by_size = [{found.name: found for found in findings.pages[size]} for size in sizes]
    counts = _counts(findings)
    for name in by_size[-1] if by_size else ():
        here = [pages.get(name) for pages in by_size]
        cells = [f"{one.ratio:.2f}" if one and not one.trouble else (one.trouble if one else "") for one in here]
        last = here[-1]
        cells.append(f"{last.bare_cpu / last.cpu:.2f}" if last and last.cpu else "")
        cells += [f"{one.median:.1f} ({one.p95:.1f})" if one and not one.trouble else "" for one in here]
        cells.append(f"{times[name]:.2f}" if name in times else "")
        yield _line([name, *cells, ", ".join(map(str, counts.get(name, [])))])
    yield ""
    yield from _memory(findings)
    short = faults(findings)
    yield ""
    yield "## Where it falls short" if short else "Every page keeps what is asked of it."
    if short:
        yield ""
        yield from (f"- {fault}" for fault in short)
    yield ""
    yield from METHOD.splitlines()


def _memory(findings: Findings) -> Iterator[str]:
    if findings.web_memory:
        yield (
            f"Memory: a web process holds {findings.web_memory:.0f} MB after {sized(findings.web_requests)} mixed "
            f"requests (bound: {WEB_MEMORY})."
        )
    for job in findings.jobs:
        yield ""
        yield f"{job.name}: at most {job.peak:.0f} MB (bound: {JOB_MEMORY})."
        yield from job.told
        yield ""
    if findings.filled:
        told = ", ".join(f"{sized(size)} in {seconds:.0f} s" for size, seconds in sorted(findings.filled.items()))
        yield f"Filling the tables with invented enterprises: {told}."


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def as_counts(plan: Mapping[str, object]) -> dict[str, int]:
    return {str(page["name"]): int(page["queries"]) for page in plan["pages"] if page["status"] == 200}


METHOD = """## How it is measured

- The bare view is Django with nothing around it: one indexed query, 25 rows, one template, no middleware; the same
  server, database and pool of connections (`federation/benchmarks/bare.py`).
- Portal and bare view are driven in turn, slice by slice, over four connections kept alive, by a process of its own.
  A page's ratio is the median over the rounds of its requests per second to the bare view's of the same round.
- By processor time: the bare view's seconds of processor for a request over the page's, of the web processes alone.
  Whatever else the machine does changes this little; the database's share isn't in it.
- Times are of one visitor alone; a page with several addresses (each kind of search, each filter) is asked for them in
  turn. The public's pages must reach half of the bare view's rate; a median may grow 1.5 times from the smaller to
  the larger table.
- What a process keeps for a moment (the public's pages, common searches) it has kept when it is measured, as wherever
  people visit; "new each time" are thousands of words, none asked twice.
- Pages of one record take records that are equally far at every size: what a record has on it adds a statement or two.
- SQL is counted with one row, with 25, and with all: it may not follow the rows.
- Enterprises are invented from lists of syllables and filled in by COPY; two of five are members and in the directory,
  forty chambers share them.
"""
