"""Where printed lines end."""

import pytest

from events.printing.lines import CLOSING, OPENING, balanced, wrapped

BODY = (
    "（上海砚扬园林有限公司）于2021年6月21日至2021年6月25日在江西干部学院（井冈山）参加井冈山红色教育培训班第5期，"
    "共10次课程，出勤9次，修业期满，准予结业。"
)
FOREIGN = "（Shanghai Süd-Ost Präzisionsmaschinen GmbH & Co. KG）于2021年6月21日参加。"


def measure(text: str) -> float:
    """Two for a Chinese character, one for a Latin one."""
    return sum(1 if letter.isascii() else 2 for letter in text)


@pytest.mark.parametrize("text", [BODY, FOREIGN])
@pytest.mark.parametrize("width", range(34, 120, 3))
def test_no_line_is_too_wide_or_torn_where_readers_stumble(text, width):
    for lines in (wrapped(text, width, measure), balanced(text, width, measure)):
        assert "".join("".join(lines).split()) == "".join(text.split()), "nothing is lost"
        assert all(0 < measure(line) <= width for line in lines)
        assert not [line for line in lines if line[0] in CLOSING or line[-1] in OPENING]
        for whole in ("2021年6月21日", "10", "GmbH", "Präzisionsmaschinen"):
            assert ("".join(lines).count(whole)) == sum(line.count(whole) for line in lines), whole


def test_no_last_line_of_one_character():
    lines = wrapped("甲" * 21, 40, measure)
    assert [len(line) for line in lines] == [20, 1]
    assert [len(line) for line in balanced("甲" * 21, 40, measure)] == [11, 10]


def test_what_fits_on_no_line_is_broken_all_the_same():
    assert wrapped("A" * 25 + " 乙", 10, measure) == ["A" * 10, "A" * 10, "AAAAA 乙"]
    assert wrapped("", 10, measure) == []
