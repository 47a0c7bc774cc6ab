"""The brief drawn: one page of A4, however much is said."""

import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from fpdf import FPDF
from fpdf.enums import XPos, YPos

from events.printing.fonts import BOLD, REGULAR, font_with
from events.printing.lines import wrapped

FAMILY = "document"
MARGIN, GAP = 14, 6
WIDTH = 210
# Tried from the largest: a brief of which everything is full still is one page.
SIZES = (10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0)
POINT = 0.3528
LEADING = 1.5
Block = Sequence[str | Sequence[str]]


def printed(**words: object) -> bytes:
    sheet = Sheet(**words)
    with tempfile.TemporaryDirectory() as folder:
        fonts = {"": _font(folder, sheet.texts(), REGULAR), "B": _font(folder, sheet.texts(), BOLD)}
        pdf = FPDF()
        for size in SIZES:
            pdf = sheet.drawn(fonts, size)
            if pdf.page_no() == 1:
                break
        return bytes(pdf.output())


def _font(folder: str, texts: Iterable[str], weight: int) -> Path:
    path = Path(folder) / f"document{weight}.ttf"
    path.write_bytes(font_with(texts, weight).getvalue())
    return path


@dataclass(frozen=True)
class Sheet:
    """Blocks are a heading and its lines."""

    title: str
    kind: str
    when: str
    left: list[Block]
    right: list[Block]
    below: list[Block]
    foot: str

    def texts(self) -> list[str]:
        blocks = [*self.left, *self.right, *self.below]
        said = [text for heading, lines in blocks for text in (heading, *lines)]
        return [self.title, self.kind, self.when, self.foot, *said]

    def drawn(self, fonts: dict[str, Path], size: float) -> FPDF:
        pdf = FPDF(unit="mm", format="A4")
        pdf.set_margins(MARGIN, MARGIN)
        pdf.set_auto_page_break(True, MARGIN)
        pdf.set_title(self.title)
        for style, path in fonts.items():
            pdf.add_font(FAMILY, style, path)
        pdf.add_page()
        whole = WIDTH - 2 * MARGIN
        _write(pdf, self.kind, size, MARGIN, whole)
        _write(pdf, self.title, size * 1.6, MARGIN, whole, "B")
        _write(pdf, self.when, size, MARGIN, whole)
        top, half = pdf.get_y(), (whole - GAP) / 2
        self._blocks(pdf, self.left, size, MARGIN, half)
        ended = pdf.get_y()
        pdf.set_y(top)
        self._blocks(pdf, self.right, size, MARGIN + half + GAP, half)
        pdf.set_y(max(ended, pdf.get_y()))
        self._blocks(pdf, self.below, size, MARGIN, whole)
        pdf.ln(size * POINT)
        _write(pdf, self.foot, size * 0.85, MARGIN, whole)
        return pdf

    @staticmethod
    def _blocks(pdf: FPDF, blocks: list[Block], size: float, x: float, width: float) -> None:
        for heading, lines in blocks:
            pdf.ln(size * POINT * 0.7)
            _write(pdf, heading, size * 1.1, x, width, "B")
            pdf.line(x, pdf.get_y(), x + width, pdf.get_y())
            pdf.ln(0.6)
            for line in lines:
                _write(pdf, line, size, x, width)


def _write(pdf: FPDF, text: str, size: float, x: float, width: float, style: str = "") -> None:
    pdf.set_font(FAMILY, style, size)
    height = size * POINT * LEADING
    # A cell keeps a margin on either side.
    room = width - 2 * pdf.c_margin
    for paragraph in text.splitlines() or [""]:
        for line in wrapped(paragraph, room, pdf.get_string_width) or [""]:
            pdf.set_x(x)
            pdf.cell(width, height, line, align="L", new_x=XPos.LEFT, new_y=YPos.NEXT)
