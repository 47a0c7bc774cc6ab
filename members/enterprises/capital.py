"""Amounts of money as registers write them: 50(万元人民币), 1,200(万元人民币), 120.5000(万美元), 壹佰万元整."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from members.enterprises.choices import Currency

CENT = Decimal("0.01")
# What a numeric(20, 2) column holds.
LARGEST_DIGITS = 18
LARGEST = Decimal(10) ** LARGEST_DIGITS

NOTHING = frozenset(
    {"", "-", "--", "—", "——", "/", "\\", "n/a", "na", "null", "none", "nan", "无", "暂无", "不详", "未知", "#n/a"}
)

# Longer words first: 港元 before 元, 新加坡元 before 加元.
_CURRENCIES: tuple[tuple[str, Currency], ...] = (
    ("新西兰", Currency.NZD),
    ("新加坡", Currency.SGD),
    ("新台", Currency.TWD),
    ("台湾", Currency.TWD),
    ("台币", Currency.TWD),
    ("澳大利亚", Currency.AUD),
    ("澳元", Currency.AUD),
    ("澳门", Currency.MOP),
    ("葡币", Currency.MOP),
    ("加拿大", Currency.CAD),
    ("加元", Currency.CAD),
    ("加币", Currency.CAD),
    ("新元", Currency.SGD),
    ("坡币", Currency.SGD),
    ("港", Currency.HKD),
    ("美", Currency.USD),
    ("欧", Currency.EUR),
    ("日", Currency.JPY),
    ("英镑", Currency.GBP),
    ("马克", Currency.DEM),
    ("瑞士", Currency.CHF),
    ("瑞郎", Currency.CHF),
    ("瑞典", Currency.SEK),
    ("丹麦", Currency.DKK),
    ("挪威", Currency.NOK),
    ("法国法郎", Currency.FRF),
    ("法郎", Currency.FRF),
    ("里拉", Currency.ITL),
    ("荷兰盾", Currency.NLG),
    ("韩", Currency.KRW),
    ("泰", Currency.THB),
    ("林吉特", Currency.MYR),
    ("马来西亚", Currency.MYR),
    ("人民币", Currency.CNY),
)
_SYMBOLS = {"$": Currency.USD, "€": Currency.EUR, "£": Currency.GBP, "¥": Currency.CNY, "HK$": Currency.HKD}
_UNITS = {
    "": 1,
    "十": 10,
    "百": 100,
    "千": 1000,
    "万": 10_000,
    "十万": 100_000,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
}
_UNITS |= {"万亿": 10**12}

# Groups of three, or of four as Chinese counts; 1,2 is neither and is refused.
_NUMBER = re.compile(r"[-+]?(?:\d{1,4}(?:,\d{3,4})+|\d+)(?:\.\d+)?(?:e[+-]?\d+)?", re.IGNORECASE)
_UNIT = re.compile(r"万亿|千万|百万|十万|亿|万|千|百|十")
_NUMERALS = re.compile(r"[零〇一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟萬億参弍]+")
_PUNCTUATION = " .,:;、。"
_NOISE = re.compile(r"[\s()\[\]元圆整块正约]|人民币|折合|注册资[本金]|以上|币种")


class InvalidAmount(ValidationError):
    """Says in words why a text is no amount."""


@dataclass(frozen=True)
class Amount:
    """`value` is in units of the currency (yuan, not 万元). `currency` is None where the text names none."""

    value: Decimal
    currency: Currency | None


def is_nothing(text: str) -> bool:
    """N/A, -, 无 and the like: the register states nothing."""
    return text.strip().lower() in NOTHING


@lru_cache(maxsize=4096)
def parse_amount(text: str, unit: int = 1) -> Amount | None:
    """The amount, or None where nothing is stated. `unit` is that of the column's header (万元: 10,000), used where
    the cell itself names none.

    Raises InvalidAmount.
    """
    words = unicodedata.normalize("NFKC", text).strip()
    if is_nothing(words):
        return None
    number, rest = _split_number(words, text)
    currency = currency_in(rest)
    multiplier, rest = _unit_in(rest)
    if _left_over(rest):
        raise InvalidAmount(_("“%(text)s” is not an amount.") % {"text": text[:60]})
    if multiplier is None:
        multiplier = unit
    if number < 0:
        raise InvalidAmount(_("An amount can't be below zero."))
    # Before multiplying: 1e999999 would overflow.
    if number.adjusted() > LARGEST_DIGITS or number * multiplier >= LARGEST:
        raise InvalidAmount(_("This amount is too large to be true."))
    return Amount((number * multiplier).quantize(CENT), currency)


def _split_number(words: str, text: str) -> tuple[Decimal, str]:
    """The number and the text around it."""
    found = _NUMBER.search(words)
    if found:
        rest = words[: found.start()] + " " + words[found.end() :]
        return Decimal(found[0].replace(",", "")), rest
    numerals = _NUMERALS.search(words)
    if numerals and _DIGITS.keys() & set(numerals[0]) and (value := numeral_value(numerals[0])) is not None:
        return Decimal(value), words[: numerals.start()] + " " + words[numerals.end() :]
    raise InvalidAmount(_("“%(text)s” is not an amount.") % {"text": text[:60]})


def currency_in(rest: str) -> Currency | None:
    compact = rest.replace(" ", "")
    for word, currency in _CURRENCIES:
        if word in compact:
            return currency
    upper = compact.upper()
    for code in Currency.values:
        if code in upper:
            return Currency(code)
    if "RMB" in upper:
        return Currency.CNY
    return next((currency for symbol, currency in reversed(_SYMBOLS.items()) if symbol in upper), None)


def _unit_in(rest: str) -> tuple[int | None, str]:
    """The multiplier named, None where none is; "元" alone names yuan themselves."""
    units = _UNIT.findall(rest)
    if len(units) > 1:
        return 0, "?"
    if units:
        return _UNITS[units[0]], rest.replace(units[0], " ", 1)
    return (1 if re.search(r"[元圆]", rest) else None), rest


def _left_over(rest: str) -> str:
    """What is neither unit, currency nor filling."""
    for word, _currency in _CURRENCIES:
        rest = rest.replace(word, "")
    rest = _NOISE.sub("", rest)
    rest = re.sub(r"币|盾|郎|克朗|法|铢|德国|RMB|[$€£¥]|HK", "", rest, flags=re.IGNORECASE)
    for code in Currency.values:
        rest = re.sub(code, "", rest, flags=re.IGNORECASE)
    return rest.strip(_PUNCTUATION)


_DIGITS = {
    character: value
    for value, row in enumerate(("零〇", "一壹", "二贰两弍", "三叁参", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"))
    for character in row
}
_PLACES = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_GROUPS = {"万": 10_000, "萬": 10_000, "亿": 10**8, "億": 10**8}


def numeral_value(numerals: str) -> int | None:
    """壹佰贰拾万 → 1,200,000; None for what is no number."""
    total = section = digit = 0
    for character in numerals:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in _PLACES:
            section += (digit or 1) * _PLACES[character]
            digit = 0
        elif character in _GROUPS:
            group = (section + digit) or (0 if total else 1)
            total = (
                (total + group) * _GROUPS[character]
                if _GROUPS[character] > total
                else total + group * _GROUPS[character]
            )
            section = digit = 0
        else:
            return None
    return total + section + digit
