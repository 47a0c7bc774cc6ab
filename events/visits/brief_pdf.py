"""The brief as a PDF of one page, for who has no printer at hand and carries it on a phone."""

import tempfile
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _
from fpdf import FPDF
from fpdf.enums import XPos, YPos

from events.camps.fonts import BOLD, REGULAR, font_with
from events.camps.lines import wrapped
from events.visits.brief import Brief
from federation.portal import formats

FAMILY = "document"
MARGIN, GAP = 14, 6
WIDTH = 210
# Tried from the largest: a brief of which everything is full still is one page.
SIZES = (10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0)
POINT = 0.3528
LEADING = 1.5
Block = tuple[str, list[str]]


def brief_pdf(brief: Brief, leaders: Iterable[str]) -> bytes:
    """Raises CertificateError if the server has no fonts."""
    sheet = _Sheet(brief, list(leaders))
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


class _Sheet:
    def __init__(self, brief: Brief, leaders: list[str]) -> None:
        self.title = brief.enterprise.name
        self.kind = f"{settings.FEDERATION_NAME} · {_('Brief for a visit')}"
        when = [formats.cn_datetime(brief.visit.starts_at), brief.visit.place, _(", ").join(leaders)]
        self.when = " · ".join(part for part in when if part)
        self.left: list[Block] = [(_("Facts"), _pairs(brief.facts))]
        self.right: list[Block] = [
            (_("Standing as a member"), _pairs(brief.membership)),
            (_("Whom to call"), _contacts(brief) or [_("Nobody is recorded.")]),
        ]
        self.below: list[Block] = [
            (_("Business figures"), _figures(brief) or [_("None stated.")]),
            (_("Open demands"), _demands(brief) or [_("None.")]),
            (_("Last visits"), _visits(brief) or [_("Never visited before.")]),
            (_("Loans asked for"), brief.cases or [_("No application.")]),
        ]
        self.foot = _("Telephones are masked.")

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


def _pairs(facts: list[tuple[str, object]]) -> list[str]:
    return [f"{name}{_(': ')}{value}" for name, value in facts]


def _contacts(brief: Brief) -> list[str]:
    return [
        " · ".join(part for part in (one.contact.name, one.contact.position, one.phone) if part)
        for one in brief.contacts
    ]


def _figures(brief: Brief) -> list[str]:
    lines = []
    for row in brief.figures:
        parts = [str(row["year"] or _("last stated"))]
        if row["staff"] is not None:
            parts.append(f"{_('Staff')} {formats.grouped(row['staff'])}")
        for name, key in ((_("Revenue"), "revenue"), (_("Assets"), "assets")):
            if row[key] is not None:
                parts.append(f"{name} {formats.money(row[key])}")
        lines.append(" · ".join(parts))
    return lines


def _demands(brief: Brief) -> list[str]:
    return [
        " · ".join(
            part
            for part in (
                demand.title,
                formats.cn_date(demand.raised_at),
                str(demand.get_status_display()),
                demand.in_charge,
            )
            if part
        )
        for demand in brief.demands
    ]


def _visits(brief: Brief) -> list[str]:
    lines = []
    for row in brief.visits:
        head = " · ".join(part for part in (formats.cn_date(row["on"]), row["leaders"]) if part)
        lines.append(f"{head}{_(': ')}{row['note']}" if row["note"] else head)
    return lines
