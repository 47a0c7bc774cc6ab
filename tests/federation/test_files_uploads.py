"""Files that aren't what they say, that swell, that run: each answered in words, none kept."""

import io
import struct
import time
import zipfile
import zlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from federation.files.actions import store_upload
from federation.files.errors import UploadRefused
from federation.files.forms import UploadField
from federation.files.inspection import clean_name, inspect
from federation.files.models import StoredFile
from federation.files.policies import CSV, IMAGES, PDF, XLSX, UploadPolicy, policy_for, register
from tests import cast

LICENCE = UploadPolicy("test-licence", "licence", (*IMAGES, PDF), 5 * 1024 * 1024, lambda user, file: True)
SHEET = UploadPolicy("test-sheet", "sheet", (CSV, XLSX), 20 * 1024 * 1024, lambda user, file: True)
LOGO = UploadPolicy("test-logo", "logo", IMAGES, 5 * 1024 * 1024, lambda user, file: True, max_side=400, public=True)
SCRIPT = b"<script>alert(document.domain)</script>"


def upload(content: bytes, name: str = "营业执照.jpg", claimed: str = "image/jpeg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, claimed)


def picture(kind: str = "JPEG", size: tuple[int, int] = (60, 40), mode: str = "RGB", **options) -> bytes:
    target = io.BytesIO()
    Image.new(mode, size, "red" if mode == "RGB" else None).save(target, kind, **options)
    return target.getvalue()


def pdf(body: bytes = b"", tail: bytes = b"%%EOF\n") -> bytes:
    return b"%PDF-1.7\n1 0 obj\n<</Type /Catalog " + body + b">>\nendobj\ntrailer\n<</Root 1 0 R>>\n" + tail


def workbook(*extra: tuple[str, bytes], names: tuple[str, ...] = ("[Content_Types].xml", "xl/workbook.xml")) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, "<x/>")
        for name, content in extra:
            archive.writestr(name, content)
    return target.getvalue()


def reason(content: bytes, policy: UploadPolicy = LICENCE, name: str = "营业执照.pdf") -> str:
    with pytest.raises(UploadRefused) as refused:
        inspect(upload(content, name), policy)
    return refused.value.code


def png_of(width: int, height: int) -> bytes:
    """The header of a picture of that size, with hardly anything in it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
        + chunk(b"IEND", b"")
    )


# --- Not what they say ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"MZ" + b"\0" * 200, "营业执照.pdf"),
        (b"MZ" + b"\0" * 200, "营业执照.jpg"),
        (b"\x7fELF" + b"\0" * 200, "营业执照.png"),
        (b"<!doctype html>" + SCRIPT, "营业执照.jpg"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'>" + SCRIPT + b"</svg>", "营业执照.png"),
        (b"  \n<html>" + SCRIPT, "营业执照.pdf"),
        (b"#!/bin/sh\nrm -rf /\n", "营业执照.jpg"),
        (b"{\\rtf1 hello}", "营业执照.pdf"),
        (b"just words", "营业执照.jpg"),
        (picture("GIF", mode="P"), "营业执照.jpg"),
        (picture("BMP"), "营业执照.png"),
        (picture("TIFF"), "营业执照.jpg"),
        (workbook(), "营业执照.pdf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "营业执照.pdf"),
        (b"\0" * 500, "营业执照.jpg"),
    ],
)
def test_a_licence_that_is_something_else_is_refused(content, name):
    assert reason(content, name=name) == "type"


def test_the_words_name_what_it_is_and_what_is_accepted():
    with translation.override("en"), pytest.raises(UploadRefused) as refused:
        inspect(upload(b"MZ" + b"\0" * 200), LICENCE)
    assert refused.value.messages == ["This is a Windows program. Accepted are: JPEG, PNG, WebP, PDF."]


def test_the_claimed_type_and_name_do_not_count():
    kept = inspect(upload(picture("PNG"), "照片.jpg.exe", "application/x-msdownload"), LICENCE)
    assert (kept.content_type, kept.extension, kept.name) == ("image/png", ".png", "照片.jpg.png")


def test_an_empty_file_and_a_large_one_are_refused():
    assert reason(b"") == "empty"
    assert reason(pdf(b" " * (5 * 1024 * 1024 + 1))) == "size"


@pytest.mark.parametrize(
    "content", [picture()[:-400] if len(picture()) > 500 else picture()[:300], b"\xff\xd8\xff\xe0rubbish"]
)
def test_a_damaged_picture_is_refused(content):
    assert reason(content) == "damaged"


# --- Pictures -------------------------------------------------------------------------------------


def test_50000_by_50000_pixels_are_refused_without_being_read():
    assert reason(png_of(50_000, 50_000)) == "pixels"


def test_a_photo_of_too_many_pixels_is_answered_in_numbers():
    policy = UploadPolicy("test-small", "x", IMAGES, 10**7, lambda user, file: True, max_pixels=1_000_000)
    with translation.override("en"), pytest.raises(UploadRefused) as refused:
        inspect(upload(picture(size=(2000, 1000))), policy)
    assert "2000 × 1000 pixels, 2 million; at most 1 million" in refused.value.messages[0]


def test_a_photo_of_40_megapixels_is_read_small():
    kept = inspect(upload(picture(size=(7300, 5470), quality=30)), LOGO)
    assert max(Image.open(kept.content).size) == 400


def test_a_polyglot_loses_its_script():
    jpeg = bytearray(picture())
    comment = b"\xff\xfe" + struct.pack(">H", len(SCRIPT) + 2) + SCRIPT
    polyglot = bytes(jpeg[:2]) + comment + bytes(jpeg[2:]) + SCRIPT + b"PK\x03\x04"
    kept = inspect(upload(polyglot), LICENCE).content.read()
    assert SCRIPT in polyglot and b"script" not in kept and b"PK\x03\x04" not in kept


def test_text_in_a_png_is_lost_too():
    text = PngInfo()
    text.add_text("Comment", SCRIPT.decode())
    kept = inspect(upload(picture("PNG", pnginfo=text)), LICENCE).content.read()
    assert b"script" not in kept


def test_place_and_time_of_a_photo_are_dropped_and_it_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by 90 degrees
    exif[0x8825] = {1: "N", 2: (31.0, 1.0, 55.0)}
    kept = Image.open(inspect(upload(picture(exif=exif)), LICENCE).content)
    assert kept.size == (40, 60) and not kept.getexif()


@pytest.mark.parametrize(
    ("kind", "mode"),
    [("PNG", "RGBA"), ("PNG", "P"), ("PNG", "I;16"), ("WEBP", "RGBA"), ("JPEG", "CMYK"), ("JPEG", "L")],
)
def test_every_mode_of_picture_can_be_drawn_anew(kind, mode):
    kept = inspect(upload(picture(kind, mode=mode)), LICENCE)
    assert Image.open(kept.content).format == kind


def test_transparency_stays():
    kept = Image.open(inspect(upload(picture("PNG", mode="RGBA")), LOGO).content)
    assert kept.mode == "RGBA" and kept.getpixel((0, 0))[3] == 0


# --- PDF ------------------------------------------------------------------------------------------


def test_a_plain_pdf_is_accepted_as_it_is():
    assert inspect(upload(pdf(), "营业执照.pdf"), LICENCE).content.read() == pdf()


@pytest.mark.parametrize(
    "body",
    [
        b"/OpenAction <</S /JavaScript /JS (app.alert\\(1\\))>>",
        b"/OpenAction <</S /J#61vaScript /J#53 (x)>>",
        b"/AA <</O <</S /Launch /F (cmd.exe)>>>>",
        b"/Names <</EmbeddedFiles 3 0 R>>",
        b"/AcroForm <</XFA 4 0 R>>",
    ],
)
def test_a_pdf_that_runs_something_is_refused(body):
    assert reason(pdf(body)) == "active"


def test_a_script_hidden_in_a_compressed_object_is_found():
    hidden = zlib.compress(b"5 0 <</S /JavaScript /JS (x)>>")
    body = (
        b"/X 1>>\nendobj\n2 0 obj\n<</Type /ObjStm /Filter /FlateDecode>>\nstream\n"
        + hidden
        + b"\nendstream\nendobj\n3 0 obj\n<<"
    )
    assert reason(pdf(body)) == "active"


def test_bytes_of_a_picture_in_a_pdf_that_look_like_a_script_do_no_harm():
    body = b"/X 1>>\nendobj\n2 0 obj\n<</Length 12>>\nstream\n\x00 /JS /Launch \nendstream\nendobj\n3 0 obj\n<<"
    assert inspect(upload(pdf(body)), LICENCE).content_type == PDF


@pytest.mark.parametrize("piece", [b"<<", b"<< >>", b"<</A 1>>\nstream\n", b"/A", b">>      "])
def test_a_pdf_made_to_be_slow_is_read_once(piece):
    """Half a megabyte took hours when each piece was compared with all that follow."""
    begun = time.process_time()
    inspect(upload(pdf(piece * (500_000 // len(piece)))), LICENCE)
    assert time.process_time() - begun < 10


def test_a_cut_off_pdf_and_a_locked_one_are_refused():
    assert reason(pdf(tail=b"")) == "damaged"
    assert reason(b"%PDF-1.7\n" + b"no more than its name " * 40 + b"%%EOF\n") == "damaged"
    assert reason(pdf(b"/Encrypt 9 0 R")) == "encrypted"


# --- Spreadsheets ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    ["企业名称,信用代码\r\n甲,91\r\n".encode("utf-8-sig"), "企业名称\n甲公司\n".encode("gb18030"), b"name,code\na,1\n"],
)
def test_csv_as_spreadsheets_write_it(content):
    assert inspect(upload(content, "名单.csv"), SHEET).content_type == CSV


def test_a_real_workbook_is_accepted():
    openpyxl = pytest.importorskip("openpyxl", reason="writes real workbooks; installed with the tests")
    target = io.BytesIO()
    book = openpyxl.Workbook()
    for row in range(2000):
        book.active.append([f"上海第{row}号公司", "91310117MA1J000000"])
    book.save(target)
    assert inspect(upload(target.getvalue(), "名单.xlsx"), SHEET).content_type == XLSX


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (workbook(("xl/worksheets/sheet1.xml", b"0" * 60_000_000)), "bomb"),
        (workbook(*[(f"xl/{n}.xml", b"") for n in range(2100)]), "bomb"),
        (workbook(("xl/vbaProject.bin", b"x")), "active"),
        (workbook(names=("word/document.xml",)), "type"),
        (workbook()[:60], "damaged"),
        (b"PK\x03\x04" + b"rubbish" * 50, "damaged"),
        (b"<table><tr><td>=cmd|'/c calc'!A1</td></tr></table>", "type"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "type"),
        ("甲,1\n".encode("utf-16"), "type"),
        (b"\x89PNG\r\n\x1a\n", "type"),
    ],
)
def test_spreadsheets_that_are_not(content, code):
    assert reason(content, SHEET, "名单.xlsx") == code


# --- Keeping --------------------------------------------------------------------------------------


@pytest.fixture
def purposes(monkeypatch):
    from federation.files import policies

    monkeypatch.setattr(policies, "_policies", {p.purpose: p for p in (LICENCE, SHEET, LOGO)})


@pytest.mark.django_db
def test_what_is_kept(purposes):
    user = cast.outsider()
    stored = store_upload(purpose="test-logo", upload=upload(picture("PNG", size=(900, 300)), "标志.png"), user=user)
    stored.refresh_from_db()
    assert (stored.name, stored.content_type, stored.uploaded_by) == ("标志.png", "image/png", user)
    content = stored.content.read()
    assert Image.open(io.BytesIO(content)).size == (400, 133)
    assert stored.size == len(content) and "标志" not in stored.content.name


@pytest.mark.django_db
def test_nothing_is_kept_of_what_is_refused(purposes):
    with pytest.raises(UploadRefused):
        store_upload(purpose="test-logo", upload=upload(b"MZ" + b"\0" * 99), user=None)
    assert not StoredFile.objects.exists()


@pytest.mark.django_db
def test_the_form_field_inspects_once_and_puts_the_error_by_the_field(purposes, monkeypatch):
    from django import forms

    class LogoForm(forms.Form):
        logo = UploadField(purpose="test-logo")

    assert LogoForm(files={"logo": upload(b"MZ" + b"\0" * 99)}).errors["logo"]
    form = LogoForm(files={"logo": upload(picture())})
    assert form.is_valid() and "image/png" in str(form["logo"])
    monkeypatch.setattr("federation.files.actions.inspect", lambda *args: pytest.fail("inspected twice"))
    assert store_upload(purpose="test-logo", upload=form.cleaned_data["logo"], user=None).pk


@pytest.mark.django_db
def test_an_inspection_for_one_purpose_does_not_pass_for_another(purposes):
    file = upload(picture())
    file.inspected = inspect(file, LOGO)
    with pytest.raises(UploadRefused):
        store_upload(purpose="test-sheet", upload=file, user=None)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\temp\\执照.PDF", "执照.pdf"),
        ("执照\u202egpj.exe", "执照gpj.pdf"),
        ("", "file.pdf"),
        (".htaccess", ".htaccess.pdf".lstrip(".")),
        ("长" * 500 + ".pdf", "长" * 196 + ".pdf"),
    ],
)
def test_names_are_cleaned(name, kept):
    assert clean_name(name, ".pdf") == kept


def test_every_registered_purpose_names_types_that_are_checked():
    with pytest.raises(ValueError, match="image/svg"):
        UploadPolicy("x", "x", ("image/svg+xml",), 1, lambda user, file: True)
    with pytest.raises(KeyError):
        policy_for("no-such-purpose")
    assert register
