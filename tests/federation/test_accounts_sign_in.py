"""Ways in: each as a person takes it, page after page."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from django.urls import reverse

from federation.accounts.models import User
from federation.inbox import gateways
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def texts(monkeypatch):
    """What was sent by text message: (phone, text)."""
    sent = []

    class Gateway:
        def send(self, phone, text, *, reference):
            sent.append((phone, text))

    monkeypatch.setattr(gateways, "sms_gateway", Gateway)
    return sent


def code_in(text: str) -> str:
    return re.search(r"\b\d{6}\b", text)[0]


def signed_in(client: Client) -> str | None:
    return client.session.get("_auth_user_id")


def sign_in(client: Client, login: str, password: str = cast.PASSWORD, **extra):
    return client.post(reverse("account_login"), {"login": login, "password": password, **extra})


# --- With a password ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "login", ["13800001234", "+86 138 0000 1234", "１３８００００１２３４", "Wang@Example.com", "wangfang", "WangFang"]
)
def test_phone_mail_or_user_name_with_the_password(client, login):
    user = cast.person("王芳", username="wangfang", phone="+8613800001234", email="wang@example.com")
    response = sign_in(client, login)
    assert response.status_code == 302 and signed_in(client) == str(user.pk)


def test_a_wrong_password_says_the_same_for_a_known_and_an_unknown_login(client):
    cast.person(phone="+8613800001234")
    known = sign_in(client, "13800001234", "wrong-password")
    unknown = sign_in(client, "13900004321", "wrong-password")
    assert known.context["form"].errors == unknown.context["form"].errors
    assert known.status_code == unknown.status_code == 200 and not signed_in(client)


def test_the_desk_of_the_first_hat_comes_after_signing_in(client):
    user = cast.representative()
    assert sign_in(client, user.username).url == reverse("me:desk")


def test_without_a_hat_the_front_page_comes(client):
    assert sign_in(client, cast.outsider().username).url == "/"


def test_where_one_was_going_comes_first(client):
    user = cast.representative()
    response = client.post(
        f"{reverse('account_login')}?next=/inbox/", {"login": user.username, "password": cast.PASSWORD}
    )
    assert response.url == "/inbox/"


def test_nobody_is_sent_to_another_host(client):
    response = sign_in(client, cast.outsider().username, next="https://evil.example/")
    assert response.url == "/"


def test_a_closed_account_stays_out(client):
    user = cast.person(is_active=False)
    assert sign_in(client, user.username).url == reverse("account_inactive")
    assert not signed_in(client)


def test_messages_come_in_the_language_last_used(client):
    user = cast.outsider()
    client.cookies["django_language"] = "en"
    sign_in(client, user.username)
    user.refresh_from_db()
    assert user.language == "en"


def test_without_stay_signed_in_the_session_ends_with_the_browser(client):
    sign_in(client, cast.outsider().username)
    assert client.session.get_expire_at_browser_close()


def test_with_it_the_session_lasts_a_week(client):
    sign_in(client, cast.outsider().username, remember="on")
    assert client.session.get_expiry_age() == 7 * 86400


# --- With a code ----------------------------------------------------------------------------------


def test_a_code_by_text_message(client, texts):
    user = cast.outsider(phone="+8613800001234")
    response = client.post(reverse("account_request_login_code"), {"contact": "138 0000 1234"})
    assert response.url == reverse("account_confirm_login_code")
    ((phone, text),) = texts
    assert phone == "+8613800001234"
    client.post(response.url, {"code": code_in(text)})
    assert signed_in(client) == str(user.pk)


def test_a_code_by_mail(client):
    user = cast.outsider(email="li@example.com")
    response = client.post(reverse("account_request_login_code"), {"contact": "Li@Example.com"})
    client.post(response.url, {"code": code_in(mail.outbox[0].body)})
    assert signed_in(client) == str(user.pk)


def test_a_wrong_code_three_times_and_it_is_void(client, texts):
    cast.outsider(phone="+8613800001234")
    url = client.post(reverse("account_request_login_code"), {"contact": "13800001234"}).url
    right = code_in(texts[0][1])
    wrong = "000000" if right != "000000" else "111111"
    for _ in range(3):
        client.post(url, {"code": wrong})
    client.post(url, {"code": right})
    assert not signed_in(client)


def test_an_unknown_number_sees_the_same_page_and_its_owner_is_told(client, texts):
    cast.outsider(phone="+8613800001234")
    known = client.post(reverse("account_request_login_code"), {"contact": "13800001234"})
    unknown = Client().post(reverse("account_request_login_code"), {"contact": "13900004321"})
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert [phone for phone, _ in texts] == ["+8613800001234", "+8613900004321"]
    assert not re.search(r"\d{6}", texts[1][1])


def test_no_code_goes_to_a_number_or_address_that_its_owner_never_verified(client, texts):
    """Else whoever signed up with another's number would share the account with its owner."""
    user = cast.person(phone="+8613800001234", phone_verified=False, email="zhao@example.com")
    EmailAddress.objects.filter(user=user).update(verified=False)
    client.post(reverse("account_request_login_code"), {"contact": "13800001234"})
    Client().post(reverse("account_request_login_code"), {"contact": "zhao@example.com"})
    assert not re.search(r"\d{6}", texts[0][1])
    assert not re.search(r"\b\d{6}\b", mail.outbox[0].body)


def test_something_that_is_neither_number_nor_address_is_refused_by_its_field(client):
    response = client.post(reverse("account_request_login_code"), {"contact": "12345"})
    assert "contact" in response.context["form"].errors


def test_a_gateway_that_fails_is_said_in_words(client, monkeypatch):
    cast.outsider(phone="+8613800001234")

    class Dead:
        def send(self, phone, text, *, reference):
            raise gateways.SmsError("no route", temporary=True)

    monkeypatch.setattr(gateways, "sms_gateway", Dead)
    response = client.post(reverse("account_request_login_code"), {"contact": "13800001234"}, follow=True)
    assert response.status_code == 200
    assert any("text message" in str(m) or "短信" in str(m) for m in response.context["messages"])


def test_a_mail_server_that_fails_is_said_in_words(client, settings):
    cast.outsider(email="li@example.com")
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    response = client.post(reverse("account_request_login_code"), {"contact": "li@example.com"}, follow=True)
    assert response.status_code == 200 and list(response.context["messages"])


# --- Signing up -----------------------------------------------------------------------------------


def sign_up(client: Client, **data):
    return client.post(reverse("account_signup"), {"name": "赵敏", "password1": cast.PASSWORD, **data})


def test_sign_up_by_phone(client, texts):
    response = sign_up(client, phone="138 0000 5678")
    assert response.url == reverse("account_verify_phone")
    user = User.objects.get(phone="+8613800005678")
    assert not user.phone_verified and user.name == "赵敏" and user.self_registered and not signed_in(client)
    client.post(response.url, {"code": code_in(texts[0][1])})
    user.refresh_from_db()
    assert user.phone_verified and signed_in(client) == str(user.pk)


def test_sign_up_by_mail(client):
    response = sign_up(client, email="Zhao@example.com")
    assert response.url == reverse("account_email_verification_sent")
    client.post(response.url, {"code": code_in(mail.outbox[0].body)})
    user = User.objects.get(email="zhao@example.com")
    assert signed_in(client) == str(user.pk) and EmailAddress.objects.get(user=user).verified


def test_sign_up_with_both_verifies_both(client, texts):
    response = sign_up(client, phone="13800005678", email="zhao@example.com")
    response = client.post(response.url, {"code": code_in(texts[0][1])})
    assert response.url == reverse("account_email_verification_sent") and not signed_in(client)
    client.post(response.url, {"code": code_in(mail.outbox[0].body)})
    assert signed_in(client)


def test_sign_up_wants_a_name_and_one_of_phone_and_mail(client):
    errors = sign_up(client, name=" ").context["form"].errors
    assert {"name", "phone"} == set(errors)


def test_sign_up_refuses_a_weak_password_and_one_like_the_name(client):
    assert "password1" in sign_up(client, phone="13800005678", password1="12345678901").context["form"].errors


def test_signing_up_again_sees_the_same_page_and_changes_nothing(client, texts):
    owner = cast.outsider("真正的主人", phone="+8613800005678")
    response = sign_up(client, phone="13800005678")
    assert response.url == reverse("account_verify_phone")
    assert not re.search(r"\d{6}", texts[0][1])
    assert User.objects.filter(phone="+8613800005678").get() == owner


@pytest.fixture
def no_pause(settings):
    """Two codes to one number without half a minute between them."""
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "verify_phone": "100/m/ip"}


def test_a_number_only_typed_by_somebody_goes_to_whoever_proves_it(client, texts, no_pause):
    sign_up(Client(), phone="13800005678")
    squatter = User.objects.get(phone="+8613800005678")
    url = sign_up(client, phone="13800005678", name="真正的主人").url
    client.post(url, {"code": code_in(texts[1][1])})
    squatter.refresh_from_db()
    assert squatter.phone is None
    assert User.objects.get(phone="+8613800005678", phone_verified=True).name == "真正的主人"


def test_the_squatter_s_code_is_no_use_once_the_number_is_proved(client, texts, no_pause):
    first = Client()
    first_url = sign_up(first, phone="13800005678").url
    url = sign_up(client, phone="13800005678", name="真正的主人").url
    client.post(url, {"code": code_in(texts[1][1])})
    response = first.post(first_url, {"code": code_in(texts[0][1])})
    assert "code" in response.context["form"].errors and not signed_in(first)


def test_an_address_only_typed_by_somebody_goes_to_whoever_signs_up_next(client, texts):
    url = sign_up(Client(), phone="13800005678", email="zhao@example.com").url
    squatter = User.objects.get(email="zhao@example.com")
    response = sign_up(client, email="zhao@example.com", name="真正的主人")
    client.post(response.url, {"code": code_in(mail.outbox[-1].body)})
    squatter.refresh_from_db()
    assert squatter.email is None and url
    assert EmailAddress.objects.get(email="zhao@example.com", verified=True).user.name == "真正的主人"


def test_a_reset_by_an_unproved_address_does_not_open_an_account_with_anothers_phone(client, texts):
    squatter = Client()
    url = sign_up(squatter, phone="13800005678", email="zhao@example.com").url
    squatter.post(url, {"code": code_in(texts[0][1])})
    assert User.objects.get(email="zhao@example.com").phone_verified
    mail.outbox.clear()
    client.post(reverse("account_reset_password"), {"contact": "zhao@example.com"})
    assert not re.search(r"\b\d{6}\b", mail.outbox[0].body)


def test_a_verified_address_is_not_given_away(client):
    owner = cast.outsider(email="zhao@example.com")
    sign_up(client, email="zhao@example.com")
    owner.refresh_from_db()
    assert owner.email == "zhao@example.com"
    assert not re.search(r"\b\d{6}\b", mail.outbox[0].body), "its owner is told, the stranger gets no code"


# --- A forgotten password -------------------------------------------------------------------------


def reset(client: Client, contact: str):
    return client.post(reverse("account_reset_password"), {"contact": contact})


def test_a_forgotten_password_by_mail(client):
    user = cast.outsider(email="li@example.com")
    url = reset(client, "li@example.com").url
    url = client.post(url, {"code": code_in(mail.outbox[0].body)}).url
    client.post(url, {"password1": "another-Pass-99", "password2": "another-Pass-99"})
    user.refresh_from_db()
    assert user.check_password("another-Pass-99")


def test_a_forgotten_password_by_text_message(client, texts):
    user = cast.outsider(phone="+8613800001234", email=None)
    url = reset(client, "13800001234").url
    url = client.post(url, {"code": code_in(texts[0][1])}).url
    client.post(url, {"password1": "another-Pass-99", "password2": "another-Pass-99"})
    user.refresh_from_db()
    assert user.check_password("another-Pass-99")


@pytest.mark.parametrize("contact", ["nobody@example.com", "13900004321"])
def test_a_reset_for_nobody_looks_the_same_and_no_code_fits(client, texts, contact):
    response = reset(client, contact)
    assert response.url == reverse("account_confirm_password_reset_code")
    for code in ("", "000000"):
        assert client.post(response.url, {"code": code}).status_code == 200


@pytest.mark.parametrize("way", ["account_request_login_code", "account_reset_password"])
def test_where_a_code_went_is_said_masked(client, texts, way):
    cast.outsider(phone="+8613800001234")
    page = client.post(reverse(way), {"contact": "13800001234"}, follow=True).content.decode()
    assert "138****1234" in page
    assert "13800001234" not in page


def test_where_the_code_of_a_sign_up_went_is_said_masked(client, texts):
    page = client.get(sign_up(client, phone="13800005678").url).content.decode()
    assert "138****5678" in page
    assert "13800005678" not in page


def test_after_a_reset_one_is_led_to_the_log_in(client):
    cast.outsider(email="li@example.com")
    url = client.post(reset(client, "li@example.com").url, {"code": code_in(mail.outbox[0].body)}).url
    passwords = {"password1": "another-Pass-99", "password2": "another-Pass-99"}
    page = client.post(url, passwords, follow=True).content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    assert f'href="{reverse("account_login")}"' in main


def test_a_reset_ends_the_other_sessions_and_the_lockout(client):
    user = cast.outsider(email="li@example.com")
    elsewhere = cast.login(user)
    for _ in range(6):
        sign_in(Client(), user.username, "wrong-password")
    url = reset(client, "li@example.com").url
    url = client.post(url, {"code": code_in(mail.outbox[0].body)}).url
    client.post(url, {"password1": "another-Pass-99", "password2": "another-Pass-99"})
    assert elsewhere.get(reverse("account_email")).status_code == 302
    sign_in(client, user.username, "another-Pass-99")
    assert signed_in(client) == str(user.pk)
