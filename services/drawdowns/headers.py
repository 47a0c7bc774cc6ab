"""Columns of a bank's table by the names banks give them."""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from members.register.headers import bare_header

_SYNONYMS = """
name: 企业名称 客户名称 借款人 借款人名称 借款企业 单位名称 公司名称 名称 企业 客户 融资主体 贷款企业 name company
    borrower
code: 统一社会信用代码 社会信用代码 信用代码 统一信用代码 企业信用代码 证件号码 客户证件号 uscc creditcode
kind: 业务类型 贷款类型 类型 业务种类 贷款种类 发放类型 新增/续贷 新增/续贷/展期 放款类型 贷款方式 kind
amount: 金额 放款金额 贷款金额 发放金额 本次放款金额 支用金额 提款金额 借款金额 发放贷款金额 本期发放金额 投放金额
    贷款发放额 amount
drawn_on: 放款日期 发放日期 支用日期 提款日期 贷款发放日 放款日 发放日 起始日 借款日期 起息日 贷款日期 放款时间 发放时间
    drawnon drawdowndate
due_on: 到期日 到期日期 还款日期 贷款到期日 约定还款日 到期时间 展期到期日 dueon duedate
rate: 利率 年利率 执行利率 贷款利率 执行年利率 rate
reference: 借据号 借据编号 借据号码 合同号 合同编号 贷款编号 业务编号 放款编号 贷款合同号 借款合同号 编号 流水号
    reference
serial: 序号 行号 no no. #
note: 备注 说明 note remark
"""
REQUIRED = ("code", "amount", "drawn_on")
_UNITS = (("亿", 100_000_000), ("百万", 1_000_000), ("万", 10_000), ("千", 1000), ("元", 1), ("yuan", 1))
_NOTES = re.compile(r"[(\[【〔](.*?)[)\]】〕]")
_TRAILING_UNIT = re.compile(r"(?:单位)?(?:亿元|百万元|万元|千元|元|%)$")


@dataclass
class Recognised:
    """Which column stands where; `unit` is what the amount's header names, None where it names none."""

    fields: dict[str, int] = field(default_factory=dict)
    headers: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    unit: int | None = None

    @property
    def score(self) -> int:
        return len(self.fields)

    @property
    def missing(self) -> list[str]:
        return [key for key in REQUIRED if key not in self.fields]

    def header_of(self, key: str) -> str:
        return self.headers[self.fields[key]] if key in self.fields else ""


@cache
def _index() -> dict[str, str]:
    index: dict[str, str] = {}
    key = ""
    for word in _SYNONYMS.split():
        if word.endswith(":"):
            key = word[:-1]
        else:
            index.setdefault(bare_header(word), key)
    return index


def recognise(cells: list[Any]) -> Recognised:
    """What a row says if it is read as a header."""
    found = Recognised()
    for place, cell in enumerate(cells):
        text = cell.strip() if isinstance(cell, str) else ""
        found.headers.append(text)
        if not text or len(text) > 60:
            continue
        bare = bare_header(text)
        key = _index().get(bare) or _index().get(_TRAILING_UNIT.sub("", bare))
        if key is None:
            found.unknown.append(text)
        elif key not in found.fields:
            found.fields[key] = place
            if key == "amount":
                found.unit = _unit_of(text)
    return found


def likeness(cells: list[Any]) -> int:
    return recognise(cells).score


def _unit_of(header: str) -> int | None:
    plain = unicodedata.normalize("NFKC", header).lower()
    notes = " ".join(_NOTES.findall(plain)) or plain
    return next((factor for word, factor in _UNITS if word in notes), None)
