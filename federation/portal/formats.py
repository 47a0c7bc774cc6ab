"""How amounts, dates, spans of time and personal numbers read: plain text in the language of the page.

Templates use these through the filters of the same names; messages, documents and tables use them directly.
"""

import datetime as dt
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import get_language, gettext, ngettext

NOTHING = "—"
WAN = Decimal(10_000)
YI = Decimal(100_000_000)
MILLION = Decimal(1_000_000)


class Money(NamedTuple):
    number: str
    unit: str

    def __str__(self) -> str:
        return f"{self.number} {self.unit}" if self.unit.isascii() else f"{self.number}{self.unit}"


class Scale(NamedTuple):
    """`places` decimals at most; a figure in a column asks for a fixed scale and gets exactly these."""

    divisor: Decimal
    places: int


# The same yuan are lost to rounding in both languages: 亿元 keep the 万, 万元 keep the hundred, million keeps either.
CHINESE = {"yuan": Scale(Decimal(1), 2), "wan": Scale(WAN, 2), "yi": Scale(YI, 4)}
ENGLISH = {"yuan": Scale(Decimal(1), 2), "wan": Scale(MILLION, 4), "yi": Scale(MILLION, 2)}
CHINESE_PREFIX = {"yuan": "", "wan": "万", "yi": "亿"}
CHINESE_CURRENCY = {
    "CNY": "元",
    "USD": "美元",
    "EUR": "欧元",
    "JPY": "日元",
    "HKD": "港元",
    "GBP": "英镑",
    "DEM": "德国马克",
    "AUD": "澳大利亚元",
    "CAD": "加拿大元",
    "CHF": "瑞士法郎",
    "SGD": "新加坡元",
    "TWD": "新台币元",
    "MOP": "澳门元",
    "KRW": "韩元",
    "FRF": "法国法郎",
    "SEK": "瑞典克朗",
}


def in_chinese() -> bool:
    return (get_language() or "").startswith("zh")


def money(value: Decimal | int | str | None, unit: str = "auto", currency: str = "CNY") -> Money:
    """The amount, given in yuan (or the currency's whole unit), rounded half up.

    `unit` "auto" takes the largest unit that leaves at least 1 and drops trailing zeros; the automatic 万元 keeps four
    decimals, so that whole yuan are never lost. "yuan", "wan" and "yi" force a scale with fixed decimals, so that a
    column of them lines up. English speaks of millions instead of 万 and 亿.
    """
    try:
        amount = Decimal(value) if value is not None else None
    except (InvalidOperation, ValueError, TypeError):
        amount = None
    if amount is None or not amount.is_finite():
        return Money(NOTHING, "")
    if unit == "auto":
        return _automatic(amount, currency)
    divisor, places = (CHINESE if in_chinese() else ENGLISH)[unit]
    return Money(_digits(amount / divisor, places, fixed=True), _unit(unit, currency))


# From which rounded amount on each scale is used, its divisor, and how many decimals it keeps.
AUTOMATIC_CHINESE = (("yuan", Decimal(1), 2, WAN), ("wan", WAN, 4, YI), ("yi", YI, 4, None))
AUTOMATIC_ENGLISH = (("yuan", Decimal(1), 2, MILLION), ("wan", MILLION, 4, None))


def _automatic(amount: Decimal, currency: str) -> Money:
    """The first scale whose rounded figure stays below the next: 99,999,999.99元 reads 1亿元, never 10000万元."""
    name, divisor, places, _limit = next(
        scale
        for scale in (AUTOMATIC_CHINESE if in_chinese() else AUTOMATIC_ENGLISH)
        if scale[3] is None or abs(_rounded(amount / scale[1], scale[2])) * scale[1] < scale[3]
    )
    return Money(_digits(amount / divisor, places), _unit(name, currency))


def _unit(name: str, currency: str) -> str:
    if in_chinese():
        return CHINESE_PREFIX[name] + CHINESE_CURRENCY.get(currency, currency)
    return currency if name == "yuan" else f"million {currency}"


def _rounded(number: Decimal, places: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def _digits(number: Decimal, places: int, fixed: bool = False) -> str:
    text = f"{_rounded(number, places):,f}"
    if not fixed and "." in text:
        # Fen come in twos: 12.50 元, but 12 元.
        whole, decimals = text.split(".")
        decimals = decimals.rstrip("0")
        if places == 2 and len(decimals) == 1:
            decimals += "0"
        text = f"{whole}.{decimals}" if decimals else whole
    return "0" if text in ("-0", "-0.00") and not fixed else text


def grouped(value: Decimal | float | int | None) -> str:
    """12,345 or 12,345.67: thousands apart, no more decimals than two, none that are zero."""
    if value is None:
        return NOTHING
    try:
        return _digits(Decimal(str(value)), 2)
    except InvalidOperation:
        return str(value)


def masked(value: str | None, first: int = 3, last: int = 4) -> str:
    """An ID or account number with its middle hidden; one too short to hide anything in is hidden whole."""
    text = str(value or "")
    if not text:
        return ""
    if len(text) <= first + last:
        return "*" * len(text)
    return f"{text[:first]}{'*' * (len(text) - first - last)}{text[len(text) - last :] if last else ''}"


def masked_phone(value: str | None) -> str:
    """138****5678 for a Chinese mobile in E.164 or as typed; other numbers keep their country code and last four."""
    text = str(value or "").replace(" ", "")
    if text.startswith("+86"):
        text = text[3:]
    return masked(text, 3, 4)


def masked_email(value: str | None) -> str:
    name, at, host = str(value or "").partition("@")
    return f"{name[:1]}***{at}{host}" if at else masked(name)


def _as_date(value: dt.date | dt.datetime) -> dt.date:
    if isinstance(value, dt.datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value


# Not Django's own month names, which follow its translations: Aug 3, 2022, never "Aug. 3, 2022".
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def cn_date(value: dt.date | dt.datetime | None) -> str:
    """2022年8月3日, or Aug 3, 2022 in English; a time is taken to its day in Shanghai."""
    if not value:
        return ""
    day = _as_date(value)
    if in_chinese():
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def cn_datetime(value: dt.datetime | None) -> str:
    """2022年8月3日 14:05, or Aug 3, 2022, 14:05 in English."""
    if not value:
        return ""
    moment = timezone.localtime(value) if timezone.is_aware(value) else value
    return f"{cn_date(moment)}{'' if in_chinese() else ','} {moment:%H:%M}"


def cn_moment(value: dt.datetime | None) -> str:
    """As cn_datetime, but a day alone where midnight stands for “some time on that day”."""
    if not value:
        return ""
    moment = timezone.localtime(value) if timezone.is_aware(value) else value
    return cn_date(moment) if moment.time() == dt.time() else cn_datetime(moment)


def elapsed(since: dt.datetime | dt.date | None, until: dt.datetime | None = None) -> str:
    """“3 天 4 小时” from then to now: the two largest parts, minutes only within the first day."""
    if not since:
        return ""
    seconds = max(0, int(abs((until or timezone.now()) - as_moment(since)).total_seconds()))
    days, rest = divmod(seconds, 86400)
    hours, rest = divmod(rest, 3600)
    minutes = rest // 60
    day_words = ngettext("%(number)d day", "%(number)d days", days) % {"number": days}
    hour_words = ngettext("%(number)d hour", "%(number)d hours", hours) % {"number": hours}
    minute_words = ngettext("%(number)d minute", "%(number)d minutes", minutes) % {"number": minutes}
    if days >= 30 or (days and not hours):
        return day_words
    if days:
        return f"{day_words} {hour_words}"
    if hours:
        return f"{hour_words} {minute_words}" if minutes else hour_words
    return minute_words if minutes else gettext("just now")


def as_moment(value: dt.datetime | dt.date) -> dt.datetime:
    if not isinstance(value, dt.datetime):
        value = dt.datetime.combine(value, dt.time())
    return value if timezone.is_aware(value) else timezone.make_aware(value)


# The first name that an agent holds is the right one: Edge also says Chrome, and Chrome also says Safari.
BROWSERS = (
    ("MicroMessenger", "WeChat"),
    ("DingTalk", "DingTalk"),
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("QQBrowser", "QQ Browser"),
    ("UCBrowser", "UC Browser"),
    ("Firefox/", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS = (
    ("HarmonyOS", "HarmonyOS"),
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "Mac"),
    ("Linux", "Linux"),
)


def browser_name(user_agent: str | None) -> str:
    """“Chrome · Windows” for what a browser calls itself; what can't be recognised keeps its own first words."""
    text = str(user_agent or "")
    browser = next((name for sign, name in BROWSERS if sign in text), "")
    system = next((name for sign, name in SYSTEMS if sign in text), "")
    return " · ".join(filter(None, (browser, system))) or text[:40] or NOTHING
