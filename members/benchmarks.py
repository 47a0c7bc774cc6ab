"""Enterprises and members by the million, for ./scripts/bench. Every name is put together from lists of syllables."""

import csv
import datetime
import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.utils import timezone

from federation.accounts.models import User
from federation.benchmarks.bulk import copy_rows, filling
from federation.benchmarks.people import benchmark_user
from federation.benchmarks.registry import fill, job, page, visitor
from federation.search.keyset import Cursor
from members.enterprises.choices import RegistrationType, SizeClass, State
from members.enterprises.derive import derive_search
from members.enterprises.industry import section_of
from members.enterprises.models import Enterprise, Representative, Town
from members.enterprises.towns import load_towns
from members.membership.member_days import rebuild_member_days
from members.membership.models import MembershipPeriod

FIRST = (
    "安邦博昌诚春达德东鼎飞丰福高冠光广国海瀚昊和恒宏弘华汇慧吉佳嘉建捷金锦晶景久聚君凯康科坤蓝乐力立联良龙隆茂美明铭"
    "南宁普齐启千乾强清庆秋群仁荣融瑞润森山尚申深盛世顺思松泰腾天通同万旺威维伟文祥新信兴旭雅亚洋一亿益银英永优宇雨元远"
    "月云泽展长振正志智中众卓紫曾查单解仇佘泖榭"
)
SECOND = (
    "安邦彩晨川创道迪帆方峰格谷冠光航禾恒弘桦辉佳健江杰晶居钧凯可丽利林霖龙路曼茂美尼诺欧鹏普琪奇勤然瑞锐森尚圣石舒硕斯"
    "拓泰特腾图途威唯维沃希曦翔欣鑫星旭轩雅彦业逸翼音颖优源越赞泽哲臻芝洲"
)
TRADES = {
    "6513": ("信息科技", "软件", "网络科技", "数据服务", "智能科技"),
    "5179": ("国际贸易", "贸易", "商贸", "进出口", "供应链管理"),
    "3829": ("电器", "电气设备", "自动化设备", "机电设备"),
    "3499": ("精密机械", "机械制造", "模具", "五金制品"),
    "2929": ("塑料制品", "橡胶制品", "包装材料"),
    "4790": ("建筑工程", "建设工程", "装饰工程"),
    "5810": ("物流", "货运代理", "国际货物运输"),
    "6210": ("餐饮管理", "餐饮服务"),
    "7244": ("企业管理咨询", "商务咨询", "管理咨询"),
    "7251": ("广告", "文化传媒", "会展服务", "文化传播"),
    "7020": ("物业管理", "物业服务"),
    "2770": ("医疗器械", "生物科技", "医药科技"),
    "0141": ("蔬菜种植", "农业科技"),
}
FORMS = (("有限公司", RegistrationType.PRIVATE_LIMITED), ("股份有限公司", RegistrationType.PRIVATE_SHARES))
ROADS = ("沪松", "新松江", "九亭大街", "涞坊", "荣乐东", "文诚", "茸北", "车墩", "新飞", "洞业")
SURNAMES, GIVEN = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗", "明华强芳敏静丽军洋勇艳杰娟涛超霞平刚桂英"
SIZES = (SizeClass.MICRO, SizeClass.MICRO, SizeClass.MICRO, SizeClass.SMALL, SizeClass.SMALL, SizeClass.MEDIUM)
CODE_DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
CODE_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
SINCE = datetime.date(2016, 1, 1)

COLUMNS = (
    "id uscc name short_name state registration_type registration_type_text control industry_id legal_representative "
    "registered_on capital capital_currency scope town_id district address staff_count introduction website "
    "public_phone listed hand_edited section size_class sort_key pinyin initials search_tokens haystack"
).split()


def is_member(number: int) -> bool:
    """Two of five, spread evenly; the first one always."""
    return number % 5 in (1, 2)


def code_of(number: int) -> str:
    body = "91310117MA1" + "".join(CODE_DIGITS[number // 31**place % 31] for place in range(5, -1, -1))
    total = sum(CODE_DIGITS.index(digit) * weight for digit, weight in zip(body, CODE_WEIGHTS, strict=True))
    return body + CODE_DIGITS[(31 - total) % 31]


def name_of(number: int) -> tuple[str, str, str]:
    """Name, short name and industry class of the enterprise with this number: the same on every machine."""
    dice = random.Random(number)
    brand = dice.choice(FIRST) + dice.choice(SECOND)
    if number % 3 == 0:
        brand += dice.choice(SECOND)
    industry = dice.choice(tuple(TRADES))
    form, _kind = FORMS[number % 17 == 0]
    return f"上海{brand}{dice.choice(TRADES[industry])}{form}", brand if number % 10 == 0 else "", industry


def former_name_of(number: int) -> str:
    """One in fifty was renamed."""
    return name_of(number + 7_000_001)[0] if number % 50 == 1 else ""


def _enterprises(numbers: range, towns: list[int]) -> Iterator[tuple[Any, ...]]:
    for number in numbers:
        name, short, industry = name_of(number)
        former = former_name_of(number)
        text = derive_search(name, short, [former] if former else [])
        member = is_member(number)
        yield (
            number,
            code_of(number),
            name,
            short,
            State.ACTIVE if member or number % 9 else State.DEREGISTERED,
            FORMS[number % 17 == 0][1],
            "有限责任公司(自然人投资或控股)",
            "",
            industry,
            SURNAMES[number % 20] + GIVEN[number // 20 % 20],
            SINCE + datetime.timedelta(days=number % 3000),
            (number % 500 + 1) * 10_000,
            "CNY",
            "许可项目：以审批结果为准；一般项目：技术服务、技术开发、技术咨询、货物进出口。",
            towns[number * 7 % len(towns)],
            "松江区",
            f"上海市松江区{ROADS[number % 10]}路{number % 2000 + 1}号",
            number % 300 + 1,
            f"{name}是一家专业的企业，服务松江已有多年。" if member else "",
            "",
            "",
            member,
            [],
            section_of(industry),
            SIZES[number % 6],
            text.sort_key,
            text.pinyin,
            text.initials,
            text.tokens,
            text.haystack,
        )


@fill(order=10)
def fill_enterprises(size: int) -> None:
    if not Town.objects.exists():
        load_towns()
    have = Enterprise.objects.count()
    numbers = range(have + 1, size + 1)
    members = [number for number in numbers if is_member(number)]
    towns = list(Town.objects.order_by("position").values_list("pk", flat=True))
    with filling("members_enterprise", len(numbers)):
        copy_rows("members_enterprise", COLUMNS, _enterprises(numbers, towns))
    renamed = ((number, former_name_of(number)) for number in numbers)
    with filling("members_namerecord", len(numbers) // 50):
        rows = ((number, name, SINCE + datetime.timedelta(days=3100), "工商登记") for number, name in renamed if name)
        copy_rows("members_namerecord", ("enterprise_id", "name", "until", "source"), rows)
    with filling("members_contact", len(members) // 2):
        columns = ("enterprise_id", "name", "position", "phone", "email", "is_primary")
        people = ((n, SURNAMES[n % 20] + "经理", "办公室", f"021-{n:08d}", "", True) for n in members[::2])
        copy_rows("members_contact", columns, people)
    _fill_memberships(members)


def _fill_memberships(members: list[int]) -> None:
    now, today = timezone.now(), timezone.localdate()
    with filling("members_membership", len(members)):
        rows = ((number, number, "enterprise", f"SJ{number:08d}", now) for number in members)
        copy_rows("members_membership", ("id", "enterprise_id", "kind", "number", "created_at"), rows)
    begins, ends = today.replace(month=1, day=1), today.replace(year=today.year + 1, month=12, day=31)
    with filling("members_membershipperiod", len(members)):
        columns = ("membership_id", "kind", "starts_on", "ends_on", "decided_at", "end_reason")
        rows = ((number, MembershipPeriod.Kind.NEW, begins, ends, now, "") for number in members)
        copy_rows("members_membershipperiod", columns, rows)
    rebuild_member_days()


@visitor("staff")
def staff() -> User:
    return benchmark_user("bench-staff", role="registry_clerk")


@visitor("enterprise")
def enterprise() -> User:
    user = benchmark_user("bench-enterprise")
    Representative.objects.get_or_create(
        enterprise_id=1, user=user, defaults={"role": Representative.Role.MANAGER, "since": SINCE}
    )
    return user


# --- Pages ----------------------------------------------------------------------------------------

SAMPLE = 24
# More than are asked for while a page is measured, and than a process keeps statements.
NEW_EACH_TIME = 3000


def _some_members(sample: int = SAMPLE) -> list[tuple[int, str]]:
    """Numbers and names of members spread over the table."""
    last = Enterprise.objects.order_by("-pk").values_list("pk", flat=True)[0]
    numbers = [number for number in range(1, last + 1, max(1, last // sample // 3)) if is_member(number)]
    return [(number, name_of(number)[0]) for number in numbers[:sample]]


def _searches(words: Callable[[str], str], sample: int = SAMPLE) -> Callable[[], Sequence[str]]:
    """Searches for what `words` makes of members' names, each once."""

    def addresses() -> list[str]:
        typed = dict.fromkeys(words(name) for _number, name in _some_members(sample))
        return [f"/directory/?q={quote(word)}" for word in typed]

    return addresses


def _asked(*words: str) -> list[str]:
    return [f"/directory/?q={quote(word)}" for word in words]


def _deep() -> list[str]:
    """Pages from the middle of the list on."""
    paths, listed = [], Enterprise.objects.published().order_by("sort_key", "pk")
    for letter in "dghjlmst":
        row = listed.filter(sort_key__gte=letter).values_list("sort_key", "id").first()
        if row:
            paths.append(f"/directory/?at={Cursor(0, *row)}")
    return paths


def _filtered() -> list[str]:
    towns = list(Town.objects.order_by("position").values_list("code", flat=True)[:8])
    one = [f"/directory/?town={town}" for town in towns] + [f"/directory/?section={letter}" for letter in "CFI"]
    two = [f"/directory/?town={town}&section={letter}" for town, letter in zip(towns, "CFILAEGH", strict=False)]
    return [*one, *two, "/directory/?size=small", *[f"{path}&size=medium" for path in two]]


def _spelt(name: str) -> str:
    return derive_search(name, "", []).pinyin[:12]


def _initials(name: str) -> str:
    return derive_search(name, "", []).initials[:4]


def _trades() -> list[str]:
    """Words of the members' trades: each is in many names, at whatever size."""
    return list(dict.fromkeys(name[4:6] for number, name in _some_members() if number % 3))


def _profiles() -> list[str]:
    return [f"/directory/{code_of(number)}/" for number, _name in _some_members()]


page("Directory", "/directory/")
page("Directory, in the middle", _deep)
page("Directory, filtered", _filtered)
page("Directory, two characters", _searches(lambda name: name[2:4]))
page("Directory, four characters", _searches(lambda name: name[2:6]))
page("Directory, common words", *_asked("科技", "贸易", "有限公司", "上海", "国际贸易"))
page("Directory, pinyin", _searches(_spelt))
page("Directory, initials", _searches(_initials))
page("Directory, two characters, new each time", _searches(lambda name: name[2:4], NEW_EACH_TIME))
page("Directory, pinyin, new each time", _searches(_spelt, NEW_EACH_TIME))
page("Directory, initials, new each time", _searches(_initials, NEW_EACH_TIME))
page("Directory, code", lambda: [f"/directory/?q={code_of(number)[:14]}" for number, _name in _some_members()])
page("Directory, one character", *_asked("安", "华", "新"))
page("Directory, nothing found", *_asked("龘靐齉"))
page("Profile", _profiles)
page("Search", lambda: [f"/search/?q={quote(name[2:4])}" for _number, name in _some_members()])
page("Enterprise's desk", "/me/", visitor="enterprise")
page("Enterprise's profile, its own", "/me/profile/", visitor="enterprise")
page("Enterprise's colleagues", "/me/colleagues/", visitor="enterprise")
page("Memberships in the admin", "/admin/members/membership/", visitor="staff")
page("Register in the admin", "/admin/members/enterprise/", visitor="staff")
page(
    "Register in the admin, a name's own words",
    lambda: [f"/admin/members/enterprise/?q={quote(name[2:6])}" for _number, name in _some_members()],
    visitor="staff",
)
page(
    "Register in the admin, common words",
    lambda: [f"/admin/members/enterprise/?q={quote(word)}" for word in _trades()],
    visitor="staff",
)
page("Enterprise in the admin", "/admin/members/enterprise/1/change/", visitor="staff")


# --- Import ---------------------------------------------------------------------------------------

IMPORTED, IMPORTED_QUICKLY = 100_000, 10_000
HEADER = "企业名称,统一社会信用代码,注册日期,企业类型,法人代表,注册资金,经营范围,所在省份,地区,注册地址".split(",")


@job("An import of a register")
def import_job(folder: Path, quick: bool) -> list[str]:
    """A file like the public register's, with capital in the ways that it is written there."""
    path = folder / "register.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        for number in range(1, 1 + (IMPORTED_QUICKLY if quick else IMPORTED)):
            capital = (f"{number % 900 + 10}(万元人民币)", f"{number % 90 + 1},000(万元人民币)", "N/A")[number % 3]
            day = SINCE + datetime.timedelta(days=number % 3000)
            place = f"上海市松江区{ROADS[number % 10]}路{number % 2000 + 1}号"
            person = SURNAMES[number % 20] + GIVEN[number // 20 % 20]
            kind = "有限责任公司(自然人投资或控股)"
            name, code = name_of(number)[0], code_of(number)
            writer.writerow([name, code, day, kind, person, capital, "技术服务、技术开发。", "上海市", "松江区", place])
    return ["bench_import", str(path)]
