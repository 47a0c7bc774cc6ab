"""Taking an import back: whole, exactly, or not at all with reasons."""

import datetime

import pytest
from django.utils.translation import override

from members.enterprises.actions import edit_enterprise
from members.enterprises.models import Enterprise, NameRecord, SizeSnapshot
from members.register.actions import ImportMoveRefused, UndoRefused, take_back, undo_batch
from members.register.models import ImportBatch, ImportChange
from tests import cast
from tests.members.register_files import run, whole_register

pytestmark = pytest.mark.django_db

ONE = {
    "name": "上海飞科电器有限公司",
    "uscc": cast.uscc(800_001),
    "capital": "50(万元人民币)",
    "address": "一号",
    "industry": "6513",
    "staff": "103",
    "revenue": "157352800",
}
TWO = {"name": "上海松云软件有限公司", "uscc": cast.uscc(800_002), "capital": "20(万美元)", "address": "二号"}
CHANGED = ONE | {"name": "上海飞扬电器有限公司", "capital": "", "revenue": "90000000", "staff": "9", "industry": "1311"}


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


@pytest.fixture
def clerk():
    return cast.staff("registry_clerk", language="en")


def undo(batch: ImportBatch, clerk) -> None:
    """Both halves: the button, and the job behind it, which tests run after the commit that never comes."""
    undo_batch(batch, by=clerk)
    batch.refresh_from_db()
    take_back(batch, by=clerk)


def firm(row: dict) -> Enterprise:
    return Enterprise.objects.get(uscc=row["uscc"])


def test_created_enterprises_go_and_changed_ones_are_as_before(tmp_path, clerk):
    run(tmp_path, [ONE])
    before = whole_register()
    batch = run(tmp_path, [CHANGED, TWO])
    assert NameRecord.objects.count() == 1
    undo(batch, clerk)
    batch.refresh_from_db()
    assert batch.status == ImportBatch.Status.UNDONE
    assert whole_register() == before
    assert not NameRecord.objects.exists()
    assert "飞扬" not in firm(ONE).search_tokens and firm(ONE).size_class == "medium"


def test_two_batches_are_undone_one_after_the_other(tmp_path, clerk):
    first = run(tmp_path, [ONE, TWO])
    second = run(tmp_path, [CHANGED])
    with pytest.raises(UndoRefused, match="edited since"):
        undo_batch(first, by=clerk)
    undo(second, clerk)
    undo(first, clerk)
    assert not Enterprise.objects.exists()


def test_a_later_hand_edit_of_the_same_field_refuses_and_says_which(tmp_path, clerk):
    run(tmp_path, [ONE])
    batch = run(tmp_path, [ONE | {"address": "新址"}])
    edit_enterprise(firm(ONE), {"address": "手改"})
    with pytest.raises(UndoRefused) as refused:
        undo_batch(batch, by=clerk)
    assert refused.value.messages == ["上海飞科电器有限公司: registered address was changed since, to “手改”."]
    batch.refresh_from_db()
    assert (batch.status, firm(ONE).address) == ("applied", "手改")


def test_an_edit_of_another_field_does_not_stand_in_the_way(tmp_path, clerk):
    run(tmp_path, [ONE])
    batch = run(tmp_path, [ONE | {"address": "新址"}])
    edit_enterprise(firm(ONE), {"website": "https://example.com"})
    undo(batch, clerk)
    assert (firm(ONE).address, firm(ONE).website) == ("一号", "https://example.com")


@pytest.mark.parametrize(
    "tie",
    [
        lambda firm: cast.contact(firm),
        lambda firm: cast.join(firm),
        lambda firm: cast.affiliate(firm, cast.chamber()),
        lambda firm: cast.representative(firm),
        lambda firm: NameRecord.objects.create(enterprise=firm, name="旧名", until=datetime.date(2015, 1, 1)),
        lambda firm: edit_enterprise(firm, {"address": "手改"}),
        lambda firm: cast.enterprise(parent=firm),
    ],
    ids=["contact", "membership", "chamber", "representative", "former name", "edit", "branch"],
)
def test_what_was_done_with_a_created_enterprise_is_never_lost(tmp_path, clerk, tie):
    batch = run(tmp_path, [ONE])
    tie(firm(ONE))
    with pytest.raises(UndoRefused, match="came with this import"):
        undo_batch(batch, by=clerk)
    assert Enterprise.objects.filter(uscc=ONE["uscc"]).exists()


def test_the_portal_s_own_snapshots_go_with_their_enterprise(tmp_path, clerk):
    batch = run(tmp_path, [ONE])
    SizeSnapshot.objects.create(enterprise=firm(ONE), year=2021, size_class="medium")
    undo(batch, clerk)
    assert not SizeSnapshot.objects.exists()


def test_a_branch_and_its_parent_of_one_batch_go_together(tmp_path, clerk):
    batch = run(tmp_path, [TWO | {"parent": ONE["uscc"]}, ONE])
    assert firm(TWO).parent == firm(ONE)
    undo(batch, clerk)
    assert not Enterprise.objects.exists()


def test_an_edit_while_the_job_waits_sends_the_batch_back_with_the_reason(tmp_path, clerk):
    run(tmp_path, [ONE])
    batch = run(tmp_path, [ONE | {"address": "新址"}])
    undo_batch(batch, by=clerk)
    edit_enterprise(firm(ONE), {"address": "手改"})
    batch.refresh_from_db()
    take_back(batch, by=clerk)
    batch.refresh_from_db()
    assert (batch.status, firm(ONE).address) == ("applied", "手改")
    assert "changed since" in batch.transitions.last().reason


def test_undone_twice_is_refused(tmp_path, clerk):
    batch = run(tmp_path, [ONE])
    undo(batch, clerk)
    with pytest.raises(ImportMoveRefused):
        undo_batch(batch, by=clerk)


def test_many_reasons_are_counted_not_listed(tmp_path, clerk):
    rows = [TWO | {"uscc": cast.uscc(830_000 + number)} for number in range(25)]
    batch = run(tmp_path, rows)
    for enterprise in Enterprise.objects.all():
        cast.contact(enterprise)
    with pytest.raises(UndoRefused) as refused:
        undo_batch(batch, by=clerk)
    assert len(refused.value.messages) == 21
    assert "5 more reasons" in refused.value.messages[-1]


def test_undoing_is_in_the_history_with_its_actor(tmp_path, clerk):
    run(tmp_path, [ONE])
    batch = run(tmp_path, [ONE | {"address": "新址"}])
    undo(batch, clerk)
    last = firm(ONE).history.order_by("pgh_id").last()
    assert (last.address, last.pgh_context.metadata["user"]) == ("一号", clerk.pk)
    assert ImportChange.objects.filter(batch=batch).count() == 1
    assert [step.to_status for step in batch.transitions.all()][-2:] == ["undoing", "undone"]
