"""Message catalogues without the gettext tools, which a bare machine lacks: extract, merge, check and compile by Babel.

By hand: `scripts/messages` adds what the code asks for to the Chinese catalogue, `scripts/messages --check` names every
string that is missing, empty, fuzzy or has lost a placeholder. English is the source language and needs no catalogue.
"""

import io
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[2]
LOCALE = ROOT / "locale"
CHINESE = LOCALE / "zh_Hans" / "LC_MESSAGES" / "django.po"
CODE = ("federation", "members", "chambers", "services", "events", "poverty_aid", "templates")
TEMPLATE_SUFFIXES = {".html", ".txt"}
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
HEADER = """#
msgid ""
msgstr ""
"Project-Id-Version: federation\\n"
"Language: zh_Hans\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

"""
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd](?!\w)|\{\w*\}")


@dataclass(frozen=True)
class Asked:
    """A string that the code asks for, and where."""

    place: str
    line: int
    text: str
    plural: str | None = None
    context: str | None = None


def source_files(root: Path = ROOT) -> Iterator[Path]:
    for folder in CODE:
        for path in sorted((root / folder).rglob("*")):
            is_source = path.suffix == ".py" or (path.suffix in TEMPLATE_SUFFIXES and "templates" in path.parts)
            if is_source and "migrations" not in path.parts:
                yield path


def asked_for(root: Path = ROOT) -> list[Asked]:
    return [asked for path in source_files(root) for asked in asked_in(path, path.relative_to(root).as_posix())]


def asked_in(path: Path, place: str) -> Iterator[Asked]:
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        text = _template_as_python(text, place)
    found = extract("python", io.BytesIO(text.encode()), KEYWORDS, options={"encoding": "utf-8"})
    for line, message, _comments, context in found:
        singular, plural = message if isinstance(message, tuple) else (message, None)
        if singular:
            yield Asked(place, line, singular, plural, context)


def _template_as_python(text: str, place: str) -> str:
    """Django turns what isn't translated into X's; without the indentation the rest reads as lines of Python."""
    return "\n".join(line.lstrip() for line in templatize(text, origin=place).split("\n"))


def read_catalogue(path: Path = CHINESE) -> Catalog:
    if not path.exists():
        return Catalog(locale="zh_Hans", project="federation", fuzzy=False)
    with path.open("rb") as source:
        return read_po(source, locale="zh_Hans")


def faults(asked: list[Asked], catalogue: Catalog) -> list[str]:
    """One line per place in the code whose string has no proper translation."""
    told = []
    for one in asked:
        message = catalogue.get(one.text, one.context)
        fault = _fault(one, message)
        if fault:
            told.append(f"{one.place}:{one.line}: {fault}: {one.text!r}")
    return told


def _fault(one: Asked, message: Message | None) -> str | None:
    if message is None:
        return "not in the Chinese catalogue"
    if message.fuzzy:
        return "fuzzy in the Chinese catalogue"
    translations = message.string if isinstance(message.string, tuple) else (message.string,)
    if not all(translations):
        return "not translated"
    if one.plural and not message.pluralizable:
        return "a plural here, but not in the Chinese catalogue"
    expected = _placeholders(one.plural or one.text)
    for translation in translations:
        # A singular such as "one firm" may leave the number out; nothing may bring a name the code doesn't give.
        if _placeholders(translation) - expected:
            return "a placeholder that the code doesn't fill"
        if not one.plural and expected - _placeholders(translation):
            return "a placeholder is lost"
    return None


def _placeholders(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))


def merge(asked: list[Asked], path: Path = CHINESE) -> int:
    """Add what is missing, empty; keep the rest, for libraries' strings are translated here too. Returns how many."""
    catalogue = read_catalogue(path)
    added = 0
    for one in asked:
        if catalogue.get(one.text, one.context) is None:
            catalogue.add((one.text, one.plural) if one.plural else one.text, context=one.context)
            added += 1
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(HEADER.encode() + _as_written(catalogue))
    return added


def _as_written(catalogue: Catalog) -> bytes:
    """In one order and without dates or line numbers, so that two people's additions seldom meet in the same lines."""
    ordered = Catalog(locale="zh_Hans", fuzzy=False)
    for message in sorted((message for message in catalogue if message.id), key=_sorting):
        ordered.add(message.id, message.string, flags=message.flags, context=message.context)
        ordered.get(_singular(message), message.context).flags.discard("python-format")
    written = io.BytesIO()
    write_po(written, ordered, width=100, no_location=True, omit_header=True)
    return written.getvalue()


def _singular(message: Message) -> str:
    return message.id[0] if isinstance(message.id, tuple) else message.id


def _sorting(message: Message) -> tuple[str, str]:
    return _singular(message).lower(), message.context or ""


def compile_catalogues(locale: Path = LOCALE) -> int:
    """Write each .mo that is missing or older than its .po. Returns how many."""
    written = 0
    for source in sorted(locale.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as stream:
            catalogue = read_po(stream, locale=source.parts[-3])
        half = target.with_suffix(".half")
        with half.open("wb") as stream:
            write_mo(stream, catalogue)
        half.replace(target)
        written += 1
    return written


def main(arguments: list[str]) -> int:
    if not settings.configured:
        settings.configure()  # templatize() reads settings, but none that matter here
    asked = asked_for()
    if arguments == ["--check"]:
        told = faults(asked, read_catalogue())
        print("\n".join(told) or f"{len(asked)} strings, all translated")
        return 1 if told else 0
    if arguments:
        print("scripts/messages [--check]", file=sys.stderr)
        return 2
    added = merge(asked)
    compile_catalogues()
    print(f"{added} added to {CHINESE.relative_to(ROOT)}; translate those that are empty")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
