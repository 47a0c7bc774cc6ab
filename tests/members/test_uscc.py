import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import uscc as stdnum_uscc

from members.enterprises import uscc

GOOD = "91310101132305703A"
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
bodies = st.tuples(
    st.sampled_from(["91", "92", "93", "51", "31"]),
    st.from_regex("[0-9]{6}", fullmatch=True),
    st.text(ALPHABET, min_size=9, max_size=9),
).map("".join)


@given(bodies)
def test_agrees_with_the_standard_and_finds_every_single_mistake(body):
    code = body + stdnum_uscc.calc_check_digit(body)
    assert uscc.check(code) == code
    assert stdnum_uscc.is_valid(code)
    for wrong in set(ALPHABET) - {code[17]}:
        assert not uscc.is_valid(body + wrong)
    for position in range(8, 17):
        changed = "1" if code[position] != "1" else "2"
        assert not uscc.is_valid(code[:position] + changed + code[position + 1 :])


@pytest.mark.parametrize(
    "written",
    [
        "９１３１０１０１１３２３０５７０３Ａ",
        "91310101 13230570 3a",
        "9131-0101-1323-0570-3A",
        "\u200b91310101132305703A\u3000",
        "'91310101132305703A",
    ],
)
def test_full_width_spaces_and_case_are_normalised(written):
    assert uscc.check(written) == GOOD


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("", "missing"),
        ("9131010113230570", "has 16"),
        ("321084000032743", "old registration number"),
        ("9.13101E+17", "rounded"),
        ("91310101132305703B", "end in A, not B"),
        ("9131010113230570IA", "letter I. Is it 1"),
        ("9131O101132305703A", "letter O. Is it 0"),
        ("91310101统2305703AA", "统"),
        ("01310101132305703A", "begins with"),
        ("9131A101132305703A", "begins with"),
    ],
)
def test_says_what_is_wrong(written, words):
    with override("en"), pytest.raises(uscc.InvalidCode) as refused:
        uscc.check(written)
    assert words in refused.value.messages[0]


def test_old_registration_numbers_are_known_but_are_never_credit_codes():
    assert uscc.is_registration_number("３２１０８４０００ 032743")
    assert not uscc.is_registration_number(GOOD)
    assert not uscc.is_valid("321084000032743")
    assert uscc.registration_number_check_digit_fits("321084000032743")
    assert not uscc.registration_number_check_digit_fits("321084000032744")
