"""The certificate drawn: A4 across, every character embedded, one page for each."""

import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import segno
from fpdf import FPDF
from fpdf.enums import Align

from events.printing.fonts import BOLD, REGULAR, font_with
from events.printing.lines import balanced

TOKENS = Path(__file__).resolve().parents[2] / "static" / "src" / "tokens.json"
FAMILY = "document"
WIDTH, HEIGHT, MARGIN = 297, 210, 30
QR_SIDE = 30
FOOT_TOP = HEIGHT - 30 - QR_SIDE
NAME_SIZE, SMALLEST = 40, 14
# Of the text, with the English one beneath at three fifths; the first size at which both stay above the foot is taken.
TEXT_TOP, TEXT_WIDTH, TEXT_SIZES = 93, 213, (17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7)
ENGLISH_SHARE, LEADING = 0.62, 0.6


@dataclass(frozen=True)
class Sheet:
    """What one certificate says, in Chinese with English beneath. The stamp stands across one that no longer holds."""

    title: str
    english_title: str
    name: str
    body: str
    english_body: str
    day: str
    serial: str
    check: str
    code: str
    address: str
    issuer: str
    stamp: str

    def plain(self) -> list[str]:
        """What is set in the regular weight."""
        return [self.body, self.day, self.serial, self.check, self.english_title, self.english_body, self.code]

    def bold(self) -> list[str]:
        return [self.title, self.name, self.issuer, self.stamp]


def printed(sheets: Sequence[dict[str, str]], title: str) -> bytes:
    pages = [Sheet(**sheet) for sheet in sheets]
    pdf = FPDF(orientation="landscape", unit="mm", format="A4")
    pdf.set_auto_page_break(False)
    pdf.set_margins(MARGIN, MARGIN)
    pdf.set_title(title)
    pdf.set_author(pages[0].issuer if pages else "")
    pdf.set_lang("zh-CN")
    _add_fonts(pdf, pages)
    for page in pages:
        _draw(pdf, page)
    return bytes(pdf.output())


@cache
def _colour(token: str) -> tuple[int, int, int]:
    value = json.loads(TOKENS.read_text(encoding="utf-8"))["light"][token].lstrip("#")
    return int(value[0:2], 16), int(value[2:4], 16), int(value[4:6], 16)


def _add_fonts(pdf: FPDF, pages: list[Sheet]) -> None:
    weights = (
        ("", REGULAR, [text for page in pages for text in page.plain()]),
        ("B", BOLD, [text for page in pages for text in page.bold()]),
    )
    with tempfile.TemporaryDirectory() as folder:
        for style, weight, texts in weights:
            path = Path(folder) / f"document{weight}.ttf"
            path.write_bytes(font_with(texts, weight).getvalue())
            pdf.add_font(FAMILY, style, path)


def _draw(pdf: FPDF, page: Sheet) -> None:
    pdf.add_page()
    _frame(pdf)
    pdf.set_text_color(*_colour("ask"))
    _line(pdf, page.title, 34, 30, "B", spacing=6)
    pdf.set_text_color(*_colour("ink-soft"))
    _line(pdf, page.english_title, 49, 13, spacing=0.6)
    pdf.set_text_color(*_colour("ink"))
    _line(pdf, page.name, 66, _fitting(pdf, page.name, NAME_SIZE), "B", height=18)
    _rule(pdf, 86)
    _text(pdf, page)
    _foot(pdf, page)
    if page.stamp:
        _across(pdf, page.stamp)


def _text(pdf: FPDF, page: Sheet) -> None:
    """Both languages, centred line by line; smaller where names are long."""

    def measure(text: str) -> float:
        return pdf.get_string_width(text)

    blocks: list[tuple[float, list[str]]] = []
    for size in TEXT_SIZES:
        blocks = []
        for part, text in ((size, page.body), (size * ENGLISH_SHARE, page.english_body)):
            pdf.set_font(FAMILY, "", part)
            blocks.append((part, balanced(text, TEXT_WIDTH, measure)))
        if sum(part * LEADING * len(lines) for part, lines in blocks) + 3 <= FOOT_TOP - TEXT_TOP - 2:
            break
    y: float = TEXT_TOP
    for (part, lines), colour in zip(blocks, ("ink", "ink-soft"), strict=True):
        pdf.set_text_color(*_colour(colour))
        pdf.set_font(FAMILY, "", part)
        for line in lines:
            pdf.set_xy(MARGIN, y)
            pdf.cell(WIDTH - 2 * MARGIN, part * LEADING, line, align=Align.C)
            y += part * LEADING
        y += 3


def _frame(pdf: FPDF) -> None:
    pdf.set_draw_color(*_colour("done"))
    pdf.set_line_width(0.9)
    pdf.rect(11, 11, WIDTH - 22, HEIGHT - 22)
    pdf.set_line_width(0.25)
    pdf.rect(13.5, 13.5, WIDTH - 27, HEIGHT - 27)


def _rule(pdf: FPDF, y: float) -> None:
    pdf.set_draw_color(*_colour("line"))
    pdf.set_line_width(0.3)
    pdf.line(WIDTH / 2 - 60, y, WIDTH / 2 + 60, y)


def _line(pdf: FPDF, text: str, y: float, size: float, style: str = "", height: float = 12, spacing: float = 0) -> None:
    pdf.set_font(FAMILY, style, size)
    pdf.set_char_spacing(spacing)
    pdf.set_xy(MARGIN, y)
    pdf.cell(WIDTH - 2 * MARGIN, height, text, align=Align.C)
    pdf.set_char_spacing(0)


def _fitting(pdf: FPDF, text: str, size: float) -> float:
    """The largest size at which the name stands on one line."""
    while size > SMALLEST:
        pdf.set_font(FAMILY, "B", size)
        if pdf.get_string_width(text) <= WIDTH - 2 * MARGIN:
            return size
        size -= 1
    return size


def _foot(pdf: FPDF, page: Sheet) -> None:
    top = FOOT_TOP
    _qr(pdf, page.address, MARGIN, top)
    pdf.set_text_color(*_colour("ink"))
    pdf.set_font(FAMILY, "", 10.5)
    pdf.set_xy(MARGIN + QR_SIDE + 5, top + 4)
    pdf.cell(90, 6, page.serial)
    pdf.set_text_color(*_colour("ink-soft"))
    pdf.set_font(FAMILY, "", 9)
    pdf.set_xy(MARGIN + QR_SIDE + 5, top + 12)
    pdf.multi_cell(90, 5, f"{page.check}\n{page.code}", align=Align.L)
    pdf.set_text_color(*_colour("ink"))
    pdf.set_font(FAMILY, "B", _fitting_right(pdf, page.issuer))
    pdf.set_xy(WIDTH - MARGIN - 105, top + 6)
    pdf.cell(105, 9, page.issuer, align=Align.R)
    pdf.set_font(FAMILY, "", 13)
    pdf.set_xy(WIDTH - MARGIN - 105, top + 17)
    pdf.cell(105, 8, page.day, align=Align.R)


def _fitting_right(pdf: FPDF, issuer: str, size: float = 16) -> float:
    while size > 9:
        pdf.set_font(FAMILY, "B", size)
        if pdf.get_string_width(issuer) <= 105:
            return size
        size -= 0.5
    return size


def _qr(pdf: FPDF, address: str, x: float, y: float) -> None:
    """Drawn as squares: sharp at every size, and no picture to embed."""
    modules = list(segno.make(address, error="m", micro=False).matrix)
    side = QR_SIDE / len(modules)
    pdf.set_fill_color(*_colour("ink"))
    for row, line in enumerate(modules):
        start = None
        for column, dark in enumerate([*line, 0]):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                pdf.rect(x + start * side, y + row * side, (column - start) * side, side, style="F")
                start = None


def _across(pdf: FPDF, stamp: str) -> None:
    pdf.set_font(FAMILY, "B", 44)
    pdf.set_text_color(*_colour("ask"))
    with pdf.local_context(fill_opacity=0.35), pdf.rotation(18, WIDTH / 2, HEIGHT / 2):
        pdf.set_xy(MARGIN, HEIGHT / 2 - 12)
        pdf.cell(WIDTH - 2 * MARGIN, 24, stamp, align=Align.C)
