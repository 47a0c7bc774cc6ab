"""Spreadsheets as they come: each broken in its own way, with what the portal must say of it.

Every sheet that has rows at all also has a good row, FINE, which must come in whatever is wrong with the others.
"""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import openpyxl
from openpyxl.cell.cell import MergedCell

from tests import cast

HEADER = ["企业名称", "统一社会信用代码", "注册日期", "注册资金", "企业类型", "注册地址"]
FINE_CODE = cast.uscc(900_001)
BAD_CODE = cast.uscc(900_002)
FINE = ["上海安好机械有限公司", FINE_CODE, "2010-05-01", "50(万元人民币)", "有限责任公司", "上海市松江区一号"]
BAD = ["上海不妥贸易有限公司", BAD_CODE, "2011-06-02", "1,200(万元人民币)", "有限责任公司", "上海市松江区二号"]


@dataclass(frozen=True)
class Broken:
    """`says` is part of what a person reads. `line` is None when the whole file is refused; `takes` counts the rows
    that come in all the same; `column` is the header that the finding names."""

    name: str
    build: Callable[[Path], Path]
    says: str
    line: int | None = None
    column: str = ""
    takes: int = 1
    # Other lines with the same finding.
    also: tuple[int, ...] = ()


def bad(**changes: str) -> list[str]:
    """BAD with other values, by header."""
    return [changes.get(header, value) for header, value in zip(HEADER, BAD, strict=True)]


# --- Writing files --------------------------------------------------------------------------------


def csv_text(rows: list[list[str]], delimiter: str = ",") -> str:
    def cell(value: str) -> str:
        return '"' + value.replace('"', '""') + '"' if delimiter in value or '"' in value or "\n" in value else value

    return "".join(delimiter.join(map(cell, row)) + "\r\n" for row in rows)


def raw(content: bytes, name: str = "register.csv") -> Callable[[Path], Path]:
    def build(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content)
        return path

    return build


def csv_of(*rows: list[str], encoding: str = "utf-8", delimiter: str = ",", header: list[str] | None = None):
    return raw(csv_text([header or HEADER, *rows], delimiter).encode(encoding))


def workbook(change: Callable[[openpyxl.Workbook], None], rows: list[list[object]] | None = None):
    def build(folder: Path) -> Path:
        book = openpyxl.Workbook()
        for row in rows if rows is not None else [HEADER, FINE, BAD]:
            book.active.append(row)
        change(book)
        path = folder / "register.xlsx"
        book.save(path)
        return path

    return build


def archive(entries: dict[str, bytes], name: str = "register.xlsx") -> Callable[[Path], Path]:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as file:
        for entry, data in entries.items():
            file.writestr(entry, data)
    return raw(content.getvalue(), name)


def _set(cell: str, value: object) -> Callable[[openpyxl.Workbook], None]:
    def change(book: openpyxl.Workbook) -> None:
        book.active[cell] = value

    return change


def _failed_formula(book: openpyxl.Workbook) -> None:
    book.active["D3"] = "#REF!"
    book.active["D3"].data_type = "e"


def far_away(book: openpyxl.Workbook) -> None:
    book.active["XFD1048576"] = "x"


def _merged_code(book: openpyxl.Workbook) -> None:
    book.active.append(["上海另一家有限公司", None, "2012-01-01"])
    book.active.merge_cells("B3:B4")
    assert isinstance(book.active["B4"], MergedCell)


def _hidden(book: openpyxl.Workbook) -> None:
    book.create_sheet("空表")
    book.worksheets[0].sheet_state = "hidden"
    book.active = 1


def _damaged(folder: Path) -> Path:
    path = workbook(lambda book: None)(folder)
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 200] = b"\0" * 200
    path.write_bytes(bytes(content))
    return path


def _cut_short(folder: Path) -> Path:
    path = workbook(lambda book: None)(folder)
    path.write_bytes(path.read_bytes()[:-300])
    return path


SHEET = b"xl/worksheets/sheet1.xml".decode()
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
XML_BOMB = (
    b'<!DOCTYPE x [<!ENTITY a "ha">]><worksheet><sheetData><row r="1"><c><v>&a;</v></c></row></sheetData></worksheet>'
)
BOMB_PARTS = {
    "xl/workbook.xml": b'<workbook xmlns:r="r"><sheets><sheet name="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": b'<R><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></R>',
}
GOOD_XLSX_PARTS = {"xl/workbook.xml": b"<workbook/>", "[Content_Types].xml": b"<Types/>"}
WRONG_DIGIT = BAD_CODE[:17] + ("1" if BAD_CODE[17] != "1" else "2")
WITH_STAFF = ["企业名称", "统一社会信用代码", "从业人数", "营业收入（万元）"]

SHEETS = [
    # The whole file.
    Broken("empty", raw(b""), "empty"),
    Broken("no rows at all", raw(b"\r\n\r\n ,,\r\n"), "no rows"),
    Broken("header alone", csv_of(), "no rows below the header"),
    Broken("no header", raw(csv_text([FINE, BAD]).encode()), "here it holds data"),
    Broken("another table", csv_of(["张三", "男"], header=["姓名", "性别"]), "No header was found"),
    Broken("no code column", csv_of(["甲公司", "2010-01-01"], header=["企业名称", "注册日期"]), "credit code"),
    Broken("the same header twice", csv_of(BAD, header=[*HEADER[:-1], "企业名称"]), "Two columns|stands there twice"),
    Broken("two headers of one meaning", csv_of(BAD, header=[*HEADER[:-1], "单位名称"]), "Two columns"),
    Broken(
        "neither UTF-8 nor GBK", raw(csv_text([HEADER, FINE]).encode() + b"\xff\xff\xff\n"), "neither UTF-8 nor GBK"
    ),
    Broken("binary", raw(bytes(range(256)) * 40, "register.csv"), "no spreadsheet|neither UTF-8|No header"),
    Broken("old xls", raw(OLE, "register.xls"), "old .xls"),
    Broken("encrypted", raw(OLE + "EncryptedPackage".encode("utf-16-le"), "register.xlsx"), "password"),
    Broken("a web page called xls", raw(b"<html><table><tr><td>x</td></tr></table></html>", "a.xls"), "web page"),
    Broken("an XML spreadsheet", raw(b'<?xml version="1.0"?><Workbook></Workbook>', "a.xls"), "XML file"),
    Broken("a PDF", raw(b"%PDF-1.7\n...", "register.csv"), "PDF"),
    Broken("a picture", raw(b"\x89PNG\r\n\x1a\n" + b"\0" * 90, "register.xlsx"), "picture"),
    Broken("a rar archive", raw(b"Rar!\x1a\x07\x00" + b"\0" * 90, "register.xlsx"), "archive"),
    Broken("a zip of other things", archive({"a.csv": b"x"}), "archive"),
    Broken("a Word document", archive({"word/document.xml": b"<w/>"}), "text document"),
    Broken("an OpenDocument sheet", archive({"content.xml": b"<x/>", "mimetype": b"ods"}), "OpenDocument"),
    Broken("a zip bomb", archive({**GOOD_XLSX_PARTS, SHEET: b"0" * 300_000_000}), "unpack to far more"),
    Broken("an XML bomb", archive({**BOMB_PARTS, SHEET: XML_BOMB}), "damaged"),
    Broken("sheets named but missing", archive({**GOOD_XLSX_PARTS, SHEET: b"<worksheet/>"}), "damaged"),
    Broken("damaged", _damaged, "damaged"),
    Broken("cut short", _cut_short, "damaged"),
    Broken("only a hidden sheet filled", workbook(_hidden), "no rows"),
    # One row.
    Broken("wrong check digit", csv_of(FINE, bad(统一社会信用代码=WRONG_DIGIT)), "check digit", 3, "统一社会信用代码"),
    Broken(
        "letter O for zero", csv_of(FINE, bad(统一社会信用代码="9131O117MA00900029")), "letter O", 3, "统一社会信用代码"
    ),
    Broken("code too short", csv_of(FINE, bad(统一社会信用代码=BAD_CODE[:17])), "has 17", 3, "统一社会信用代码"),
    Broken("code missing", csv_of(FINE, bad(统一社会信用代码="")), "missing", 3, "统一社会信用代码"),
    Broken("code rounded", workbook(_set("B3", 913101011323057036)), "rounded", 3, "统一社会信用代码"),
    Broken("name missing", csv_of(FINE, bad(企业名称="N/A")), "name is missing", 3, "企业名称|name"),
    Broken("name too long", csv_of(FINE, bad(企业名称="长" * 201)), "Too long: 201", 3, "企业名称"),
    Broken("code in the name's place", csv_of(FINE, bad(企业名称=BAD_CODE)), "credit code stands", 3, "企业名称"),
    Broken("no such day", csv_of(FINE, bad(注册日期="2011-02-30")), "no such day", 3, "注册日期"),
    Broken("day before month", csv_of(FINE, bad(注册日期="02/06/2011")), "is no date", 3, "注册日期"),
    Broken("in the future", csv_of(FINE, bad(注册日期="2999-01-01")), "future", 3, "注册日期"),
    Broken("no amount", csv_of(FINE, bad(注册资金="若干")), "not an amount", 3, "注册资金"),
    Broken("below zero", csv_of(FINE, bad(注册资金="-5万元")), "below zero", 3, "注册资金"),
    Broken("amount without a unit", csv_of(FINE, bad(注册资金="50")), "元 or 万元", 3, "注册资金"),
    Broken("too large to be true", csv_of(FINE, bad(注册资金="99999999999亿元")), "too large|more than", 3, "注册资金"),
    Broken(
        "yuan under 万元",
        csv_of([*FINE[:2], "20", "15735.28"], [*BAD[:2], "20", "157352800"], header=WITH_STAFF),
        "10,000 times",
        3,
        "营业收入（万元）",
    ),
    Broken(
        "revenue beyond the staff",
        csv_of([*FINE[:2], "20", "15735.28"], [*BAD[:2], "3", "9000000"], header=WITH_STAFF),
        "a head with 3 people",
        3,
        "营业收入（万元）",
        takes=2,
    ),
    Broken(
        "staff in words",
        csv_of([*FINE[:2], "20", ""], [*BAD[:2], "二十来个", ""], header=WITH_STAFF),
        "no number of people",
        3,
        "从业人数",
    ),
    Broken(
        "a stray comma",
        raw(
            (
                csv_text([HEADER, FINE])
                + f"上海不妥贸易有限公司,{BAD_CODE},2011-06-02,50(万元),有限责任公司,甲,乙,丙\r\n"
            ).encode()
        ),
        "8 cells",
        3,
    ),
    Broken(
        "columns shifted by a comma",
        csv_of(FINE, [BAD[0], BAD_CODE, "2011-06-02", "李世默（LI", "301.5000(万美元)", "上海"]),
        "comma inside a value",
        3,
        "企业类型",
    ),
    Broken(
        "a quotation mark left open",
        raw((csv_text([HEADER, BAD])[:-2].replace("上海市松江区二号", '"上海市') + "\r\n" + csv_text([FINE])).encode()),
        "quotation mark",
        2,
    ),
    Broken("formula never computed", workbook(_set("D3", "=50*10000")), "never computed", 3, "注册资金"),
    Broken("formula that failed", workbook(_failed_formula), "failed", 3, "注册资金"),
    Broken("merged code cells", workbook(_merged_code), "different names", 3, also=(4,)),
    Broken("the same code twice", csv_of([*FINE[:5], "别处"], FINE), "same code and other values", 2),
    Broken("the same row twice", csv_of(FINE, FINE), "same row stands in line 3", 2),
    Broken("two names for one code", csv_of(FINE, BAD, bad(企业名称="上海又一家")), "different names", 3, also=(4,)),
    Broken(
        "old registration number",
        csv_of(FINE, bad(统一社会信用代码="310227000123456")),
        "old registration number",
        3,
        "统一社会信用代码",
        takes=2,
    ),
    Broken("unknown type", csv_of(FINE, bad(企业类型="某种联合体")), "kept as they stand", 3, "企业类型", takes=2),
]
