"""Fonts of printed documents: one small font with exactly the characters asked for, from the slices that the asset
build keeps (static/src/fonts.mjs). A name in rare characters needs no other font than one in common ones."""

import io
import json
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

FOLDER = Path(__file__).resolve().parents[2] / "static" / "dist" / ".fonts"
REGULAR, BOLD = 400, 700
UNITS_PER_EM, ASCENT, DESCENT = 1000, 880, -120
# What a line of text may hold without being drawn.
SILENT = frozenset("\n\r\t\u200b\ufeff")


@cache
def _slices() -> dict[int, list[str]]:
    """Character → files said to hold it. Raises FileNotFoundError if the assets were never built."""
    index = json.loads((FOLDER / "index.json").read_text(encoding="ascii"))
    found: dict[int, list[str]] = defaultdict(list)
    for name, points in index.items():
        for point in points.split(","):
            found[int(point, 16)].append(name)
    return dict(found)


@lru_cache(maxsize=1000)
def _characters(name: str) -> frozenset[int]:
    with TTFont(FOLDER / name, lazy=True) as font:
        return frozenset(font.getBestCmap())


def _slice_with(letter: str) -> str:
    """ "" if no font has it."""
    point = ord(letter)
    return next((name for name in _slices().get(point, []) if point in _characters(name)), "")


def unprintable(text: str) -> set[str]:
    """The characters of the text that no font has."""
    return {letter for letter in text if letter not in SILENT and not _slice_with(letter)}


class Drawn(NamedTuple):
    """One character in one weight: what a pen was told, and how wide it is."""

    strokes: list[tuple[str, tuple[object, ...]]]
    width: int


def _draw(letters: Iterable[str], weight: int) -> dict[str, Drawn]:
    """Those that some font has."""
    wanted: dict[str, list[str]] = defaultdict(list)
    found: dict[str, Drawn] = {}
    for letter in letters:
        if name := _slice_with(letter):
            wanted[name].append(letter)
    for name, there in wanted.items():
        with TTFont(FOLDER / name, lazy=True) as font:
            drawn, names = font.getGlyphSet(location={"wght": weight}), font.getBestCmap()
            for letter in there:
                glyph = drawn[names[ord(letter)]]
                recording = DecomposingRecordingPen(drawn)
                glyph.draw(recording)
                found[letter] = Drawn(recording.value, round(glyph.width))
    return found


def font_with(texts: Iterable[str], weight: int = REGULAR) -> io.BytesIO:
    """A TrueType font that holds what the texts are written in, and nothing else."""
    letters = sorted({letter for text in texts for letter in text if letter not in SILENT} | {" "})
    names: dict[int, str] = {}
    outlines, widths = {".notdef": TTGlyphPen(None).glyph()}, {".notdef": (UNITS_PER_EM // 2, 0)}
    for letter, drawn in _draw(letters, weight).items():
        pen = TTGlyphPen(None)
        for verb, points in drawn.strokes:
            getattr(pen, verb)(*points)
        name = names[ord(letter)] = f"u{ord(letter):X}"
        # Interpolated outlines end between the units of the grid.
        outlines[name] = pen.glyph(round=round)
        widths[name] = (drawn.width, 0)
    return _built(names, outlines, widths)


def _built(names: dict[int, str], outlines: dict[str, object], widths: dict[str, tuple[int, int]]) -> io.BytesIO:
    builder = FontBuilder(UNITS_PER_EM, isTTF=True)
    builder.setupGlyphOrder(list(outlines))
    builder.setupCharacterMap(names)
    builder.setupGlyf(outlines)
    glyphs = builder.font["glyf"]
    builder.setupHorizontalMetrics(
        {name: (width, getattr(glyphs[name], "xMin", 0)) for name, (width, _left) in widths.items()}
    )
    builder.setupHorizontalHeader(ascent=ASCENT, descent=DESCENT)
    builder.setupNameTable({"familyName": "Document Serif", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=ASCENT, sTypoDescender=DESCENT, usWinAscent=ASCENT, usWinDescent=-DESCENT)
    builder.setupPost()
    content = io.BytesIO()
    builder.save(content)
    content.seek(0)
    return content
