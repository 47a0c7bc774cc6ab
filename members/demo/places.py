"""Towns and parks of the demonstration district."""

from members.enterprises.models import Park, Town

TOWNS = (
    ("yueyang", "岳阳街道", "street", 10),
    ("yongfeng", "永丰街道", "street", 7),
    ("fangsong", "方松街道", "street", 9),
    ("zhongshan", "中山街道", "street", 11),
    ("guangfulin", "广富林街道", "street", 6),
    ("jiuliting", "九里亭街道", "street", 5),
    ("sijing", "泗泾镇", "town", 9),
    ("sheshan", "佘山镇", "town", 8),
    ("chedun", "车墩镇", "town", 9),
    ("xinqiao", "新桥镇", "town", 9),
    ("dongjing", "洞泾镇", "town", 7),
    ("jiuting", "九亭镇", "town", 12),
    ("maogang", "泖港镇", "town", 4),
    ("shihudang", "石湖荡镇", "town", 4),
    ("xinbang", "新浜镇", "town", 4),
    ("yexie", "叶榭镇", "town", 5),
    ("xiaokunshan", "小昆山镇", "town", 6),
)
TOWN_WEIGHTS = {code: weight for code, _name, _kind, weight in TOWNS}
PARKS = (
    ("茸北智造园", "zhongshan"),
    ("启迪谷科创园", "sijing"),
    ("临浦产业城", "xinqiao"),
    ("九里云软件园", "jiuting"),
    ("浦南绿谷农业园", "yexie"),
    ("佘北电商园", "sheshan"),
)


def towns() -> dict[str, Town]:
    """The district's towns by code; those that are there already are kept."""
    known = {town.name: town for town in Town.objects.all()}
    found = {}
    for position, (code, name, kind, _weight) in enumerate(TOWNS, start=1):
        found[code] = known.get(name) or Town.objects.create(code=code, name=name, kind=kind, position=position)
    return found


def parks(by_code: dict[str, Town]) -> dict[str, Park]:
    """Parks by the code of their town."""
    return {code: Park.objects.get_or_create(name=name, defaults={"town": by_code[code]})[0] for name, code in PARKS}
