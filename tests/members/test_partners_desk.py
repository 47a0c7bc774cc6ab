"""The desk of a partner's officer."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from federation.inbox.actions import notify
from members.partners.models import PartnerOfficer
from tests import cast

pytestmark = pytest.mark.django_db

URL = "/partners/"


def test_officers_only():
    assert Client().get(URL).url.startswith(reverse("account_login"))
    assert cast.login(cast.outsider()).get(URL).status_code == 404
    assert cast.login(cast.representative()).get(URL).status_code == 404
    assert cast.login(cast.bank_officer()).get(URL).status_code == 200


def test_the_desk_says_who_and_what_waits():
    officer = cast.bank_officer(cast.bank("测试农村商业银行"), "信贷员甲")
    cast.bank_officer(cast.bank("别家银行"), "信贷员乙")
    notify(rule="test", about=officer, recipients=[officer], title="有一件事项分派给您")
    page = cast.login(officer).get(URL).content.decode()
    assert "测试农村商业银行" in page and "信贷员甲" in page and "有一件事项分派给您" in page
    assert "别家银行" not in page and "信贷员乙" not in page


def test_an_office_that_ended_opens_nothing():
    officer = cast.bank_officer()
    PartnerOfficer.objects.update(until=timezone.localdate() - datetime.timedelta(days=1))
    assert cast.login(officer).get(URL).status_code == 404


def test_an_organisation_closed_opens_nothing():
    bank = cast.bank()
    officer = cast.bank_officer(bank)
    bank.is_active = False
    bank.save()
    assert cast.login(officer).get(URL).status_code == 404


def test_two_organisations_are_two_desks():
    first, second = cast.bank("第一家银行"), cast.bank("第二家银行")
    officer = cast.bank_officer(first)
    PartnerOfficer.objects.create(organisation=second, user=officer, since=cast.LONG_AGO)
    page = cast.login(officer, hat=f"partner:{second.pk}").get(URL).content.decode()
    assert "<h1>第二家银行</h1>" in page


def test_queries_do_not_grow(django_assert_num_queries):
    bank = cast.bank()
    officer = cast.bank_officer(bank)
    client = cast.login(officer)
    notify(rule="test", about=officer, recipients=[officer], title="消息")
    client.get(URL)
    with django_assert_num_queries(18):
        client.get(URL)
    for number in range(4):
        cast.bank_officer(bank, f"同事{number}")
        notify(rule=f"test{number}", about=officer, recipients=[officer], title="消息")
    with django_assert_num_queries(18):
        client.get(URL)
