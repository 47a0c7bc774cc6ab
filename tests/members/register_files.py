"""Small register files for tests, and the two ways to import them."""

from pathlib import Path
from typing import Any

from members.enterprises.models import Enterprise
from members.register.actions import import_file
from members.register.models import ImportBatch
from tests.members.broken_sheets import csv_text

HEADERS = {
    "name": "企业名称",
    "uscc": "统一社会信用代码",
    "number": "注册号",
    "capital": "注册资金",
    "address": "注册地址",
    "staff": "从业人数",
    "revenue": "营业收入（元）",
    "industry": "行业代码",
    "as_of": "核准日期",
    "state": "经营状态",
    "town": "街镇",
    "parent": "上级企业代码",
}


def write(folder: Path, rows: list[dict[str, Any]], name: str = "register.csv") -> Path:
    """Rows by the keys of HEADERS; the columns are those that any row has."""
    keys = [key for key in HEADERS if any(key in row for row in rows)]
    lines = [[HEADERS[key] for key in keys], *[[str(row.get(key, "")) for key in keys] for row in rows]]
    path = folder / name
    path.write_text(csv_text(lines), encoding="utf-8")
    return path


def run(folder: Path, rows: list[dict[str, Any]], **fields: Any) -> ImportBatch:
    """Import without a preview; the batch as it then stands."""
    batch = ImportBatch.objects.create(file_name="register.csv", **fields)
    import_file(batch, write(folder, rows))
    assert batch.status == ImportBatch.Status.APPLIED, batch.failure
    batch.refresh_from_db()
    return batch


def tally(batch: ImportBatch) -> tuple[int, int, int, int, int]:
    return (
        batch.rows_created,
        batch.rows_updated,
        batch.rows_unchanged,
        batch.rows_conflicting,
        batch.rows_invalid,
    )


def whole_register() -> list[tuple]:
    """Everything that stands in the table, but for when it was touched."""
    names = [field.attname for field in Enterprise._meta.concrete_fields if field.name != "updated_at"]
    return list(Enterprise.objects.order_by("pk").values_list(*names))
