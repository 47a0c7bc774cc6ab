"""Registration types as other tables and the public register write them, in the codes of 2023."""

import re
import unicodedata
from functools import lru_cache

from members.enterprises.choices import RegistrationType as Type

# 关于划分企业登记注册类型的规定 (2011), where 2023 has another code. A code that both tables have is read as of 2023.
OLD_CODES = {
    "110": Type.STATE_OWNED,
    "120": Type.COLLECTIVE,
    "130": Type.SHARE_COOPERATIVE,
    "141": Type.JOINT_OPERATION,
    "142": Type.JOINT_OPERATION,
    "143": Type.JOINT_OPERATION,
    "149": Type.JOINT_OPERATION,
    "151": Type.STATE_SOLE,
    "159": Type.OTHER_LIMITED,
    "160": Type.OTHER_SHARES,
    "171": Type.SOLE_PROPRIETOR,
    "172": Type.PARTNERSHIP,
    "173": Type.PRIVATE_LIMITED,
    "174": Type.PRIVATE_SHARES,
    "240": Type.HMT_SHARES,
    "340": Type.FOREIGN_SHARES,
    "410": Type.SELF_EMPLOYED,
    "420": Type.PARTNERSHIP,
}

_FOREIGN = r"外商|外国|中外|外资"
_HMT = r"港.?澳.?台|台港澳|香港|澳门|台湾"
_SHARES = r"股份有限公司|股份公司|^股份制$"
_LIMITED = r"有限责任公司|有限公司|一人有限|^有限责任$"

# The first that fits decides: ownership from abroad before legal form, the particular before the general.
_WORDS: tuple[tuple[re.Pattern[str], Type], ...] = tuple(
    (re.compile(pattern), kind)
    for pattern, kind in (
        (r"农民专业合作|专业合作社|农村合作", Type.COOPERATIVE),
        (r"个体", Type.SELF_EMPLOYED),
        (r"代表机构|代表处|办事处", Type.OTHER),
        (rf"(?:{_HMT}).*(?:{_SHARES})|(?:{_SHARES}).*(?:{_HMT})", Type.HMT_SHARES),
        (rf"(?:{_HMT}).*合伙|合伙.*(?:{_HMT})", Type.HMT_PARTNERSHIP),
        (rf"(?:{_HMT}).*(?:{_LIMITED})|(?:{_LIMITED}).*(?:{_HMT})", Type.HMT_LIMITED),
        (_HMT, Type.HMT_OTHER),
        (rf"(?:{_FOREIGN}).*(?:{_SHARES})|(?:{_SHARES}).*(?:{_FOREIGN})", Type.FOREIGN_SHARES),
        (rf"(?:{_FOREIGN}).*合伙|合伙.*(?:{_FOREIGN})", Type.FOREIGN_PARTNERSHIP),
        (rf"(?:{_FOREIGN}).*(?:{_LIMITED})|(?:{_LIMITED}).*(?:{_FOREIGN})", Type.FOREIGN_LIMITED),
        (_FOREIGN, Type.FOREIGN_OTHER),
        (r"股份合作", Type.SHARE_COOPERATIVE),
        (r"国有独资", Type.STATE_SOLE),
        (r"全民所有制|国有企业|国有经济|^国有$|^国营", Type.STATE_OWNED),
        (r"集体", Type.COLLECTIVE),
        (r"联营", Type.JOINT_OPERATION),
        (r"合伙", Type.PARTNERSHIP),
        (r"个人独资|独资企业", Type.SOLE_PROPRIETOR),
        (rf"(?:{_SHARES}).*自然人|自然人.*(?:{_SHARES})|私营.*股份|股份.*私营", Type.PRIVATE_SHARES),
        (_SHARES, Type.OTHER_SHARES),
        (rf"(?:{_LIMITED}).*(?:自然人|一人)|(?:自然人|一人).*(?:{_LIMITED})|私营", Type.PRIVATE_LIMITED),
        (_LIMITED, Type.OTHER_LIMITED),
        (r"内资", Type.OTHER_DOMESTIC),
        (r"其他|其它|分公司|分支机构", Type.OTHER),
    )
)
_CODE = re.compile(r"^(\d{3})(?!\d)")
# A company under one that is state-owned is written 有限责任公司 国有企业: it is a company all the same.
_STATE_COMPANY = re.compile(rf"(?:{_LIMITED}).*(?:国有|国资)|(?:国有|国资)(?!独资).*(?:{_LIMITED})")


@lru_cache(maxsize=2048)
def registration_type_of(text: str) -> Type | None:
    """The 2023 type for a code of 2023 or 2011 or for the register's words; None where they say nothing known."""
    words = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).strip()
    if code := _CODE.match(words):
        if code[1] in Type.values:
            return Type(code[1])
        return OLD_CODES.get(code[1])
    if "国有独资" not in words and _STATE_COMPANY.search(words):
        return Type.OTHER_LIMITED
    return next((kind for pattern, kind in _WORDS if pattern.search(words)), None)
