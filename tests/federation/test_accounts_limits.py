"""Limits and timeouts that hold across processes."""

import subprocess
import sys

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from redis import Redis

from tests import cast
from tests.federation.test_accounts_sign_in import sign_in, sign_up, signed_in, texts

pytestmark = pytest.mark.django_db
assert texts


def test_five_wrong_passwords_lock_an_account_by_every_one_of_its_names(client):
    user = cast.person(username="wangfang", phone="+8613800001234", email="wang@example.com")
    for login in ["wangfang", "13800001234", "+8613800001234", "wang@example.com", "WANGFANG"]:
        sign_in(Client(), login, "wrong-password")
    response = sign_in(client, "wang@example.com")
    assert not signed_in(client) and response.context["form"].errors
    other = cast.outsider()
    sign_in(client, other.username)
    assert signed_in(client) == str(other.pk), "only that account is locked"
    assert user.is_active


def test_a_lockout_says_the_same_for_an_account_that_does_not_exist(client):
    cast.person(username="wangfang")
    answers = []
    for login in ("wangfang", "nobody-at-all"):
        for _ in range(6):
            response = sign_in(client, login, "wrong-password")
        answers.append(response.context["form"].errors.as_data()["__all__"][0].code)
    assert answers == ["too_many_login_attempts"] * 2


def test_limits_are_counted_in_redis_so_another_process_sees_them():
    """The count is written here and read by a process of its own."""
    for _ in range(3):
        sign_in(Client(), "nobody-at-all", "wrong-password")
    key = next(key for key in recorded_keys() if ":login_failed:" in key and ":ip:" not in key)
    script = (
        "import sys, redis, pickle\n"
        "value = redis.Redis.from_url(sys.argv[1]).get(sys.argv[2])\n"
        "print(len(pickle.loads(value)))"
    )
    seen = subprocess.run(
        [sys.executable, "-c", script, settings.CACHES["default"]["LOCATION"], key],
        capture_output=True,
        text=True,
        check=True,
    )
    assert seen.stdout.strip() == "3"


def recorded_keys() -> list[str]:
    from django.conf import settings
    from redis import Redis

    prefix = cache.make_key("")
    with Redis.from_url(settings.CACHES["default"]["LOCATION"]) as redis:
        return [key.decode() for key in redis.scan_iter(f"{prefix}*", count=1000)]


def test_too_many_codes_to_one_number_get_a_page_not_a_crash(client, texts):
    client.raise_request_exception = True
    sign_up(client, phone="13800005678")
    response = sign_up(Client(), phone="13800005678")
    assert response.status_code == 429
    assert len(texts) == 1


def test_a_second_code_at_once_is_refused_in_words(client, texts):
    cast.outsider(phone="+8613800001234")
    client.post(reverse("account_request_login_code"), {"contact": "13800001234"})
    response = Client().post(reverse("account_request_login_code"), {"contact": "13800001234"})
    assert response.context["form"].errors and len(texts) == 1


def test_an_idle_session_of_staff_ends_and_says_so():
    client = cast.login(cast.staff())
    assert client.get(reverse("account_reauthenticate")).status_code == 200
    run_out_the_clock(client)
    response = client.get(reverse("account_reauthenticate"), follow=True)
    assert not signed_in(client)
    assert list(response.context["messages"])


def test_an_idle_session_of_others_ends_unless_they_stay_signed_in():
    user = cast.outsider()
    leaving, staying = Client(), Client()
    sign_in(leaving, user.username)
    sign_in(staying, user.username, remember="on")
    for client in (leaving, staying):
        client.get(reverse("account_email"))
        run_out_the_clock(client)
        client.get(reverse("account_email"))
    assert not signed_in(leaving) and signed_in(staying)


def test_use_winds_the_clock_again():
    client = cast.login(cast.outsider())
    client.get(reverse("account_reauthenticate"))
    key = f"idle:{client.session['idle']}"
    cache.touch(key, 5)
    client.get(reverse("account_reauthenticate"))
    with Redis.from_url(settings.CACHES["default"]["LOCATION"]) as redis:
        assert redis.ttl(cache.make_key(key)) > 60


def run_out_the_clock(client: Client) -> None:
    token = client.session.get("idle")
    if token:
        cache.delete(f"idle:{token}")


def test_a_visitor_s_page_asks_for_no_session(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.get("/healthz")
    assert "Cookie" not in response.headers.get("Vary", "")
