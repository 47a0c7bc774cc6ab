"""Personal data: masked by default, shown once to those who may and say why, and written down for good."""

import pytest
from django.db import InternalError, ProgrammingError, connection, transaction
from django.urls import reverse

from federation.audit.actions import forget_old_events, masked_login
from federation.audit.masking import mask_account, mask_email, mask_id, mask_name, mask_phone, personal_data
from federation.audit.models import PersonalDataAccess, SecurityEvent
from members.enterprises.models import Contact
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("mask", "value", "shown"),
    [
        (mask_phone, "+8613812345678", "138****5678"),
        (mask_phone, "13812345678", "138****5678"),
        (mask_phone, "", ""),
        (mask_phone, None, ""),
        (mask_id, "310117199001011234", "310***********1234"),
        (mask_id, "1234", "****"),
        (mask_account, "6222021001116245702", "***************5702"),
        (mask_email, "li.lei@example.com", "l***@example.com"),
        (mask_name, "王芳", "王*"),
        (mask_name, "欧阳娜娜", "欧阳**"),
        (mask_name, "欧阳", "欧*"),
        (mask_name, "李", "李"),
        (mask_name, "", ""),
    ],
)
def test_masks(mask, value, shown):
    assert mask(value) == shown


def test_a_mask_for_a_field_that_is_not_there_is_a_mistake():
    with pytest.raises(ValueError, match="telefone"):
        personal_data(telefone=mask_phone)(Contact)


@pytest.fixture
def contact() -> Contact:
    return cast.contact(cast.enterprise(), "李雷", phone="13812345678")


def page_of(record, field="phone") -> str:
    return reverse("audit:personal_data", args=[record._meta.label_lower, record.pk, field])


def test_who_may_gives_a_reason_and_sees_it_once(contact):
    clerk = cast.staff("registry_clerk", name="陆知微")
    client = cast.login(clerk)
    asked = client.get(page_of(contact))
    assert "138****5678" in asked.content.decode() and "13812345678" not in asked.content.decode()
    assert not PersonalDataAccess.objects.exists()
    told = client.post(page_of(contact), {"reason": "电话核实年报"})
    assert "13812345678" in told.content.decode()
    assert "no-store" in told["Cache-Control"]
    assert "13812345678" not in client.get(page_of(contact)).content.decode()
    row = PersonalDataAccess.objects.get()
    assert (row.actor, row.subject_key, row.field, row.reason) == (
        clerk,
        f"members.contact:{contact.pk}",
        "phone",
        "电话核实年报",
    )
    assert row.request_id == told["X-Request-ID"] and row.hat and row.address == "127.0.0.1"
    assert "13812345678" not in str(row.__dict__)


@pytest.mark.parametrize("reason", ["", " ", "x"])
def test_without_a_reason_nothing_is_shown(contact, reason):
    response = cast.login(cast.staff("registry_clerk")).post(page_of(contact), {"reason": reason})
    assert response.context["form"].errors and "13812345678" not in response.content.decode()
    assert not PersonalDataAccess.objects.exists()


@pytest.mark.parametrize(
    ("who", "status"),
    [
        (lambda: cast.staff("auditor"), 403),
        (lambda: cast.staff("administrator"), 403),
        (lambda: cast.staff(None), 404),
        (cast.outsider, 404),
        (cast.secretary, 404),
        (cast.bank_officer, 404),
    ],
)
def test_others_may_not(contact, who, status):
    response = cast.login(who()).post(page_of(contact), {"reason": "because I want to"})
    assert response.status_code == status and not PersonalDataAccess.objects.exists()


def test_a_visitor_is_asked_to_sign_in(client, contact):
    assert client.get(page_of(contact)).url.startswith(reverse("account_login"))


@pytest.mark.parametrize(
    ("label", "field"),
    [("accounts.user", "password"), ("members.contact", "name"), ("no.such", "phone"), ("nonsense", "phone")],
)
def test_only_what_is_declared_can_be_asked_for(label, field):
    url = reverse("audit:personal_data", args=[label, 1, field])
    assert cast.login(cast.superuser()).get(url).status_code == 404


@pytest.mark.parametrize("role", cast.ROLES)
def test_who_may_only_look_at_a_record_sees_it_masked_too(role, contact):
    """Where nothing can be typed, the admin draws the record itself and no form."""
    person = cast.outsider(phone="+8613912345678", email="li.lei@example.com")
    client = cast.login(cast.staff(role))
    for record, whole, masked in (
        (person, ("13912345678", "li.lei@"), "139****5678"),
        (contact.enterprise, ("13812345678",), "138****5678"),
    ):
        address = reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_change", args=[record.pk])
        page = client.get(address).content.decode()
        assert masked in page
        assert [text for text in whole if text in page] == []
        way = page_of(person) if record == person else page_of(contact)
        assert (f'href="{way}"' in page) is (role in ("registry_clerk", "services_clerk"))


def test_the_rows_can_not_be_changed_even_by_sql(contact):
    cast.login(cast.staff("registry_clerk")).post(page_of(contact), {"reason": "电话核实"})
    for statement in ("UPDATE audit_personaldataaccess SET reason = 'x'", "DELETE FROM audit_personaldataaccess"):
        with pytest.raises((InternalError, ProgrammingError)), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    assert PersonalDataAccess.objects.get().reason == "电话核实"


# --- Security events ------------------------------------------------------------------------------


def kinds() -> list[str]:
    return list(SecurityEvent.objects.order_by("pk").values_list("kind", flat=True))


def test_signing_in_failing_and_out_are_written_down(client):
    user = cast.outsider(phone="+8613800001234")
    client.post(reverse("account_login"), {"login": "13800001234", "password": "wrong-password"})
    client.post(reverse("account_login"), {"login": "13800001234", "password": cast.PASSWORD})
    client.post(reverse("account_logout"))
    assert kinds() == ["sign_in_failed", "signed_in", "signed_out"]
    failed, signed_in, _ = SecurityEvent.objects.order_by("pk")
    assert failed.who == "138****1234" and failed.user is None
    assert signed_in.user == user and signed_in.detail == "password" and signed_in.address == "127.0.0.1"


def test_a_lockout_is_written_down(client):
    for _ in range(6):
        client.post(reverse("account_login"), {"login": "wangfang", "password": "wrong-password"})
    assert kinds()[-1] == "locked_out" and kinds().count("sign_in_failed") == 5


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("13800001234", "138****1234"), ("a@example.com", "a***@example.com"), ("my-Password-9", "m************")],
)
def test_what_was_typed_is_kept_masked(typed, kept):
    assert masked_login(typed) == kept


def test_only_old_events_are_forgotten():
    from datetime import timedelta

    from django.utils import timezone

    for days in (10, 500):
        SecurityEvent.objects.create(kind="signed_in", who="x", at=timezone.now() - timedelta(days=days))
    assert forget_old_events() == 1
    assert SecurityEvent.objects.count() == 1
