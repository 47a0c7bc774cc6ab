"""What is exported can be imported again, and changes nothing."""

import datetime
import io
from decimal import Decimal

import openpyxl
import pytest
from django.utils.translation import override

from federation.indicators.resources import TooManyRows
from members.enterprises.actions import edit_enterprise
from members.enterprises.choices import Currency, State
from members.enterprises.models import Enterprise, NameRecord, Park
from members.enterprises.resources import columns, export_enterprises
from members.register.actions import import_file
from members.register.headers import key_of
from members.register.models import ImportBatch
from tests import cast
from tests.members.register_files import tally, whole_register

pytestmark = pytest.mark.django_db


@pytest.fixture
def odd_enterprises():
    """With every column filled, and with what spreadsheets like to change."""
    parent = cast.enterprise("上海飞科（集团）有限公司")
    town, park = cast.town("九亭镇"), Park.objects.create(name="九亭园区")
    full = cast.enterprise(
        "飞科(上海)电器有限公司",
        short_name="飞科",
        state=State.MOVED_OUT,
        registration_type="310",
        registration_type_text="有限责任公司（外商投资）",
        control="5",
        industry=cast.industry(),
        legal_representative="Jean-Louis",
        capital=Decimal("1205000.37"),
        capital_currency=Currency.USD,
        scope="制造，\r\n=销售\n\"家电\", 'A'",
        town=town,
        park=park,
        district="松江",
        address="-一号  后门",
        parent=parent,
        staff_count=103,
        revenue=Decimal("157352800.01"),
        assets=Decimal("99999999999.99"),
        website="https://example.com",
        public_phone="+86 21 5555 0000",
    )
    NameRecord.objects.create(enterprise=full, name="上海旧名厂", until=datetime.date(2015, 1, 1))
    cast.enterprise("上海老字号食品厂", uscc=None, registration_number="310227000000018", capital=Decimal("5"))
    cast.enterprise("＝ＡＢＣ贸易商行", registered_on=None)
    edit_enterprise(cast.enterprise("上海手改有限公司"), {"address": " 手改", "capital": Decimal("123456789012.56")})
    return Enterprise.objects.all()


def saved(response, folder, kind):
    path = folder / f"export.{kind}"
    path.write_bytes(b"".join(response.streaming_content))
    return path


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_an_export_imported_again_changes_nothing(odd_enterprises, tmp_path, kind, language):
    before = whole_register()
    with override(language):
        path = saved(export_enterprises(odd_enterprises, kind=kind), tmp_path, kind)
        batch = ImportBatch.objects.create(file_name=path.name)
        import_file(batch, path)
    assert batch.status == ImportBatch.Status.APPLIED, batch.failure
    assert [error.reason for error in batch.row_errors.filter(kind__in=["invalid", "conflict"])] == []
    assert tally(batch) == (0, 0, 5, 0, 0)
    assert whole_register() == before
    assert batch.columns["unknown"] == []


def test_an_export_taken_to_an_empty_register_brings_all_of_it_back(odd_enterprises, tmp_path):
    taken = [column.path for column in columns() if column.path not in ("former", "section", "size_class")]

    def rows():
        return set(Enterprise.objects.values_list(*taken))

    path = saved(export_enterprises(odd_enterprises, kind="xlsx"), tmp_path, "xlsx")
    before = rows()
    NameRecord.objects.all().delete()
    Enterprise.objects.update(parent=None)
    Enterprise.objects.all().delete()
    import_file(ImportBatch.objects.create(file_name="x"), path)

    def bare(row: tuple) -> tuple:
        return tuple(
            str(value).translate(str.maketrans("()＝ＡＢＣ\r", "（）=ABC\n")).replace("\n\n", "\n").strip()
            for value in row
        )

    assert set(map(bare, rows())) == set(map(bare, before))


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_importer_knows_every_header_of_the_export(language):
    with override(language):
        assert [key_of(str(column.title)) for column in columns()] == [column.key for column in columns()]


def test_only_what_was_filtered_and_chosen_goes_out(odd_enterprises):
    found = Enterprise.objects.filter(state=State.MOVED_OUT)
    response = export_enterprises(found, ["code", "former_names"], "xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(response.streaming_content))).active
    assert [[cell.value for cell in row][1:] for row in sheet.rows][1:] == [["上海旧名厂"]]
    assert sheet.max_row == 2 and sheet.max_column == 2


def test_formulas_in_values_stay_text(odd_enterprises):
    text = b"".join(export_enterprises(odd_enterprises, ["address"], "csv").streaming_content).decode("utf-8-sig")
    assert "'-一号" in text
    response = export_enterprises(odd_enterprises, ["scope"], "xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(response.streaming_content))).active
    assert all(cell.data_type != "f" for row in sheet.rows for cell in row)


def test_queries_do_not_grow_with_the_rows(odd_enterprises, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        b"".join(export_enterprises(odd_enterprises, kind="csv").streaming_content)


def test_a_workbook_has_a_limit_that_is_told(odd_enterprises, monkeypatch):
    monkeypatch.setattr("federation.indicators.resources.XLSX_ROWS", 2)
    with pytest.raises(TooManyRows):
        export_enterprises(odd_enterprises, kind="xlsx")
    assert export_enterprises(odd_enterprises, kind="csv").status_code == 200
