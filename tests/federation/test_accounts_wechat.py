"""WeChat: there when its keys are set, and not a word of it when they aren't."""

import json
import os
import subprocess
import sys
from urllib.parse import urlsplit

import pytest
from allauth.core import context
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.urls import NoReverseMatch, reverse

from federation.accounts.forms import SocialSignupForm
from federation.accounts.models import User

pytestmark = pytest.mark.django_db

KEYS = {"WEIXIN_CLIENT_ID": "wx-test-id", "WEIXIN_CLIENT_SECRET": "wx-test-secret"}
# Settings are read once, so each case has a process of its own, on this test's database.
LOOK = """
import json, django
django.setup()
from django.test import Client
from django.test.utils import setup_test_environment
setup_test_environment()
client = Client()
page = client.get("/accounts/login/")
asked = client.post("/accounts/weixin/login/?process=login")
print(json.dumps({
    "page": "weixin" in page.content.decode(),
    "csp": page["Content-Security-Policy"],
    "status": asked.status_code,
    "to": asked.get("Location", ""),
}))
"""


def seen_with(**environment: str) -> dict:
    parts = urlsplit(os.environ.get("DATABASE_URL", "postgres:///federation"))
    database = parts._replace(path=f"/{connection.settings_dict['NAME']}").geturl()
    finished = subprocess.run(
        [sys.executable, "-c", LOOK],
        env={
            **{name: value for name, value in os.environ.items() if name not in KEYS},
            "DJANGO_SETTINGS_MODULE": "federation.settings",
            "DATABASE_URL": database,
            "REDIS_URL": settings.REDIS_URL,
            "DEBUG": "1",
            **environment,
        },
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr[-2000:]
    return json.loads(finished.stdout.splitlines()[-1])


def test_with_its_keys_the_page_offers_it_and_leads_to_wechat():
    seen = seen_with(**KEYS)
    assert seen["page"] and seen["status"] == 302
    assert seen["to"].startswith("https://open.weixin.qq.com/") and "wx-test-id" in seen["to"]
    assert "wx-test-secret" not in seen["to"]
    assert "form-action 'self' https://open.weixin.qq.com" in seen["csp"]


@pytest.mark.parametrize("keys", [{}, {"WEIXIN_CLIENT_ID": "wx-test-id"}])
def test_without_them_there_is_nothing(keys):
    seen = seen_with(**keys)
    assert not seen["page"] and seen["status"] == 404 and "weixin" not in seen["csp"]


def test_nor_an_address_for_it_here():
    with pytest.raises(NoReverseMatch):
        reverse("weixin_login")


def sociallogin() -> SocialLogin:
    account = SocialAccount(provider="weixin", uid="openid-1", extra_data={"nickname": "云间小王"})
    return SocialLogin(user=User(), account=account)


def test_the_first_time_it_asks_for_a_real_name_and_a_phone_or_mail(rf):
    request = rf.post("/")
    request.session, request.user = {}, AnonymousUser()
    with context.request_context(request):
        assert set(SocialSignupForm({}, sociallogin=sociallogin()).errors) == {"name", "phone"}
        form = SocialSignupForm({"name": "王芳", "phone": "13800001234"}, sociallogin=sociallogin())
        assert form.is_valid(), form.errors
        form.save(request)
    user = User.objects.get(name="王芳")
    assert (user.phone, user.phone_verified, user.email) == ("+8613800001234", False, None)
    assert not user.has_usable_password() and SocialAccount.objects.get(user=user).uid == "openid-1"
