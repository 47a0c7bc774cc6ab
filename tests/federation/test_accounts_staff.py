"""What administrators do with accounts in the admin."""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from federation.accounts.actions import purge_unverified, vouch_for_contacts
from federation.accounts.models import User
from federation.accounts.notices import CONTACTS_CHANGED
from federation.audit.models import SecurityEvent
from federation.inbox.models import Letter
from tests import cast
from tests.federation.test_accounts_second_factor import totp_of
from tests.federation.test_accounts_sign_in import code_in, sign_in, sign_up, signed_in, texts

pytestmark = pytest.mark.django_db
assert texts


def change_page(user: User) -> str:
    return reverse("admin:accounts_user_change", args=[user.pk])


def test_a_new_colleague_comes_in_by_a_code_to_the_number_staff_entered(texts):
    client = cast.login(cast.administrator())
    role = Group.objects.get(name="registry_clerk")
    response = client.post(
        reverse("admin:accounts_user_add"),
        {
            "name": "新同事",
            "username": "newcomer",
            "phone": "138 0000 1234",
            "email": "new@example.com",
            "language": "zh-hans",
            "is_staff": "on",
            "groups": [role.pk],
        },
    )
    assert response.status_code == 302, response.context["adminform"].form.errors
    user = User.objects.get(username="newcomer")
    assert user.phone_verified and not user.has_usable_password() and user.groups.get() == role
    assert EmailAddress.objects.get(user=user).verified
    newcomer = Client()
    url = newcomer.post(reverse("account_request_login_code"), {"contact": "13800001234"}).url
    newcomer.post(url, {"code": code_in(texts[0][1])})
    assert signed_in(newcomer) == str(user.pk)


def test_a_changed_address_replaces_the_old_one():
    user = cast.outsider(email="old@example.com")
    user.email = "New@example.com"
    user.save()
    vouch_for_contacts(user)
    address = EmailAddress.objects.get(user=user)
    assert (address.email, address.verified, address.primary) == ("new@example.com", True, True)


def test_the_page_of_a_person_does_not_hold_the_number():
    user = cast.outsider(phone="+8613812345678", email="li@example.com")
    page = cast.login(cast.administrator()).get(change_page(user)).content.decode()
    assert "138****5678" in page and "13812345678" not in page and "li@example.com" not in page


def test_saving_without_touching_it_keeps_the_number():
    user = cast.outsider(phone="+8613812345678", email="li@example.com")
    client = cast.login(cast.administrator())
    data = {
        "name": "改名",
        "username": user.username,
        "phone": "",
        "email": "",
        "language": "zh-hans",
        "is_active": "on",
    }
    assert client.post(change_page(user), data).status_code == 302
    user.refresh_from_db()
    assert (user.name, user.phone, user.email, user.phone_verified) == (
        "改名",
        "+8613812345678",
        "li@example.com",
        True,
    )


def test_a_closed_account_is_out_at_once():
    user = cast.outsider()
    session = cast.login(user)
    client = cast.login(cast.administrator())
    data = {"name": user.name, "username": user.username, "phone": "", "email": "", "language": "zh-hans"}
    client.post(change_page(user), data)
    user.refresh_from_db()
    assert not user.is_active
    assert session.get(reverse("account_email")).status_code == 302


@pytest.mark.parametrize("term", ["12345678", "13812345678", "a@b", "%", "'; drop", "00000000000000"])
def test_searching_people_by_anything_typed_is_answered(term):
    client = cast.login(cast.administrator())
    assert client.get(reverse("admin:accounts_user_changelist"), {"q": term}).status_code == 200


def test_people_are_found_by_a_whole_number():
    cast.outsider("被找到的人", phone="+8613812345678")
    client = cast.login(cast.administrator())
    page = client.get(reverse("admin:accounts_user_changelist"), {"q": "138 1234 5678"}).content.decode()
    assert "被找到的人" in page


def test_a_user_name_that_reads_as_anothers_number_is_refused():
    client = cast.login(cast.administrator())
    data = {"name": "冒名", "username": "13812345678", "language": "zh-hans"}
    response = client.post(reverse("admin:accounts_user_add"), data)
    assert "username" in response.context["adminform"].form.errors


# --- A lost second factor -------------------------------------------------------------------------


def reset_page(user: User) -> str:
    return reverse("admin:accounts_user_reset_factor", args=[user.pk])


def test_an_administrator_removes_a_lost_factor_and_every_session():
    user = cast.staff("auditor")
    session = cast.login(user)
    session.get("/admin/")
    other = Client()
    sign_in(other, user.username)
    totp_of(user)
    assert signed_in(other)
    client = cast.login(cast.administrator(name="沈若川"))
    assert client.get(reset_page(user)).status_code == 200
    assert Authenticator.objects.filter(user=user).exists(), "asking changes nothing"
    assert client.post(reset_page(user)).status_code == 302
    assert not Authenticator.objects.filter(user=user).exists()
    assert other.get(reverse("account_email")).status_code == 302 and not signed_in(other)
    event = SecurityEvent.objects.get(kind="factor_removed")
    assert event.user == user and event.detail == "by 沈若川"


def test_nobody_removes_their_own_and_clerks_nobodys():
    administrator, clerk = cast.administrator(), cast.staff("registry_clerk")
    for user in (administrator, clerk):
        totp_of(user)
    assert cast.login(administrator).post(reset_page(administrator)).status_code == 403
    assert cast.login(clerk).post(reset_page(administrator)).status_code == 403
    assert Authenticator.objects.count() == 2


def test_nobody_gives_themselves_a_role_or_shuts_themselves_out():
    administrator, colleague = cast.administrator(), cast.staff("services_clerk")
    clerk = Group.objects.get(name="registry_clerk")
    client = cast.login(administrator)
    for user in (administrator, colleague):
        page = client.get(change_page(user))
        known = {"name": "新名字", "username": user.username, "phone": "", "email": "", "language": "zh-hans"}
        response = client.post(change_page(user), {**known, "is_staff": "on", "is_active": "on", "groups": [clerk.pk]})
        assert page.status_code == 200 and response.status_code == 302
        user.refresh_from_db()
        assert user.name == "新名字"
    assert [group.name for group in administrator.groups.all()] == ["administrator"]
    assert colleague.groups.get() == clerk


def test_an_administrator_does_not_touch_a_superuser():
    user = cast.superuser()
    totp_of(user)
    assert cast.login(cast.administrator()).post(reset_page(user)).status_code == 403


# --- Accounts nobody proved -----------------------------------------------------------------------


def make_old(**fields) -> None:
    import datetime

    from django.utils import timezone

    User.objects.filter(**fields).update(date_joined=timezone.now() - datetime.timedelta(days=4))


def test_a_sign_up_that_nobody_proved_is_purged_after_three_days(texts):
    sign_up(Client(), phone="13800005678")
    sign_up(Client(), email="zhao@example.com")
    assert purge_unverified() == 0
    make_old(self_registered=True)
    assert purge_unverified() == 2 and not User.objects.filter(self_registered=True).exists()


def test_whoever_proved_something_or_was_made_by_staff_stays(texts):
    client = Client()
    url = sign_up(client, phone="13800005678").url
    client.post(url, {"code": code_in(texts[0][1])})
    User.objects.filter(self_registered=True).update(last_login=None)
    cast.person(phone=None, email=None)
    make_old()
    assert purge_unverified() == 0


def test_whom_staff_gave_a_hat_stays():
    sign_up(Client(), email="zhao@example.com")
    user = User.objects.get(email="zhao@example.com")
    cast.represent(user, cast.enterprise())
    make_old()
    assert purge_unverified() == 0


def test_who_held_the_account_hears_at_the_old_address_that_staff_changed_it():
    user = cast.outsider(email="old@example.com", phone="+8613812345678")
    client = cast.login(cast.administrator())
    form = client.get(change_page(user)).context["adminform"].form
    data = {name: value for name, value in form.initial.items() if value not in (None, False) and name != "groups"}
    assert client.post(change_page(user), {**data, "phone": "", "email": "new@example.com"}).status_code == 302
    user.refresh_from_db()
    assert user.email == "new@example.com"
    assert "old@example.com" in set(Letter.objects.filter(rule=CONTACTS_CHANGED).values_list("address", flat=True))
    assert user.messages.filter(rule=CONTACTS_CHANGED).count() == 1
