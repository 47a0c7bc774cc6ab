"""Contacts from columns of a register: added once, never overwritten, never public, gone with their batch."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import override

from federation.files.actions import store_upload
from members.enterprises.models import Contact, Enterprise
from members.register.access import PURPOSE
from members.register.actions import (
    UndoRefused,
    hindrances,
    import_file,
    read_batch,
    start_import,
    take_back,
    undo_batch,
)
from members.register.headers import recognise
from members.register.models import ImportBatch
from tests import cast
from tests.members.broken_sheets import csv_text

pytestmark = pytest.mark.django_db

HEAD = ["企业名称", "统一社会信用代码", "联系人", "职务", "联系电话", "邮箱"]
CODE, OTHER = cast.uscc(810_001), cast.uscc(810_002)
FIRST = ["上海云帆机电有限公司", CODE, "顾明远", "办公室主任", "138 1234 5678", "gu@example.com"]


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


def bring_in(folder, *rows, head=HEAD) -> ImportBatch:
    path = folder / "roster.csv"
    path.write_text(csv_text([head, *rows]), encoding="utf-8")
    batch = ImportBatch.objects.create(file_name="roster.csv")
    import_file(batch, path)
    batch.refresh_from_db()
    assert batch.status == ImportBatch.Status.APPLIED, batch.failure
    return batch


def contacts() -> list[tuple]:
    return list(Contact.objects.order_by("pk").values_list("enterprise__uscc", "name", "phone", "is_primary"))


def test_the_first_named_is_the_first_contact(tmp_path):
    batch = bring_in(
        tmp_path, FIRST, [FIRST[0], CODE, "陆一鸣", "", "021-57820001", ""], ["上海别家有限公司", OTHER, *[""] * 4]
    )
    assert contacts() == [(CODE, "顾明远", "138 1234 5678", True), (CODE, "陆一鸣", "021-57820001", False)]
    gu = Contact.objects.get(name="顾明远")
    assert (gu.position, gu.email) == ("办公室主任", "gu@example.com")
    assert Enterprise.objects.get(uscc=CODE).public_phone == ""
    assert batch.contacts_added == 2


def test_the_same_file_twice_adds_nobody_and_leaves_who_is_known(tmp_path):
    bring_in(tmp_path, FIRST)
    Contact.objects.update(phone="13900000000")
    again = bring_in(tmp_path, FIRST)
    assert contacts() == [(CODE, "顾明远", "13900000000", True)]
    assert again.contacts_added == 0


def test_a_new_contact_of_a_known_enterprise_is_not_the_first(tmp_path):
    firm = cast.enterprise(FIRST[0], uscc=CODE)
    cast.contact(firm, name="原联系人", is_primary=True)
    batch = bring_in(tmp_path, FIRST)
    assert Contact.objects.get(name="顾明远").is_primary is False
    assert (batch.rows_updated, batch.rows_unchanged, batch.contacts_added) == (0, 1, 1)


def test_a_batch_goes_with_its_contacts_and_with_no_others(tmp_path):
    firm = cast.enterprise(FIRST[0], uscc=CODE)
    cast.contact(firm, name="原联系人")
    batch = bring_in(tmp_path, FIRST, ["上海别家有限公司", OTHER, "陆一鸣", "", "", ""])
    assert hindrances(batch) == []
    undo_batch(batch, by=cast.staff("registry_clerk"))
    take_back(batch, by=None)
    batch.refresh_from_db()
    assert batch.status == ImportBatch.Status.UNDONE
    assert [name for _code, name, *_rest in contacts()] == ["原联系人"]
    assert not Enterprise.objects.filter(uscc=OTHER).exists()


def test_a_contact_that_was_edited_keeps_the_batch_from_going(tmp_path):
    batch = bring_in(tmp_path, FIRST)
    gu = Contact.objects.get()
    gu.position = "副总经理"
    gu.save()
    with pytest.raises(UndoRefused, match="contact that came with this import was edited"):
        undo_batch(batch, by=cast.staff("registry_clerk"))


@pytest.mark.parametrize(
    ("row", "finding"),
    [
        (["", CODE, "顾明远", "", "12345", ""], "is no telephone number"),
        (["", CODE, "顾明远", "", "", "gu@"], "is no e-mail address"),
        (["", CODE, "", "", "13812345678", ""], "Nobody is named"),
    ],
)
def test_what_reaches_nobody_is_named_and_left_out(tmp_path, row, finding):
    cast.enterprise(FIRST[0], uscc=CODE)
    batch = bring_in(tmp_path, row)
    assert finding in batch.row_errors.get().reason
    assert not Contact.objects.exclude(phone="", email="").exists()


def test_a_mobile_number_is_never_made_public(tmp_path):
    head = ["企业名称", "统一社会信用代码", "联系电话"]
    batch = bring_in(tmp_path, [FIRST[0], CODE, "13812345678"], ["上海别家有限公司", OTHER, "021-57820001"], head=head)
    phones = dict(Enterprise.objects.values_list("uscc", "public_phone"))
    assert phones == {CODE: "", OTHER: "021-57820001"}
    assert "isn't made public" in batch.row_errors.get().reason


def test_whose_telephone_a_column_means():
    assert recognise(["企业名称", "联系人", "联系电话"]).fields == {"name": 0, "contact": 1, "contact_phone": 2}
    assert recognise(["企业名称", "联系电话"]).fields == {"name": 0, "phone": 1}
    both = recognise(["企业名称", "联系人", "手机", "公司电话"])
    assert both.fields == {"name": 0, "contact": 1, "contact_phone": 2, "phone": 3}


def test_the_preview_counts_contacts_and_writes_none(tmp_path):
    upload = SimpleUploadedFile("roster.csv", csv_text([HEAD, FIRST]).encode())
    batch = start_import(store_upload(purpose=PURPOSE, upload=upload, user=None), by=cast.staff("registry_clerk"))
    read_batch(batch)
    batch.refresh_from_db()
    assert (batch.status, batch.contacts_added) == (ImportBatch.Status.PREVIEWED, 1)
    assert not Contact.objects.exists()
