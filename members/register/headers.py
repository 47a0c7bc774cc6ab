"""Columns of the register by the many names people give them.

Each column's own label, in either language, heads it in the portal's export too, so an export can come back.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override


@dataclass(frozen=True)
class Column:
    """`taken` is False for what the portal computes or keeps elsewhere: known, and left out on purpose."""

    key: str
    label: str | Promise
    taken: bool = True

    def labels(self) -> list[str]:
        """In both languages."""
        found = []
        for language in ("en", "zh-hans"):
            with override(language):
                found.append(str(self.label))
        return found


COLUMNS: tuple[Column, ...] = (
    Column("name", _("name")),
    Column("code", _("unified social credit code")),
    Column("registration_number", _("old registration number")),
    Column("short_name", _("short name")),
    Column("state", _("state")),
    Column("type", _("registration type")),
    Column("type_text", _("registration type as stated")),
    Column("control", _("control")),
    Column("industry", _("industry class")),
    Column("legal_representative", _("legal representative")),
    Column("registered_on", _("registered on")),
    Column("capital", _("registered capital")),
    Column("capital_currency", _("currency")),
    Column("scope", _("business scope")),
    Column("province", _("province")),
    Column("district", _("district as registered")),
    Column("town", _("town")),
    Column("park", _("park")),
    Column("address", _("registered address")),
    Column("parent", _("parent company")),
    Column("staff", _("staff")),
    Column("revenue", _("yearly revenue (yuan)")),
    Column("assets", _("total assets (yuan)")),
    Column("website", _("website")),
    Column("phone", _("public telephone")),
    Column("contact", _("contact person")),
    Column("contact_position", _("position of the contact")),
    Column("contact_phone", _("telephone of the contact")),
    Column("contact_email", _("e-mail of the contact")),
    Column("introduction", _("introduction"), taken=False),
    Column("as_of", _("approved on")),
    Column("serial", _("serial number"), taken=False),
    Column("former_names", _("former names"), taken=False),
    Column("section", _("industry section"), taken=False),
    Column("size_class", _("size class"), taken=False),
    Column("member_number", _("member number"), taken=False),
    Column("membership", _("membership"), taken=False),
)
BY_KEY = {column.key: column for column in COLUMNS}

# Other names, by column.
_SYNONYMS = """
name: 企业名称 公司名称 单位名称 名称 企业全称 公司全称 单位全称 单位 企业 公司 商户名称 字号名称 市场主体名称
    法人单位名称 单位详细名称 会员名称 会员单位 会员企业 企业(机构)名称 name company companyname enterprise
code: 统一社会信用代码 社会信用代码 信用代码 统一信用代码 统一代码 统一社会信用代码/注册号
    统一社会信用代码/注册号/纳税人识别号 信用代码/注册号 统一社会信用代码(注册号) 纳税人识别号 税号 社会统一信用代码
    企业信用代码 法人代码 uscc creditcode socialcreditcode unifiedcreditcode
registration_number: 注册号 工商注册号 营业执照注册号 营业执照号 营业执照号码 执照号 登记号 原注册号 工商登记号
    registrationnumber
short_name: 简称 企业简称 公司简称 单位简称 字号 shortname
state: 经营状态 登记状态 企业状态 状态 存续状态 营业状态 主体状态 开业状态 status
type: 企业类型 登记注册类型 注册类型 登记类型 公司类型 单位类型 主体类型 市场主体类型 经济类型 经济性质 企业性质
    类型 登记注册统计类别 type
control: 控股情况 企业控股情况 控股类型 控股
industry: 行业 行业代码 行业类别 行业分类 所属行业 行业小类 国民经济行业 国民经济行业代码 国民经济行业分类 国标行业
    行业门类 行业大类 行业名称 行业编码 主营行业 industry
legal_representative: 法定代表人 法人代表 法人 法定代表人(负责人) 法定代表人/负责人 法人代表人 负责人 法人姓名
    法定代表人姓名 企业负责人 单位负责人 经营者 投资人 执行事务合伙人
registered_on: 注册日期 成立日期 成立时间 注册时间 登记日期 设立日期 开业日期 开业时间 开业(成立)时间 注册年月
    成立年月
capital: 注册资金 注册资本 注册资本金 认缴出资额 认缴资本 注册资金数额 开办资金 资金数额 出资额 注册资本(金)
capital_currency: 币种 注册资本币种 注册资金币种 货币 货币种类
scope: 经营范围 业务范围 主营业务 经营业务 主营业务活动 经营项目 主营范围
province: 所在省份 省份 省 省市 所属省份 所在省 注册省份
district: 地区 区县 所在地区 所属地区 区 县区 市辖区 所在区县 行政区 行政区划 所属区 所在区 所属区县
town: 街镇 街道 乡镇 镇 所属街镇 所在街镇 所属街道 街道(镇) 街道/镇 乡镇街道 所属镇 所属乡镇 街道乡镇 属地
park: 园区 所属园区 所在园区 产业园区 经济园区 楼宇园区 开发区
address: 注册地址 地址 住所 企业地址 公司地址 单位地址 注册地 详细地址 经营地址 营业场所 办公地址 企业住所 经营场所
    注册住所 通讯地址 主要经营场所 address
parent: 上级企业 上级公司 母公司 总公司 隶属企业 上级单位 隶属单位 上级企业代码 上级统一社会信用代码
    总公司统一社会信用代码 母公司信用代码
staff: 职工人数 从业人员 从业人数 员工人数 员工数 职工数 人数 从业人员数 从业人员期末人数 期末从业人数 参保人数
    用工人数 员工总数 职工总数 雇员人数 employees
revenue: 营业收入 年营业收入 主营业务收入 营收 销售收入 年收入 销售额 年销售额 年产值 营业额 年营业额 上年度营业收入
    营业总收入 revenue
assets: 资产总额 资产总计 总资产 资产 年末资产总额 期末资产总额 资产合计 assets
website: 网址 网站 官网 企业网址 公司网址 企业网站 公司网站 homepage
phone: 电话 联系电话 联系方式 企业电话 公司电话 单位电话 办公电话 固定电话 座机 公开电话 telephone phone
contact: 联系人 联系人姓名 企业联系人 会员联系人 联络人 联络员 contact contactperson
contact_position: 联系人职务 联络人职务 职务
contact_phone: 手机 手机号 手机号码 移动电话 联系手机 联系人电话 联系人手机 联系人手机号 联系人联系电话 联系人联系方式
    联络人电话 联络员电话 mobile
contact_email: 邮箱 邮箱地址 电子邮箱 电子邮件 联系人邮箱 e-mail email
introduction: 企业简介 公司简介 简介 单位简介 企业介绍
as_of: 核准日期 核准时间 发照日期 变更日期 更新日期 更新时间 最近变更日期 数据日期 核准变更日期 updated
serial: 序号 编号 行号 no no. 序 #
former_names: 曾用名 曾用名称 原名称 历史名称 企业曾用名
section: 产业门类
size_class: 企业规模 规模 规模类型 单位规模
member_number: 会员编号 会员证号
membership: 会籍 会员状态
"""

# "注册资金（万元）" and "注册资金:万元": the unit and the currency that a header names for bare numbers.
_NOTES = re.compile(r"[(\[【〔](.*?)[)\]】〕]")
_DECORATION = re.compile(r"[\s*＊:：、。;；\"'“”\u200b\ufeff]|必填项?|选填项?|请填写")
_TRAILING_UNIT = re.compile(r"(?:单位)?(?:亿元|百万元|万美元|万元|千元|元|人)$")
_UNITS = (("亿", 100_000_000), ("百万", 1_000_000), ("万", 10_000), ("千", 1000), ("元", 1), ("yuan", 1))
AMOUNTS = frozenset({"capital", "revenue", "assets"})
# Beside a column of contacts, whose telephone these are.
_THEIRS = frozenset({"电话", "联系电话", "联系方式", "telephone", "phone"})


@dataclass
class Recognised:
    """Which column stands where. `fields` maps a key to its place; `score` counts the distinct columns known."""

    fields: dict[str, int] = field(default_factory=dict)
    headers: list[str] = field(default_factory=list)
    units: dict[str, int | None] = field(default_factory=dict)
    currencies: dict[str, str] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    # Headers that say the same: [key, first header, second header].
    duplicates: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def score(self) -> int:
        return len(self.fields)


@cache
def _index() -> dict[str, str]:
    index: dict[str, str] = {}
    for column in COLUMNS:
        for label in column.labels():
            index.setdefault(_plain(label), column.key)
            index.setdefault(bare_header(label), column.key)
    key = ""
    for word in _SYNONYMS.split():
        if word.endswith(":"):
            key = word[:-1]
        else:
            index.setdefault(_plain(word), key)
            index.setdefault(bare_header(word), key)
    return index


def _plain(text: str) -> str:
    return _DECORATION.sub("", unicodedata.normalize("NFKC", text)).lower()


def bare_header(text: str) -> str:
    """Without notes in brackets, spaces, stars and colons."""
    return _NOTES.sub("", _plain(text))


def key_of(header: str) -> str | None:
    """The column that a header names: as it stands, or without its notes."""
    index = _index()
    bare = bare_header(header)
    return index.get(_plain(header)) or index.get(bare) or index.get(_TRAILING_UNIT.sub("", bare))


def recognise(cells: list[Any]) -> Recognised:
    """What a row says if it is read as a header."""
    found = Recognised()
    for place, cell in enumerate(cells):
        text = cell if isinstance(cell, str) else ""
        found.headers.append(text.strip())
        if not text.strip() or len(text) > 60:
            continue
        key = key_of(text)
        if key is None:
            found.unknown.append(text.strip())
        elif key in found.fields:
            found.duplicates.append((key, found.headers[found.fields[key]], text.strip()))
        else:
            found.fields[key] = place
            if key in AMOUNTS:
                found.units[key], found.currencies[key] = _unit_of(text)
    place = found.fields.get("phone")
    if place is not None and "contact" in found.fields and "contact_phone" not in found.fields:
        if bare_header(found.headers[place]) in _THEIRS:
            found.fields["contact_phone"] = found.fields.pop("phone")
    return found


def likeness(cells: list[Any]) -> int:
    return recognise(cells).score


def _unit_of(header: str) -> tuple[int | None, str]:
    notes = " ".join(_NOTES.findall(_plain(header))) or _plain(header)
    unit = next((factor for word, factor in _UNITS if word in notes), None)
    currency = next(
        (code for word, code in (("美", "USD"), ("欧", "EUR"), ("港", "HKD"), ("日元", "JPY")) if word in notes), ""
    )
    return unit, currency
