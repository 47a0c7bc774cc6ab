"""Marking in a name what was typed, whichever way it was typed."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from federation.search.query import words_of
from federation.search.text import fold


@dataclass(frozen=True)
class Segment:
    """A stretch of a name; templates escape `text` and put hits in <mark>."""

    text: str
    hit: bool


_fold_one = lru_cache(maxsize=8192)(fold)


@dataclass(frozen=True)
class _Folded:
    """A name as it is compared, and where each of its characters stood."""

    text: str
    places: Sequence[int]

    @classmethod
    def of(cls, name: str) -> "_Folded":
        parts = list(map(_fold_one, name))
        text = "".join(parts)
        if len(text) == len(name) and all(parts):
            return cls(text, range(len(name)))
        return cls(text, [place for place, part in enumerate(parts) for _character in part])

    def span(self, start: int, length: int) -> tuple[int, int]:
        return self.places[start], self.places[start + length - 1] + 1


def highlight(name: str, text: str, *, core: str = "", sort_key: str = "") -> list[Segment]:
    """The name in segments. With `core` and its `sort_key` (syllables apart by spaces), typed pinyin and initials mark
    the characters they stand for."""
    spans = _spans(name, text, core, sort_key)
    segments, at = [], 0
    for start, end in _joined(spans):
        if start > at:
            segments.append(Segment(name[at:start], False))
        segments.append(Segment(name[start:end], True))
        at = end
    if at < len(name):
        segments.append(Segment(name[at:], False))
    return segments


def is_hit(segments: Sequence[Segment]) -> bool:
    return any(segment.hit for segment in segments)


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _spans(name: str, text: str, core: str, sort_key: str) -> list[tuple[int, int]]:
    folded = _Folded.of(name)
    spans = []
    for word in words_of(text):
        at = folded.text.find(word)
        if at >= 0:
            spans.append(folded.span(at, len(word)))
        elif word.isascii() and sort_key:
            spans += _spelt(folded, word, "".join(map(_fold_one, core)), sort_key.split(" "))
    return spans


def _spelt(folded: _Folded, word: str, core: str, syllables: list[str]) -> list[tuple[int, int]]:
    """Where the name's syllables, or their first letters, begin with and go on as typed."""
    start = folded.text.find(core)
    if start < 0 or not core:
        return []
    widths = _widths(core, syllables)
    # Among the initials a Latin word keeps all its letters.
    letters = [syllable if width > 1 else syllable[:1] for syllable, width in zip(syllables, widths, strict=False)]
    for spelt in (syllables[: len(widths)], letters):
        typed_at = "".join(spelt).find(word)
        if typed_at < 0:
            continue
        place, letter, first = 0, 0, None
        for reading, width in zip(spelt, widths, strict=True):
            if letter == typed_at:
                first = place
            letter += len(reading)
            place += width
            if letter >= typed_at + len(word):
                break
        if first is not None:
            return [folded.span(start + first, place - first)]
    return []


def _widths(core: str, syllables: list[str]) -> list[int]:
    """How many characters each syllable stands for: a Latin run for as many as it has, a Chinese character for one."""
    widths, at = [], 0
    for syllable in syllables:
        if at >= len(core):
            break
        widths.append(len(syllable) if core.startswith(syllable, at) else 1)
        at += widths[-1]
    return widths
