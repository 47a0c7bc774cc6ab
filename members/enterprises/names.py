"""What is distinctive in an enterprise's name, and what is noise.

A Chinese company name is place + trade name + line of business + legal form: 上海市 + 飞科 + 电器 + 股份有限公司.
"""

import re
from functools import lru_cache

from federation.search.text import fold, to_halfwidth

PROVINCES = (
    "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 "
    "云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门"
).split()
_PROVINCE = "|".join(PROVINCES)
_PLACE = re.compile(rf"^(?:中国|(?:{_PROVINCE})(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)?)+")
# 浦东新区, 松江区, 崇明县, 九亭镇: only after the province, and only where a trade name still follows.
_DISTRICT = re.compile(r"^[一-鿿]{2,3}?(?:新区|区(?!域)|县|镇|街道)(?=[一-鿿]{2})")
_BRACKETED_PLACE = re.compile(
    rf"\((?:中国|(?:{_PROVINCE})[省市]?|集团|[一-鿿]{{2,4}}(?:区|县|市|自贸区|自由贸易试验区))\)"
)
_BRACKETED_KIND = re.compile(r"\((?:集团|有限合伙|普通合伙|特殊普通合伙|个人独资|筹)\)")
LEGAL_FORMS = (
    "股份有限责任公司 股份有限公司 有限责任公司 集团有限公司 有限公司 股份公司 集团公司 总公司 公司 股份合作公司 "
    "农民专业合作社 专业合作社 个人独资企业 合伙企业 企业集团 集团"
).split()
_FORM = re.compile("|".join(sorted(LEGAL_FORMS, key=len, reverse=True)))
# What follows one of these words in a branch's name tells branches of one company apart.
_BRANCH = re.compile(
    r"(?:第?[一二三四五六七八九十百\d]*)(?:分公司|分店|分厂|分社|分部|支行|营业部|办事处|代表处|门市部)$"
)


@lru_cache(maxsize=4096)
def core_name(name: str) -> str:
    """The name without place and legal form: what people type and what lists are sorted by.

    The word that tells a branch apart stays; the whole name is kept where fewer than two characters would be left.
    """
    plain = to_halfwidth(name).strip()
    core = _PLACE.sub("", plain)
    if core != plain:
        core = _DISTRICT.sub("", core)
    core = _BRACKETED_PLACE.sub("", core)
    core = _BRACKETED_KIND.sub("", core)
    branch = _BRANCH.search(core)
    if branch:
        core, tail = core[: branch.start()], branch[0]
        core = _FORM.sub("", core) + tail
    else:
        core = _without_form(core)
    return core if len(core) >= 2 else name


def match_name(name: str) -> str:
    """The form in which two names of one enterprise agree: core, folded; for finding duplicates, not for showing."""
    return fold(core_name(name))


def _without_form(core: str) -> str:
    """Forms at the end, repeatedly: 飞科集团有限公司 ends in two."""
    while True:
        found = next((form for form in _FORM.finditer(core) if form.end() == len(core)), None)
        if not found:
            return core
        core = core[: found.start()]
