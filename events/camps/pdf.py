"""The certificate as a PDF: A4 across, every character embedded, one page for each certificate."""

import json
import tempfile
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import segno
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from fpdf import FPDF
from fpdf.enums import Align

from events.camps.certificate_actions import MOST_PAGES, shown_code
from events.camps.fonts import BOLD, REGULAR, font_with
from events.camps.lines import balanced
from events.camps.models import Certificate
from events.camps.statuses import CertificateState
from federation.portal.formats import cn_date

FAMILY = "document"
WIDTH, HEIGHT, MARGIN = 297, 210, 30
QR_SIDE = 30
FOOT_TOP = HEIGHT - 30 - QR_SIDE
NAME_SIZE, SMALLEST = 40, 14
# Of the text, with the English one beneath at three fifths; the first size at which both stay above the foot is taken.
TEXT_TOP, TEXT_WIDTH, TEXT_SIZES = 93, 213, (17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7)
ENGLISH_SHARE, LEADING = 0.62, 0.6


@cache
def _colour(token: str) -> tuple[int, int, int]:
    tokens = json.loads((Path(settings.BASE_DIR) / "static" / "src" / "tokens.json").read_text(encoding="utf-8"))
    value = tokens["light"][token].lstrip("#")
    return int(value[0:2], 16), int(value[2:4], 16), int(value[4:6], 16)


class Words:
    """What one certificate says, in Chinese with English beneath."""

    def __init__(self, certificate: Certificate, address: str) -> None:
        self.certificate, self.address = certificate, address
        with translation.override("zh-hans"):
            self.title = _("Certificate of Completion")
            self.body = self._body()
            self.day = cn_date(certificate.issued_on)
            self.serial = self._serial()
            self.check = _("Scan to check, or enter this code at %(address)s") % {"address": self._short()}
        with translation.override("en"):
            self.english_title = _("Certificate of Completion")
            self.english_body = self._english_body()
        self.code = shown_code(certificate.code)

    def _serial(self) -> str:
        one = self.certificate
        text = _("No. %(serial)s") % {"serial": one.serial}
        return text if one.version == 1 else text + _(" (version %(version)d)") % {"version": one.version}

    def _short(self) -> str:
        """The address without its code and scheme, as people type it."""
        return self.address.split("://", 1)[-1].rsplit(self.certificate.code, 1)[0]

    def _facts(self) -> dict[str, object]:
        one = self.certificate
        return {
            "enterprise": one.enterprise_name,
            "first": cn_date(one.starts_on),
            "last": cn_date(one.ends_on),
            "place": one.place,
            "camp": one.camp_name,
            "number": one.cohort_number,
            "attended": one.attended,
            "held": one.held,
        }

    def _body(self) -> str:
        words = _(
            "of %(enterprise)s took part in %(camp)s, cohort %(number)d, held at %(place)s from %(first)s to %(last)s,"
            " attended %(attended)d of %(held)d sessions, and has completed the course."
        )
        return words % self._facts()

    def _english_body(self) -> str:
        words = _(
            "Completed cohort %(number)d of %(camp)s, %(first)s to %(last)s;"
            " attended %(attended)d of %(held)d sessions."
        )
        return words % (self._facts() | {"camp": self.certificate.camp_english_name or self.certificate.camp_name})

    def plain(self) -> list[str]:
        """What is set in the regular weight."""
        return [self.body, self.day, self.serial, self.check, self.english_title, self.english_body, self.code]

    def bold(self) -> list[str]:
        return [self.title, self.certificate.name, self.certificate.issuer, _stamp(self.certificate)]


def _stamp(certificate: Certificate) -> str:
    """Across a certificate that no longer holds."""
    if certificate.state == CertificateState.VALID:
        return ""
    with translation.override("zh-hans"):
        return str(CertificateState(certificate.state).label)


def certificates_pdf(certificates: Sequence[Certificate], addresses: Iterable[str]) -> bytes:
    """One page each; `addresses` are the full addresses where they are checked.

    Raises CertificateError if the server has no fonts, ValueError for more than MOST_PAGES.
    """
    if len(certificates) > MOST_PAGES:
        raise ValueError(f"more than {MOST_PAGES} certificates in one file")
    pages = [Words(one, address) for one, address in zip(certificates, addresses, strict=True)]
    pdf = FPDF(orientation="landscape", unit="mm", format="A4")
    pdf.set_auto_page_break(False)
    pdf.set_margins(MARGIN, MARGIN)
    pdf.set_title(", ".join(one.certificate.serial for one in pages[:5]))
    pdf.set_author(pages[0].certificate.issuer if pages else "")
    pdf.set_lang("zh-CN")
    _add_fonts(pdf, pages)
    for page in pages:
        _draw(pdf, page)
    return bytes(pdf.output())


def _add_fonts(pdf: FPDF, pages: list[Words]) -> None:
    weights = (
        ("", REGULAR, [text for page in pages for text in page.plain()]),
        ("B", BOLD, [text for page in pages for text in page.bold()]),
    )
    with tempfile.TemporaryDirectory() as folder:
        for style, weight, texts in weights:
            path = Path(folder) / f"document{weight}.ttf"
            path.write_bytes(font_with(texts, weight).getvalue())
            pdf.add_font(FAMILY, style, path)


def _draw(pdf: FPDF, page: Words) -> None:
    pdf.add_page()
    _frame(pdf)
    one = page.certificate
    pdf.set_text_color(*_colour("ask"))
    _line(pdf, page.title, 34, 30, "B", spacing=6)
    pdf.set_text_color(*_colour("ink-soft"))
    _line(pdf, page.english_title, 49, 13, spacing=0.6)
    pdf.set_text_color(*_colour("ink"))
    _line(pdf, one.name, 66, _fitting(pdf, one.name, NAME_SIZE), "B", height=18)
    _rule(pdf, 86)
    _text(pdf, page)
    _foot(pdf, page)
    if stamp := _stamp(one):
        _across(pdf, stamp)


def _text(pdf: FPDF, page: Words) -> None:
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


def _foot(pdf: FPDF, page: Words) -> None:
    one = page.certificate
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
    pdf.set_font(FAMILY, "B", _fitting_right(pdf, one.issuer))
    pdf.set_xy(WIDTH - MARGIN - 105, top + 6)
    pdf.cell(105, 9, one.issuer, align=Align.R)
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
