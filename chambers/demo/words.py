"""Chambers of the demonstration: one in each town, and some of trades, of people from elsewhere, of parks."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Plan:
    slug: str
    name: str
    kind: str
    brand: str
    town: str = ""
    sections: str = ""
    state: str = "active"


TOWN_BRANDS = {
    "yueyang": "老城新生·月聊岳阳",
    "yongfeng": "永丰企业家夜校",
    "fangsong": "方松商会会客厅",
    "zhongshan": "中山智造沙龙",
    "guangfulin": "富林青创路演",
    "jiuliting": "九里暖企日",
    "sijing": "泗水汇·古镇下午茶",
    "sheshan": "佘山红色讲堂",
    "chedun": "车墩产业链对接会",
    "xinqiao": "新桥主席接待日",
    "dongjing": "洞泾机器人之约",
    "jiuting": "九亭法律茶座",
    "maogang": "泖田助农行",
    "shihudang": "荡里乡村共富课",
    "xinbang": "荷乡商会志愿队",
    "yexie": "叶榭软糕公益集市",
    "xiaokunshan": "二陆企业家读书会",
}
OTHERS = (
    Plan("ic-chamber", "松江区集成电路行业商会", "industry", "芯链之夜", sections="CI"),
    Plan("food-chamber", "松江区食品与餐饮行业商会", "industry", "餐桌上的松江", sections="CH"),
    Plan("logistics-chamber", "松江区现代物流行业商会", "industry", "平安行车月", sections="G"),
    Plan("building-chamber", "松江区建筑装饰行业商会", "industry", "匠心工地开放日", sections="E"),
    Plan("zhejiang-chamber", "松江区浙江商会", "origin", "浙商返乡创业对接"),
    Plan("anhui-chamber", "松江区安徽商会", "origin", "徽商助学金"),
    Plan("fujian-chamber", "松江区福建商会", "origin", "闽商茶会"),
    Plan("rongbei-park-chamber", "松江区茸北智造园商会", "park", "园区共享食堂", town="zhongshan"),
    Plan("linpu-park-chamber", "松江区临浦产业城商会", "park", "用工互助圈", town="xinqiao"),
    Plan("silver-chamber", "松江区养老服务行业商会", "industry", "", sections="Q", state="preparing"),
    Plan("old-trade-chamber", "松江区商贸联合商会", "industry", "", sections="F", state="merged"),
)
INTRODUCTION = (
    "{name}成立于{year}年，由{place}民营企业自愿组成，是区工商联的基层组织。商会为会员提供政策宣讲、融资对接、法律咨询和用工服务，"
    "每月开放会客厅一次，欢迎企业来坐坐、提诉求。"
)
PLACES = {"town": "本地", "industry": "本行业", "origin": "在松创业的同乡", "park": "园区内"}
OFFICES = (
    ("president", 1),
    ("vice_president", 4),
    ("supervisor", 1),
    ("secretary", 1),
)
