"""How the characters of a name are read. What names need of the dictionaries is condensed once into a file under var/
and loaded at a process's first name, so a process that only searches never pays for it.

A character's reading comes from the longest known phrase around it (银行 háng, 重庆 chóng); outside phrases from the
table below, which gives the other likely readings too, so that people find a name by any of them.
"""

import hashlib
import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import structlog
from django.conf import settings

log = structlog.get_logger(__name__)

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


@dataclass(frozen=True)
class _Dictionaries:
    """`characters` are first readings; `phrases` say how a character is read that alone would be read otherwise;
    `turning` are those characters. A character that is in none stands for itself."""

    characters: dict[str, str]
    phrases: dict[str, tuple[str, ...]]
    turning: frozenset[str]


@cache
def _dictionaries() -> _Dictionaries:
    kept = _kept_file()
    try:
        raw = json.loads(kept.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raw = _condense()
        _keep(kept, raw)
    characters = dict(zip(*raw["characters"], strict=True))
    phrases = {phrase: tuple(readings.split()) for phrase, readings in raw["phrases"].items()}
    return _Dictionaries(characters, phrases, frozenset(raw["turning"]))


def _condense() -> dict[str, Any]:
    """The little of pypinyin's dictionaries that names need; loaded whole they take 60 MB of every process."""
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

    characters = {chr(code): _plain(readings.split(",", 1)[0]) for code, readings in PINYIN_DICT.items()}
    characters |= {character: readings.split()[0] for character, readings in _AMBIGUOUS.items()}
    phrases = {
        phrase: [_plain(options[0]) for options in readings]
        for phrase, readings in PHRASES_DICT.items()
        if len(phrase) <= _LONGEST_PHRASE and len(phrase) == len(readings)
    }
    turning = set(_AMBIGUOUS)
    for phrase, readings in phrases.items():
        pairs = zip(phrase, readings, strict=True)
        turning.update(character for character, reading in pairs if characters.get(character) != reading)
    return {
        "characters": ["".join(characters), list(characters.values())],
        "phrases": {phrase: " ".join(readings) for phrase, readings in phrases.items() if turning & set(phrase)},
        "turning": "".join(sorted(turning)),
    }


def _kept_file() -> Path:
    """Named after all that it follows from: another version of the dictionaries, or of this file, makes its own."""
    source = hashlib.sha256(Path(__file__).read_bytes() + version("pypinyin").encode()).hexdigest()[:16]
    return settings.VAR_DIR / f"readings-{source}.json"


def _keep(path: Path, raw: dict[str, Any]) -> None:
    """A process that may not write there works from the dictionaries themselves."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as half:
            json.dump(raw, half, ensure_ascii=False, separators=(",", ":"))
        Path(half.name).chmod(0o644)
        Path(half.name).replace(path)
    except OSError as error:
        log.warning("readings_not_kept", error=str(error))


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
        reading = known.characters.get
        return [reading(character, character) for character in text]
    return None


@cache
def _unit(readings: tuple[str, ...]) -> Unit:
    return Unit(readings, tuple(dict.fromkeys([reading[0] for reading in readings])))


@cache
def _doubtful(character: str, first: str, *, begins: bool) -> Unit:
    """Outside of any phrase; `begins` a name, it is rather a family name."""
    family = (_FAMILY[character],) if begins and character in _FAMILY else ()
    return _unit(tuple(dict.fromkeys((*family, *_AMBIGUOUS.get(character, first).split()))))


def units_of(text: str) -> list[Unit]:
    """Of folded text."""
    known = _dictionaries()
    units = []
    for match in _RUN.finditer(text):
        run = match[0]
        if run.isascii():
            units.append(Unit((run,), (run,)))
        elif run not in known.turning:
            units.append(_unit((known.characters.get(run, run),)))
        else:
            place = match.start()
            certain = _in_phrase(text, place, known.phrases)
            first = known.characters.get(run, run)
            units.append(_unit((certain,)) if certain else _doubtful(run, first, begins=place == 0))
    return units
