"""What the yardstick calls falling short."""

import pytest

from federation.benchmarks.measure import Measured
from federation.benchmarks.report import Findings, Job, faults, markdown


def findings(**changes) -> Findings:
    """Two sizes of one public page and one desk, none of which falls short."""
    small = [Measured("Directory", True, 1, ratio=0.5, median=2.0), Measured("Desk", False, 9, ratio=0.1, median=20.0)]
    large = [Measured("Directory", True, 1, ratio=0.5, median=3.0), Measured("Desk", False, 9, ratio=0.1, median=30.0)]
    found = Findings(
        pages={10: small, 1000: large},
        queries={1: {"Directory": 2, "Desk": 9}, 10: {"Directory": 1, "Desk": 9}, 1000: {"Directory": 1, "Desk": 9}},
        web_memory=200,
        jobs=[Job("import", 300, [])],
    )
    for name, value in changes.items():
        setattr(found, name, value)
    return found


def test_the_bounds_themselves_are_kept():
    assert faults(findings()) == []
    assert "Every page keeps what is asked of it." in markdown(findings())


def large(name: str, **values) -> Findings:
    found = findings()
    for page in found.pages[1000]:
        if page.name == name:
            for field, value in values.items():
                setattr(page, field, value)
    return found


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (large("Directory", ratio=0.49), "Directory at 1,000: 0.49 of the bare view"),
        (large("Directory", trouble="answers 500"), "Directory at 1,000: answers 500"),
        (large("Desk", median=30.4), "Desk grows 1.52 times"),
        (findings(queries={1: {"Desk": 9}, 1000: {"Desk": 10}}), "Desk: 9, 10 SQL queries, by size"),
        (findings(web_memory=201), "a web process takes 201 MB"),
        (findings(jobs=[Job("import", 301, [])]), "import takes 301 MB"),
    ],
)
def test_each_way_to_fall_short_is_named(found, said):
    assert faults(found) == [said]
    assert f"- {said}" in markdown(found)
