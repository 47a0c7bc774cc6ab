"""The staff's way through an import: upload, preview, choices, confirmation, findings, taking it back."""

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from members.enterprises.actions import edit_enterprise
from members.enterprises.models import Enterprise
from members.register import actions
from members.register.models import ImportBatch
from tests import cast
from tests.members.broken_sheets import BAD, BAD_CODE, FINE, FINE_CODE, HEADER, WRONG_DIGIT, bad, csv_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk():
    return cast.staff("registry_clerk", language="en")


@pytest.fixture
def client(clerk):
    client = cast.login(clerk)
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def act(client, django_capture_on_commit_callbacks):
    """Posts, and lets the worker do what was asked for after the commit."""

    def act(url, data, follow=True):
        with django_capture_on_commit_callbacks(execute=True):
            response = client.post(url, data)
        return client.get(response["Location"]) if follow and response.status_code == 302 else response

    return act


def upload(act, rows, name="名录.csv", encoding="gbk"):
    file = SimpleUploadedFile(name, csv_text([HEADER, *rows]).encode(encoding))
    act(reverse("admin:members_importbatch_add"), {"upload": file, "source": "市场监管局"})
    return ImportBatch.objects.latest("pk")


def page_of(batch):
    return reverse("admin:members_importbatch_change", args=[batch.pk])


def text(response):
    return response.content.decode()


def test_an_upload_is_shown_and_nothing_is_written_before_it_is_confirmed(act, client, clerk):
    batch = upload(act, [FINE, bad(统一社会信用代码=WRONG_DIGIT)])
    assert (batch.status, batch.created_by, batch.rows_created, batch.rows_invalid) == ("previewed", clerk, 1, 1)
    assert not Enterprise.objects.exists()
    page = text(client.get(page_of(batch)))
    for shown in (FINE[0], WRONG_DIGIT, "The check digit is wrong", "Confirm and write", "gb18030", "市场监管局"):
        assert shown in page
    page = text(act(page_of(batch), {"confirm": "1"}))
    assert "The register is written" in page
    assert Enterprise.objects.get().uscc == FINE_CODE
    assert Enterprise.objects.get().history.get().pgh_context.metadata["user"] == clerk.pk


def test_a_file_that_can_not_be_read_says_why(act, client):
    batch = upload(act, [])
    assert batch.status == "failed"
    page = text(client.get(page_of(batch)))
    assert "no rows below the header" in page
    assert "Confirm and write" not in page and "Discard" in page and "Try again" not in page


def test_a_picture_is_refused_at_the_door(client):
    file = SimpleUploadedFile("名录.xlsx", b"\x89PNG\r\n\x1a\n" + b"\0" * 100)
    response = client.post(reverse("admin:members_importbatch_add"), {"upload": file, "source": ""})
    assert response.status_code == 200
    assert response.context["adminform"].form.errors["upload"]
    assert not ImportBatch.objects.exists()


def test_a_clerk_chooses_conflict_by_conflict(act, client):
    act(page_of(upload(act, [FINE, BAD])), {"confirm": "1"})
    for code in (FINE_CODE, BAD_CODE):
        edit_enterprise(Enterprise.objects.get(uscc=code), {"address": "手改"})
    batch = upload(act, [FINE, BAD])
    page = text(client.get(page_of(batch)))
    assert "nothing to write" in page and "手改" in page
    first, second = batch.row_errors.filter(kind="conflict").order_by("line")
    act(page_of(batch), {f"conflict-{first.pk}": "overwrite", f"conflict-{second.pk}": "keep", "choose": "1"})
    assert "Confirm and write" in text(client.get(page_of(batch)))
    act(page_of(batch), {f"conflict-{first.pk}": "overwrite", f"conflict-{second.pk}": "keep", "confirm": "1"})
    fine, other = Enterprise.objects.get(uscc=FINE_CODE), Enterprise.objects.get(uscc=BAD_CODE)
    assert (fine.address, fine.hand_edited) == (FINE[5], [])
    assert (other.address, other.hand_edited) == ("手改", ["address"])
    batch.refresh_from_db()
    assert (batch.rows_updated, batch.rows_unchanged) == (1, 1)


def test_overwriting_everything_holds_only_for_what_was_seen(act):
    act(page_of(upload(act, [FINE])), {"confirm": "1"})
    firm = Enterprise.objects.get()
    edit_enterprise(firm, {"address": "手改"})
    batch = upload(act, [FINE])
    act(page_of(batch), {"all": "overwrite"})
    edit_enterprise(firm, {"address": "又手改"})
    act(page_of(batch), {"confirm": "1"})
    firm.refresh_from_db()
    assert firm.address == "又手改"


def test_discarded_is_discarded(act, client):
    batch = upload(act, [FINE])
    act(page_of(batch), {"discard": "1"})
    page = act(page_of(batch), {"confirm": "1"})
    batch.refresh_from_db()
    assert batch.status == "discarded"
    assert "can&#x27;t be done now" in text(page)
    assert not Enterprise.objects.exists()


def test_two_who_confirm_at_once_write_once(act, clerk):
    batch = upload(act, [FINE])
    seen_by_the_other = ImportBatch.objects.get(pk=batch.pk)
    actions.confirm_batch(batch, by=clerk)
    with pytest.raises(actions.ImportMoveRefused):
        actions.confirm_batch(seen_by_the_other, by=clerk)


def test_taken_back_after_asking_once_more(act, client):
    batch = upload(act, [FINE])
    act(page_of(batch), {"confirm": "1"})
    undo = reverse("admin:members_importbatch_undo", args=[batch.pk])
    assert "Take the import back" in text(client.get(undo))
    assert Enterprise.objects.exists()
    act(undo, {})
    batch.refresh_from_db()
    assert batch.status == "undone" and not Enterprise.objects.exists()


def test_what_stands_in_the_way_of_taking_back_is_named(act, client):
    batch = upload(act, [FINE])
    act(page_of(batch), {"confirm": "1"})
    cast.contact(Enterprise.objects.get())
    undo = reverse("admin:members_importbatch_undo", args=[batch.pk])
    page = text(client.get(undo))
    assert "came with this import, and now has" in page and "Take the import back" not in page
    act(undo, {})
    assert Enterprise.objects.exists()


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_sheet_of_findings_is_the_file_s_own_and_can_be_uploaded_mended(act, client, kind):
    wrong = bad(统一社会信用代码=WRONG_DIGIT, 注册日期="2011-02-30")
    if kind == "csv":
        batch = upload(act, [FINE, wrong])
    else:
        book = openpyxl.Workbook()
        for row in (["名录"], HEADER, FINE, wrong):
            book.active.append(row)
        content = io.BytesIO()
        book.save(content)
        file = SimpleUploadedFile("名录.xlsx", content.getvalue())
        act(reverse("admin:members_importbatch_add"), {"upload": file, "source": ""})
        batch = ImportBatch.objects.latest("pk")
    response = client.get(reverse("admin:members_importbatch_findings", args=[batch.pk]))
    rows = list(openpyxl.load_workbook(io.BytesIO(b"".join(response.streaming_content))).active.values)
    assert list(rows[0][:6]) == HEADER
    assert len(rows) == 2 and list(rows[1][:6]) == wrong
    assert "check digit" in rows[1][8] and "no such day" in rows[1][8]
    mended = [*BAD, *rows[1][6:]]
    file = SimpleUploadedFile(
        "改.csv", csv_text([[str(cell or "") for cell in row] for row in (rows[0], mended)]).encode()
    )
    act(reverse("admin:members_importbatch_add"), {"upload": file, "source": ""})
    again = ImportBatch.objects.latest("pk")
    assert (again.status, again.rows_created, again.rows_invalid) == ("previewed", 1, 0)


def test_progress_moves_and_ends_with_the_whole_page(act, client):
    batch = upload(act, [FINE])
    url = reverse("admin:members_importbatch_progress", args=[batch.pk])
    assert client.get(url)["HX-Refresh"] == "true"
    ImportBatch.objects.update(status="applying", rows_total=1000, rows_done=250)
    response = client.get(url)
    assert "HX-Refresh" not in response
    assert 'value="25"' in text(response) and "250" in text(response)
    assert "http-equiv" in text(client.get(page_of(batch)))


@pytest.mark.parametrize("role", ["services_clerk", "auditor", "administrator"])
def test_others_read_at_most(act, role):
    batch = upload(act, [FINE])
    reader = cast.login(cast.staff(role))
    seen = reader.get(page_of(batch)).status_code
    assert seen == (403 if role == "services_clerk" else 200)
    assert reader.post(page_of(batch), {"confirm": "1"}).status_code == 403
    assert reader.get(reverse("admin:members_importbatch_add")).status_code == 403
    assert reader.get(reverse("admin:members_importbatch_undo", args=[batch.pk])).status_code == 403


@pytest.mark.parametrize("path", ["admin:members_importbatch_changelist", "page"])
def test_queries_do_not_grow_with_what_is_shown(act, client, path):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            client.get(page_of(batch) if path == "page" else reverse(path))
        return len(captured)

    batch = upload(act, [FINE, bad(注册日期="x")])
    client.get(page_of(batch))
    few = queries()
    more = [bad(统一社会信用代码=cast.uscc(840_000 + number)) for number in range(9)]
    batch = upload(act, [FINE, BAD, *more, bad(注册日期="x"), bad(注册日期="y")])
    assert queries() == few


def test_speaks_the_uploader_s_language(act, clerk):
    clerk.language = "zh-hans"
    clerk.save()
    with override("en"):
        batch = upload(act, [bad(统一社会信用代码="")])
    assert "缺少" in batch.row_errors.get().reason
