"""The demonstration federation: loads once, whole, says what the report states, and lets its people in."""

import datetime
import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import Client
from django.urls import reverse

from chambers.applications.models import ApplicationStep, MembershipApplication
from chambers.applications.statuses import MOVES, Status
from chambers.bodies.models import Affiliation, Chamber
from federation.accounts.hats import hats_of
from federation.accounts.models import User
from federation.demo.logins import LOGINS
from federation.inbox.models import Delivery, Message
from federation.indicators.editions import stated_in
from members.duplicates.models import DuplicatePair
from members.enterprises.models import Enterprise
from members.enterprises.uscc import is_valid
from members.membership.models import Membership
from members.membership.status import Standing, with_standing
from services.drawdowns.ledger import write_reversal
from services.drawdowns.models import Drawdown
from tests import cast

pytestmark = pytest.mark.django_db

A_MINUTE = 60
EDITION = "2022"
PRINTED = {
    *("3804户", "136.8227亿元"),
    *("119个贫困村", "200多家", "10个村", "345万元", "约2000万元", "近4000万元"),
    *("5期", "250余名", "10场", "近300余位"),
}


def load(*options: str) -> str:
    said = StringIO()
    call_command("load_demo", *options, stdout=said)
    return said.getvalue()


def test_it_fills_every_desk_and_a_second_run_changes_nothing():
    """Of one load all that can be asked of it: it takes the most of this test's time."""
    said = load()
    seconds = re.search(r"loaded \((\d+) s\)", said)
    # Beside other tests on two processors it takes about half of that: noise alone doesn't fail it.
    assert seconds and int(seconds[1]) < A_MINUTE, said
    _the_report_agrees_until_a_record_is_changed()
    counted = {
        model: model.objects.count()
        for model in (User, Enterprise, Chamber, Membership, MembershipApplication, Message, DuplicatePair)
    }
    assert "already" in load()
    assert {model: model.objects.count() for model in counted} == counted

    assert counted[Enterprise] > 1150
    assert Enterprise.objects.published().count() == 800
    assert counted[DuplicatePair] >= 10
    assert all(is_valid(code) for code in Enterprise.objects.exclude(uscc=None).values_list("uscc", flat=True))
    assert not Enterprise.objects.filter(search_tokens=[]).exists()

    standings = list(with_standing(Enterprise.objects.all()).values_list("standing", flat=True))
    assert all(standings.count(standing) > 20 for standing in Standing)
    assert Chamber.objects.published().filter(kind=Chamber.Kind.TOWN).count() == 17
    assert {chamber.kind for chamber in Chamber.objects.published()} == set(Chamber.Kind)
    members = Enterprise.objects.members()
    assert not members.exclude(pk__in=Affiliation.objects.on().filter(is_primary=True).values("enterprise")).exists()

    assert set(MembershipApplication.objects.values_list("status", flat=True)) == set(Status)
    for step in ApplicationStep.objects.all():
        assert step.to_status in MOVES[Status(step.from_status)]
    for application in MembershipApplication.objects.exclude(submitted_at=None).prefetch_related("steps"):
        last = list(application.steps.all())[-1]
        assert (last.to_status, last.at) == (application.status, application.status_since)
    assert not Delivery.objects.exists(), "nobody in the demonstration has a mailbox"

    logins = {login.login: login for login in LOGINS}
    assert len(logins) == len(LOGINS)
    for _who, login, password in LOGINS:
        response = Client().post(reverse("account_login"), {"login": login, "password": password})
        assert response.status_code == 302, login
        assert response.wsgi_request.user.is_authenticated, login
    kinds = {hat.kind for hat in hats_of(User.objects.get(username="hats"))}
    assert kinds == {"enterprise", "secretary"}


def _the_report_agrees_until_a_record_is_changed():
    """As they say it: `manage.py figures --edition 2022`, which ends with 1 where a line disagrees."""
    assert {stated.text for stated in stated_in(EDITION)} == PRINTED
    lines = _edition_lines()
    assert len(lines) == len(PRINTED)
    assert [line for line in lines if not line.endswith("是")] == []
    with transaction.atomic():
        drawn = Drawdown.objects.paid_out().filter(drawn_on__lte=datetime.date(2022, 12, 31)).order_by("-pk")[0]
        write_reversal(drawn, by=None, reason="测试冲正")
        with pytest.raises(CommandError, match="stated figures disagree") as ended:
            _edition_lines()
        assert ended.value.returncode == 1
        transaction.set_rollback(True)
    assert _edition_lines() == lines


def _edition_lines() -> list[str]:
    """What the command prints below its heading."""
    said = StringIO()
    call_command("figures", edition=EDITION, stdout=said)
    return said.getvalue().splitlines()[1:]


def test_it_refuses_beside_real_data():
    cast.enterprise()
    with pytest.raises(CommandError, match="--force"):
        load()
    assert Enterprise.objects.count() == 1


def test_it_can_be_loaded_beside_real_data_on_purpose():
    kept = cast.enterprise()
    load("--force")
    assert Enterprise.objects.filter(pk=kept.pk).exists()
    assert Enterprise.objects.count() > 1150


def test_a_name_that_is_taken_is_said_before_anything_is_written():
    cast.person(username=LOGINS[0].login)
    with pytest.raises(CommandError, match=LOGINS[0].login):
        load("--force")
    assert not Enterprise.objects.exists()
