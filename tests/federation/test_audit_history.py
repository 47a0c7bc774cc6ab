"""History: kept by the database for every model, shown with actor and hat, personal data masked."""

import pghistory
import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from federation.accounts.models import User
from federation.audit.history import history_of
from federation.audit.masking import masks_of
from members.enterprises.models import Contact, Enterprise, IndustryClass
from tests import cast

pytestmark = pytest.mark.django_db

FLOORS = ("federation", "members", "chambers", "services", "events", "poverty_aid")


def own_models():
    return [
        model
        for model in apps.get_models()
        if model.__module__.split(".")[0] in FLOORS
        and not issubclass(model, pghistory.models.Event)
        and not model._meta.proxy
    ]


def test_every_model_of_ours_is_tracked_or_excused_with_a_reason():
    silent = [
        model._meta.label
        for model in own_models()
        if not hasattr(model, "pgh_event_models") and len(getattr(model, "untracked_because", "")) < 20
    ]
    assert len(own_models()) > 20
    assert silent == []


def test_no_model_is_both_tracked_and_excused():
    assert [
        m._meta.label for m in own_models() if hasattr(m, "pgh_event_models") and hasattr(m, "untracked_because")
    ] == []


def test_every_column_that_sounds_personal_is_declared_or_named_here():
    of_bodies = {"members.Enterprise.public_phone", "chambers.Chamber.phone", "events.Cohort.contact_phone"}
    found = {
        f"{model._meta.label}.{field.name}"
        for model in own_models()
        for field in model._meta.local_fields
        if any(word in field.name for word in ("phone", "email", "id_number", "bank_account"))
        and field.name not in masks_of(model)
    }
    assert found - of_bodies == {"accounts.User.phone_verified"}


def test_a_record_s_changes_newest_first_with_before_and_after():
    firm = cast.enterprise("上海旧名测试有限公司")
    firm.name, firm.staff_count = "上海新名测试有限公司", 12
    firm.save()
    with override("en"):
        changed, created = history_of(firm)
        assert (str(changed.label), str(created.label)) == ("Changed", "Created")
    found = {change.field: (change.before, change.after) for change in changed.changes}
    assert ("上海旧名测试有限公司", "上海新名测试有限公司") in found.values() and ("—", "12") in found.values()


def test_bulk_updates_and_raw_sql_are_kept_too():
    firm = cast.enterprise()
    Enterprise.objects.filter(pk=firm.pk).update(short_name="甲")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE members_enterprise SET short_name = '乙' WHERE id = %s", [firm.pk])
    assert [entry.changes[0].after for entry in history_of(firm)][:2] == ["乙", "甲"]


def test_a_deletion_is_kept():
    contact = cast.contact(cast.enterprise())
    pk = contact.pk
    contact.delete()
    assert history_of(Contact(pk=pk))[0].changes == []
    assert len(history_of(Contact(pk=pk))) == 2


def test_choices_links_and_yes_and_no_are_in_words():
    firm = cast.enterprise()
    firm.town, firm.state = cast.town("历史镇"), "revoked"
    firm.save()
    with override("en"):
        after = {change.after for change in history_of(firm)[0].changes}
    assert "历史镇" in after and "revoked" not in after


def test_personal_data_is_masked():
    contact = cast.contact(cast.enterprise(), phone="13812345678")
    contact.phone = "13987654321"
    contact.save()
    text = str(history_of(contact))
    assert "138****5678" in text and "139****4321" in text
    assert "13812345678" not in text and "13987654321" not in text


def test_actor_hat_and_request_of_a_change_made_on_a_page():
    user = cast.representative(name="李雷")
    client = cast.login(user)
    response = client.post(reverse("inbox:mark_all_read"))
    client.post("/accounts/hat/", {"hat": "nothing"})
    from federation.inbox.actions import notify

    (message,) = notify(rule="x", about=user, recipients=[user], title="t")
    response = client.post(reverse("inbox:open", args=[message.pk]))
    entry = history_of(message)[0]
    assert (entry.actor, entry.hat) == ("李雷", cast.enterprise_of(user).name)
    assert entry.request_id == response["X-Request-ID"]


def test_what_a_job_does_bears_the_job_s_name():
    from federation.accounts.tasks import purge_unverified_users
    from federation.inbox.actions import notify
    from federation.inbox.tasks import deliver_waiting

    (message,) = notify(rule="x", about=cast.enterprise(), recipients=[cast.outsider()], title="t")
    deliver_waiting.delay()
    assert history_of(message.deliveries.get())[0].task == "federation.inbox.tasks.deliver_waiting"
    assert purge_unverified_users.name


def test_roles_given_and_taken_show_on_the_person():
    user = cast.staff("auditor")
    user.groups.clear()
    with override("en"):
        found = {
            (str(entry.label), change.before, change.after) for entry in history_of(user) for change in entry.changes
        }
    assert {("Added", "—", "auditor"), ("Removed", "auditor", "—")} <= found


def test_passwords_are_not_in_the_history():
    fields = {field.name for field in User.pgh_event_model._meta.get_fields()}
    assert "password" not in fields and "name" in fields


def test_the_number_of_queries_does_not_grow_with_the_changes():
    firm = cast.enterprise()
    counts = []
    for _ in range(2):
        for number in range(5):
            firm.short_name, firm.town = f"第{len(counts)}{number}", cast.town(f"镇{len(counts)}{number}")
            firm.save()
        with CaptureQueriesContext(connection) as queries:
            assert history_of(firm)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_the_oldest_shown_change_is_still_told_against_the_one_before():
    firm = cast.enterprise()
    for name in "甲乙丙":
        firm.short_name = name
        firm.save()
    entries = history_of(firm, limit=2)
    assert [(e.changes[0].before, e.changes[0].after) for e in entries] == [("乙", "丙"), ("甲", "乙")]


def test_a_model_without_history_says_why():
    with pytest.raises(TypeError, match="national standard"):
        history_of(IndustryClass(code="6513"))


def test_the_admin_shows_it_to_those_who_may_view():
    firm = cast.enterprise()
    firm.short_name = "简称甲"
    firm.save()
    url = reverse("admin:members_enterprise_history", args=[firm.pk])
    page = cast.login(cast.staff("auditor")).get(url)
    assert page.status_code == 200 and "简称甲" in page.content.decode()
    refused = cast.login(cast.staff(None)).get(url)
    assert refused.status_code in {302, 403} and "简称甲" not in refused.content.decode()
