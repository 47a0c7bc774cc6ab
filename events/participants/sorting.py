"""The order of people's names: by pinyin, with family names read as family names."""

from federation.search.text import fold, search_text

KEY_LENGTH = 120
# Characters that read otherwise at the head of a person's name than in the middle of a firm's.
FAMILY_NAMES = {
    "单": "shan",
    "解": "xie",
    "仇": "qiu",
    "曾": "zeng",
    "查": "zha",
    "区": "ou",
    "盖": "ge",
    "朴": "piao",
    "翟": "zhai",
    "尉": "wei",
    "任": "ren",
    "华": "hua",
    "缪": "miao",
    "盛": "sheng",
    "晁": "chao",
    "乜": "nie",
    "召": "shao",
    "折": "she",
    "秘": "bi",
    "繁": "po",
    "洗": "xian",
    "员": "yun",
    "种": "chong",
    "逄": "pang",
    "车": "che",
    "宿": "su",
    "覃": "qin",
    "葛": "ge",
    "万俟": "mo qi",
    "尉迟": "yu chi",
    "长孙": "zhang sun",
}


def person_sort_key(name: str) -> str:
    """Syllables apart by spaces, as `Enterprise.sort_key`; compared by bytes."""
    plain = fold(name)
    family = next((plain[:length] for length in (2, 1) if plain[:length] in FAMILY_NAMES), "")
    if not family:
        return search_text(plain, core=plain).sort_key[:KEY_LENGTH]
    rest = plain[len(family) :]
    key = search_text(rest, core=rest).sort_key if rest else ""
    return f"{FAMILY_NAMES[family]} {key}".strip()[:KEY_LENGTH]
