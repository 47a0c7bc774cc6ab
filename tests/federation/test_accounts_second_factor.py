"""Staff have a second factor wherever DEBUG is off, whichever way they came in."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.test import Client
from django.urls import reverse

from federation.accounts import stored_secrets
from federation.accounts.middleware import StaffSecondFactorMiddleware
from tests import cast
from tests.federation.test_accounts_sign_in import code_in, sign_in, signed_in, texts

pytestmark = pytest.mark.django_db
assert texts

GUARDED = ["/admin/", "/admin/accounts/user/", "/inbox/", "/accounts/email/", "/accounts/password/change/", "/", "/me/"]


def totp_of(user) -> str:
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    return secret


def totp_code(secret: str, step: int = 0) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + step))


@pytest.mark.parametrize("path", GUARDED)
def test_staff_without_a_factor_reach_nothing_but_the_way_to_one(path):
    client = cast.login(cast.superuser(), second_factor=False)
    response = client.get(path)
    assert response.status_code == 302 and response.url.startswith(reverse("mfa_index"))


def test_writing_is_guarded_as_reading_is():
    client = cast.login(cast.superuser(), second_factor=False)
    response = client.post(reverse("accounts:switch_hat"), {"hat": "staff:"})
    assert response.status_code == 302 and response.url.startswith(reverse("mfa_index"))


def test_the_way_to_a_factor_is_open_and_does_not_loop():
    user = cast.staff()
    client = Client()
    sign_in(client, user.username)
    response = client.get("/admin/", follow=True)
    assert [status for _, status in response.redirect_chain] == [302]
    assert response.status_code == 200 and response.request["PATH_INFO"] == reverse("mfa_index")
    response = client.get(reverse("mfa_activate_totp"), follow=True)
    assert response.request["PATH_INFO"] == reverse("account_reauthenticate")
    response = client.post(
        f"{reverse('account_reauthenticate')}?next={reverse('mfa_activate_totp')}",
        {"password": cast.PASSWORD},
        follow=True,
    )
    secret = response.context["form"].secret
    response = client.post(reverse("mfa_activate_totp"), {"code": totp_code(secret)})
    assert response.status_code == 302 and Authenticator.objects.filter(user=user, type="totp").exists()
    assert client.get(response.url).status_code == 200, "the recovery codes can be read and kept"
    response = client.get("/admin/")
    assert response.url == f"{reverse('mfa_reauthenticate')}?next=%2Fadmin%2F"
    response = client.post(response.url, {"code": totp_code(secret, step=1)})
    assert response.url == "/admin/"
    assert client.get("/admin/").status_code == 200


def test_signing_in_with_the_factor_opens_everything():
    user = cast.administrator()
    secret = totp_of(user)
    client = Client()
    assert sign_in(client, user.username).url == reverse("mfa_authenticate")
    assert not signed_in(client)
    client.post(reverse("mfa_authenticate"), {"code": totp_code(secret)})
    assert client.get("/admin/").status_code == 200


def test_a_code_by_text_message_does_not_stand_for_the_factor(texts):
    cast.staff(phone="+8613800001234")
    client = Client()
    url = client.post(reverse("account_request_login_code"), {"contact": "13800001234"}).url
    client.post(url, {"code": code_in(texts[0][1])})
    assert signed_in(client)
    assert client.get("/admin/").url.startswith(reverse("mfa_index"))


def test_with_a_factor_a_code_by_text_message_leads_to_it(texts):
    user = cast.staff(phone="+8613800001234")
    totp_of(user)
    client = Client()
    url = client.post(reverse("account_request_login_code"), {"contact": "13800001234"}).url
    assert client.post(url, {"code": code_in(texts[0][1])}).url == reverse("mfa_authenticate")
    assert not signed_in(client)


def test_a_new_password_does_not_stand_for_the_factor():
    user = cast.staff(email="li@example.com")
    totp_of(user)
    client = Client()
    user.set_password("another-Pass-99")
    user.save()
    assert sign_in(client, user.username, "another-Pass-99").url == reverse("mfa_authenticate")


def test_a_recovery_code_opens_once():
    user = cast.staff()
    totp_of(user)
    codes = RecoveryCodes.activate(user).get_unused_codes()
    for expected in (True, False):
        client = Client()
        sign_in(client, user.username)
        client.post(reverse("mfa_authenticate"), {"code": codes[0]})
        assert bool(signed_in(client)) is expected


def test_a_used_code_is_void_for_the_next_session_even_in_another_process():
    """The mark is in Redis, not in this process."""
    user = cast.staff()
    secret = totp_of(user)
    code = totp_code(secret)
    for expected in (True, False):
        client = Client()
        sign_in(client, user.username)
        client.post(reverse("mfa_authenticate"), {"code": code})
        assert bool(signed_in(client)) is expected


def test_guessing_the_factor_is_limited():
    user = cast.staff()
    secret = totp_of(user)
    client = Client()
    sign_in(client, user.username)
    for _ in range(6):
        client.post(reverse("mfa_authenticate"), {"code": "000000"})
    client.post(reverse("mfa_authenticate"), {"code": totp_code(secret)})
    assert not signed_in(client)


def test_records_of_another_user_do_not_count():
    someone, staff = cast.staff(), cast.staff()
    client = cast.login(someone)
    session = client.session
    session["_auth_user_id"] = str(staff.pk)
    session["_auth_user_hash"] = staff.get_session_auth_hash()
    session.save()
    assert client.get("/admin/").url.startswith(reverse("mfa_index"))


def test_others_need_no_factor():
    client = cast.login(cast.outsider())
    assert client.get(reverse("account_email")).status_code == 200


def test_only_where_debug_is_off(settings):
    settings.DEBUG = True
    assert cast.login(cast.administrator(), second_factor=False).get("/admin/").status_code == 200


def test_no_page_of_ours_under_accounts_is_open_by_its_path():
    guard = StaffSecondFactorMiddleware(lambda request: None)
    assert not guard.is_open("accounts:switch_hat")
    assert not guard.is_open("account_change_password")
    assert guard.is_open("mfa_activate_totp")


# --- At rest --------------------------------------------------------------------------------------


def test_totp_secrets_and_recovery_seeds_are_not_stored_in_clear():
    user = cast.staff()
    secret = totp_of(user)
    RecoveryCodes.activate(user)
    stored = Authenticator.objects.filter(user=user)
    assert secret not in str([row.data for row in stored])
    assert stored.get(type="totp").wrap().validate_code(totp_code(secret))


def test_a_new_key_in_front_reads_what_the_old_one_wrote(settings):
    token = stored_secrets.encrypt("JBSWY3DP")
    settings.STORED_SECRETS_KEYS = ["new-key", *settings.STORED_SECRETS_KEYS]
    assert stored_secrets.decrypt(token) == "JBSWY3DP"
    assert stored_secrets.encrypt("JBSWY3DP") != token


def test_a_lost_key_is_named(settings):
    from django.core.exceptions import ImproperlyConfigured

    token = stored_secrets.encrypt("JBSWY3DP")
    settings.STORED_SECRETS_KEYS = ["another"]
    with pytest.raises(ImproperlyConfigured, match="STORED_SECRETS_KEYS"):
        stored_secrets.decrypt(token)
