"""How the characters of a name are read. Dictionaries are loaded at the first name and kept (some 60 MB), so a process
that only searches never pays for them.

A character's reading comes from the longest known phrase around it (银行 háng, 重庆 chóng); outside phrases from the
table below, which gives the other likely readings too, so that people find a name by any of them.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

# First the reading that sorts the name, then others that people may type.
_AMBIGUOUS = {
    "泖": "mao",
    "榭": "xie",
    "佘": "she",
    "单": "dan shan",
    "解": "jie xie",
    "仇": "qiu chou",
    "曾": "zeng ceng",
    "查": "cha zha",
    "重": "zhong chong",
    "长": "chang zhang",
    "行": "xing hang",
    "乐": "le yue",
    "朴": "pu piao",
    "盖": "gai ge",
    "区": "qu ou",
    "厦": "sha xia",
    "便": "bian pian",
    "都": "du dou",
    "会": "hui kuai",
    "藏": "cang zang",
    "传": "chuan zhuan",
    "调": "diao tiao",
    "朝": "chao zhao",
    "车": "che ju",
    "盛": "sheng cheng",
    "晟": "sheng cheng",
    "宿": "su xiu",
    "翟": "zhai di",
    "尉": "wei yu",
    "蔚": "wei yu",
    "缪": "miao mou",
    "覃": "qin tan",
    "冼": "xian",
    "郇": "xun huan",
    "种": "zhong chong",
    "员": "yuan yun",
    "隗": "wei kui",
    "莘": "xin shen",
    "泊": "bo po",
    "参": "can shen",
    "还": "huan hai",
    "角": "jiao jue",
    "卡": "ka qia",
    "壳": "ke qiao",
    "率": "lv shuai",
    "绿": "lv lu",
    "模": "mo mu",
    "仔": "zai zi",
    "弹": "dan tan",
    "合": "he ge",
    "谷": "gu yu",
    "柏": "bai bo",
    "色": "se shai",
    "薄": "bo bao",
    "堡": "bao pu",
    "泷": "long shuang",
    "阿": "a e",
    "圩": "wei xu",
    "浜": "bang bin",
    "埔": "pu bu",
    "涌": "yong chong",
    "番": "fan pan",
    "蚌": "bang beng",
    "六": "liu lu",
    "什": "shi shen",
    "乘": "cheng sheng",
    "提": "ti di",
    "折": "zhe she",
    "强": "qiang jiang",
    "降": "jiang xiang",
    "校": "xiao jiao",
    "系": "xi ji",
    "粘": "zhan nian",
    "露": "lu lou",
    "落": "luo la",
    "炮": "pao bao",
    "屏": "ping bing",
    "塞": "sai se",
    "省": "sheng xing",
    "汤": "tang shang",
    "拓": "tuo ta",
    "殷": "yin yan",
    "轧": "zha ya",
    "幢": "zhuang chuang",
    "贾": "jia gu",
    "召": "zhao shao",
    "牟": "mou mu",
    "谌": "chen shen",
    "郗": "xi chi",
    "洗": "xi xian",
    "秘": "mi bi",
    "澄": "cheng deng",
    "咖": "ka ga",
    "茄": "qie jia",
    "尺": "chi che",
}

# At the beginning of a name these are far more often the family name.
_FAMILY = {"单": "shan", "解": "xie", "查": "zha", "盖": "ge", "区": "ou", "种": "chong", "洗": "xian", "召": "shao"}

_MARKS = re.compile("[\u0300-\u036f]")
_LATIN = re.compile("[0-9a-z]")
_RUN = re.compile(r"[0-9a-z]+|.", re.DOTALL)
_LONGEST_PHRASE = 4


@dataclass(frozen=True)
class Unit:
    """One Chinese character or one run of Latin letters or digits. The first of each sorts the name; a Latin run keeps
    all its letters among the initials: ABB中国 is abbzg."""

    readings: tuple[str, ...]
    letters: tuple[str, ...]


@cache
def _plain(syllable: str) -> str:
    """lǜ → lv: as it is typed on a keyboard."""
    return _MARKS.sub("", unicodedata.normalize("NFD", syllable).replace("u\u0308", "v"))


class _Characters(dict[str, str]):
    """The first reading of each character, filled as names bring them; an unknown one stands for itself."""

    def __init__(self, dictionary: dict[int, str]) -> None:
        super().__init__({character: readings.split()[0] for character, readings in _AMBIGUOUS.items()})
        self.dictionary = dictionary

    def __missing__(self, character: str) -> str:
        known = self.dictionary.get(ord(character))
        self[character] = reading = _plain(known.split(",", 1)[0]) if known else character
        return reading


@dataclass(frozen=True)
class _Dictionaries:
    """`phrases` say how a character is read that alone would be read otherwise; `turning` are those characters."""

    characters: _Characters
    phrases: dict[str, tuple[str, ...]]
    turning: frozenset[str]


@cache
def _dictionaries() -> _Dictionaries:
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

    characters = _Characters(PINYIN_DICT)
    phrases = {
        phrase: tuple([_plain(options[0]) for options in readings])
        for phrase, readings in PHRASES_DICT.items()
        if len(phrase) <= _LONGEST_PHRASE and len(phrase) == len(readings)
    }
    turning = set(_AMBIGUOUS)
    for phrase, readings in phrases.items():
        for character, reading in zip(phrase, readings, strict=True):
            if characters[character] != reading:
                turning.add(character)
    kept = {phrase: readings for phrase, readings in phrases.items() if not turning.isdisjoint(phrase)}
    return _Dictionaries(characters, kept, frozenset(turning))


def _in_phrase(text: str, place: int, phrases: dict[str, tuple[str, ...]]) -> str | None:
    for length in range(min(_LONGEST_PHRASE, len(text)), 1, -1):
        for start in range(max(0, place - length + 1), min(place, len(text) - length) + 1):
            found = phrases.get(text[start : start + length])
            if found:
                return found[place - start]
    return None


def one_reading(text: str) -> list[str] | None:
    """A reading for each character, when all are Chinese and each has only one: the quick way for most names."""
    known = _dictionaries()
    if known.turning.isdisjoint(text) and not text.isascii() and not _LATIN.search(text):
        characters = known.characters
        return [characters[character] for character in text]
    return None


def units_of(text: str) -> list[Unit]:
    """Of folded text."""
    known = _dictionaries()
    units = []
    for match in _RUN.finditer(text):
        run, place = match[0], match.start()
        if run.isascii():
            units.append(Unit((run,), (run,)))
            continue
        readings = (known.characters[run],)
        if run in known.turning:
            certain = _in_phrase(text, place, known.phrases)
            if certain:
                readings = (certain,)
            else:
                family = (_FAMILY[run],) if place == 0 and run in _FAMILY else ()
                readings = tuple(dict.fromkeys((*family, *_AMBIGUOUS.get(run, readings[0]).split())))
        units.append(Unit(readings, tuple(dict.fromkeys(reading[0] for reading in readings))))
    return units
