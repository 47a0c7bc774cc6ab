"""Messages: written once with what causes them, each in its reader's language."""

import datetime
import threading

import pytest
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy, override

from federation.inbox.actions import notify
from federation.inbox.models import Delivery, Message
from tests import cast

pytestmark = pytest.mark.django_db


def tell(about, *recipients, **words):
    return notify(rule="test", about=about, recipients=recipients, **{"title": "通知", **words})


def test_a_message_and_its_way_out():
    firm, person = cast.enterprise(), cast.outsider()
    (message,) = tell(firm, person, body="正文", url="/me/")
    assert (message.recipient, message.title, message.url) == (person, "通知", "/me/")
    assert message.deliveries.get().channel == Delivery.Channel.EMAIL


def test_once_per_rule_object_date_and_person():
    firm, person = cast.enterprise(), cast.outsider()
    tell(firm, person)
    assert tell(firm, person, title="again") == []
    assert tell(cast.enterprise(), person) and tell(firm, cast.outsider())
    assert tell(firm, person, on=timezone.localdate() + datetime.timedelta(days=1))
    assert notify(rule="other", about=firm, recipients=[person], title="x")
    assert Message.objects.filter(recipient=person).count() == 4


def test_a_rolled_back_cause_tells_nobody():
    with transaction.atomic():
        tell(cast.enterprise(), cast.outsider())
        transaction.set_rollback(True)
    assert not Message.objects.exists()


@pytest.mark.parametrize(
    ("fields", "channels"),
    [
        ({"email": "a@example.com", "phone": "+8613800001234"}, ["email"]),
        ({"email": None, "phone": "+8613800001234"}, ["sms"]),
        ({"email": None, "phone": "+8613800001234", "phone_verified": False}, []),
        ({"email": None, "phone": None}, []),
    ],
)
def test_mail_first_and_a_text_only_to_a_verified_phone(fields, channels):
    tell(cast.enterprise(), cast.person(**fields))
    assert list(Delivery.objects.values_list("channel", flat=True)) == channels


def test_a_closed_account_is_told_nothing():
    assert tell(cast.enterprise(), cast.person(is_active=False)) == []


def test_each_reads_it_in_their_own_language():
    chinese, english = cast.outsider(language="zh-hans"), cast.outsider(language="en")
    with override("en"):
        tell(cast.enterprise(), chinese, english, title=gettext_lazy("Inbox"), body=lambda: gettext("Log out"))
    titles = dict(Message.objects.values_list("recipient", "title"))
    assert titles[english.pk] == "Inbox" and titles[chinese.pk] != "Inbox"
    assert Message.objects.get(recipient=english).body == "Log out"
    assert Message.objects.get(recipient=chinese).body != "Log out"


def test_the_number_of_queries_does_not_grow_with_the_readers(django_assert_num_queries):
    firm, people = cast.enterprise(), [cast.outsider() for _ in range(5)]
    for recipients in (people[:1], people[1:]):
        with django_assert_num_queries(6):
            tell(firm, *recipients)


@pytest.mark.django_db(transaction=True)
def test_two_transactions_at_once_tell_once(monkeypatch):
    monkeypatch.setattr("federation.inbox.actions.wake_worker", lambda: None)
    firm, person = cast.enterprise(), cast.outsider()
    barrier = threading.Barrier(2)
    failures = []

    def work():
        try:
            with transaction.atomic():
                barrier.wait(5)
                tell(firm, person)
        except Exception as error:  # noqa: BLE001 whatever fails in the thread must fail the test
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    assert Message.objects.count() == Delivery.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_broker_that_is_down_does_not_undo_what_was_done(monkeypatch):
    from federation.inbox import tasks

    def refuse(**options):
        raise ConnectionError("no broker")

    monkeypatch.setattr(tasks.deliver_waiting, "apply_async", refuse)
    with transaction.atomic():
        tell(cast.enterprise(), cast.outsider())
    assert Delivery.objects.get().status == Delivery.Status.WAITING


@pytest.mark.django_db(transaction=True)
def test_many_messages_wake_the_worker_once(monkeypatch):
    from federation.inbox import tasks

    woken = []
    monkeypatch.setattr(tasks.deliver_waiting, "apply_async", lambda **options: woken.append(options))
    person = cast.outsider()
    with transaction.atomic():
        for _ in range(5):
            tell(cast.enterprise(), person)
        assert not woken, "not before the commit"
    assert len(woken) == 1
