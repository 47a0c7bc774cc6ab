"""Cells as text, and the words people use for a choice."""

import datetime
import re
import unicodedata
from typing import Any

from django.utils.translation import override

from members.enterprises.choices import Control, State

EDGES = " \t\r\n\u3000\xa0\ufeff\u200b\u200c\u200d"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\u200b-\u200f\u2028\u2029]")
SPACES = re.compile(r"\s+")

STATE_WORDS = {
    State.ACTIVE: "存续 在业 在营 开业 正常 在册 存活 营业 确立 登记成立 "
    "存续(在营、开业、在册) 在营(开业)企业 正常经营 active",
    State.DEREGISTERED: "注销 已注销 注销企业 吊销,已注销 吊销后注销 吊销已注销 deregistered",
    State.REVOKED: "吊销 已吊销 吊销未注销 吊销,未注销 吊销企业 被吊销 revoked",
    State.MOVED_OUT: "迁出 已迁出 外迁 迁移 市外迁出 movedout",
}
CONTROL_WORDS = {
    Control.STATE: "国有控股 国有",
    Control.COLLECTIVE: "集体控股 集体",
    Control.PRIVATE: "私人控股 私人 民营控股 民营 私营",
    Control.HK_MACAO_TAIWAN: "港澳台商控股 港澳台控股 港澳台",
    Control.FOREIGN: "外商控股 外商 外资",
    Control.OTHER: "其他",
}


def text_of(value: Any) -> str:
    """A cell as a person would read it in the spreadsheet."""
    if isinstance(value, str):
        text = value
    elif isinstance(value, bool):
        text = str(value)
    elif isinstance(value, float):
        text = str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value).upper()
    elif isinstance(value, datetime.datetime):
        text = value.isoformat(sep=" ")
    else:
        text = str(value)
    text = text.strip(EDGES)
    return _CONTROL.sub("", text) if not text.isprintable() else text


def choice_words(choices: type, words: dict[Any, str]) -> dict[str, Any]:
    """Every way to write a choice: its code, its label in both languages, and the words given."""
    index: dict[str, Any] = {}
    for member in choices:
        names = [str(member.value), *words.get(member, "").split()]
        for language in ("en", "zh-hans"):
            with override(language):
                names.append(str(member.label))
        index.update({plain(name): member.value for name in names})
    return index


def plain(text: str) -> str:
    return SPACES.sub("", unicodedata.normalize("NFKC", text)).lower()
