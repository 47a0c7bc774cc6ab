"""What waits leaves once, whatever fails in between."""

import datetime
import http.server
import json
import threading
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail
from django.db import connection, transaction
from django.utils import timezone

from federation.inbox import checks, delivery, gateways
from federation.inbox.actions import notify
from federation.inbox.gateways import HttpGateway, SmsError
from federation.inbox.models import Delivery
from federation.inbox.tasks import deliver_waiting
from tests import cast
from tests.federation.test_accounts_sign_in import texts

pytestmark = pytest.mark.django_db
assert texts
Status = Delivery.Status


def waiting(title="通知", url="/me/", body="正文", **person) -> Delivery:
    (message,) = notify(
        rule="test", about=cast.enterprise(), recipients=[cast.outsider(**person)], title=title, body=body, url=url
    )
    return message.deliveries.get()


def fresh(row: Delivery) -> Delivery:
    row.refresh_from_db()
    return row


def test_mail_leaves_once_with_a_link_and_an_id_of_its_own(settings):
    settings.PORTAL_URL = "https://portal.example.org"
    row = waiting(email="li@example.com", name="李雷")
    assert deliver_waiting() == 1
    assert deliver_waiting() == 0
    (letter,) = mail.outbox
    assert letter.to == ["li@example.com"] and letter.subject == "通知"
    assert "https://portal.example.org/me/" in letter.body and "李雷" in letter.body and "正文" in letter.body
    assert letter.extra_headers["Message-ID"] == f"<delivery-{row.pk}@portal.example.org>"
    assert fresh(row).status == Status.SENT and row.sent_at and row.attempts == 1


def test_the_letter_is_in_the_readers_language():
    waiting(email="li@example.com", language="en", name="Li")
    deliver_waiting()
    assert mail.outbox[0].body.startswith("Dear Li,")


def test_nothing_in_a_title_can_add_a_header():
    row = waiting(title="通知\nBcc: everyone@example.com", email="li@example.com")
    deliver_waiting()
    assert mail.outbox[0].message()["Subject"] and mail.outbox[0].message()["Bcc"] is None
    assert fresh(row).status == Status.SENT


def test_a_text_leaves_by_the_gateway(texts, settings):
    settings.PORTAL_URL = "https://portal.example.org"
    waiting(email=None, phone="+8613800001234")
    deliver_waiting()
    ((phone, text),) = texts
    assert phone == "+8613800001234" and text.endswith("通知 https://portal.example.org/me/")


def failing(monkeypatch, *errors):
    """The next sends fail so; those after succeed."""
    left = list(errors)

    def send(row, connection):
        if left:
            raise left.pop(0)

    monkeypatch.setattr(delivery, "send", send)


def test_a_failure_waits_longer_each_time_then_is_given_up(monkeypatch):
    row = waiting()
    failing(monkeypatch, *[SMTPServerDisconnected("gone")] * 6)
    pauses = []
    for _ in range(6):
        before = timezone.now()
        deliver_waiting()
        pauses.append(round((fresh(row).due_at - before).total_seconds() / 60))
        Delivery.objects.update(due_at=timezone.now())
    assert pauses[:5] == [1, 5, 30, 120, 720]
    assert fresh(row).status == Status.FAILED and row.attempts == 6 and row.last_error == "gone"


def test_a_failure_that_passes_is_made_good(monkeypatch):
    row = waiting()
    failing(monkeypatch, OSError("no route"))
    deliver_waiting()
    assert fresh(row).status == Status.WAITING
    assert deliver_waiting() == 0, "not before it is due again"
    Delivery.objects.update(due_at=timezone.now())
    assert deliver_waiting() == 1 and fresh(row).status == Status.SENT and row.last_error == ""


@pytest.mark.parametrize(
    "error",
    [SMTPRecipientsRefused({"x@example.com": (550, b"no such user")}), SmsError("unknown number", temporary=False)],
)
def test_an_address_that_does_not_exist_is_given_up_at_once(monkeypatch, error):
    row = waiting()
    failing(monkeypatch, error)
    deliver_waiting()
    assert fresh(row).status == Status.FAILED and row.attempts == 1


def test_one_failure_does_not_hold_up_the_others(monkeypatch):
    first, second = waiting(), waiting()
    failing(monkeypatch, OSError("no route"))
    assert deliver_waiting() == 1
    assert {fresh(first).status, fresh(second).status} == {Status.WAITING, Status.SENT}


def test_who_closed_the_account_or_took_the_address_away_gets_nothing():
    closed, gone = waiting(), waiting()
    closed.message.recipient.is_active = False
    closed.message.recipient.save()
    gone.message.recipient.email = None
    gone.message.recipient.save()
    deliver_waiting()
    assert not mail.outbox
    assert fresh(closed).status == fresh(gone).status == Status.FAILED


def test_a_sweep_that_was_killed_is_made_good_after_its_lease():
    row = waiting()
    assert [taken.pk for taken in delivery.take(10)] == [row.pk]
    assert delivery.take(10) == [], "taken by the one that was killed"
    assert deliver_waiting() == 0
    Delivery.objects.update(due_at=timezone.now() - datetime.timedelta(seconds=1))
    assert deliver_waiting() == 1 and len(mail.outbox) == 1


@pytest.mark.django_db(transaction=True)
def test_two_sweeps_at_once_take_different_rows(monkeypatch):
    monkeypatch.setattr("federation.inbox.actions.wake_worker", lambda: None)
    rows = [waiting() for _ in range(4)]
    holding, done = threading.Event(), threading.Event()
    other: list[int] = []

    def sweep_and_hold():
        with transaction.atomic():
            other.extend(row.pk for row in delivery.take(2))
            holding.set()
            done.wait(10)
        connection.close()

    thread = threading.Thread(target=sweep_and_hold)
    thread.start()
    holding.wait(10)
    mine = [row.pk for row in delivery.take(10)]
    done.set()
    thread.join()
    assert sorted(mine + other) == sorted(row.pk for row in rows) and len(other) == 2


# --- The HTTP gateway -----------------------------------------------------------------------------


@pytest.fixture
def provider():
    """A provider on this machine: `answers` are the statuses it gives in turn, `asked` what it was sent."""

    class Handler(http.server.BaseHTTPRequestHandler):
        answers: list[int] = []
        asked: list[tuple[str, dict]] = []

        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            self.asked.append((self.headers.get("Authorization", ""), json.loads(body)))
            self.send_response(self.answers.pop(0) if self.answers else 200)
            self.end_headers()
            self.wfile.write("额度不足".encode())

        def log_message(self, *args):
            pass

    Handler.answers, Handler.asked = [], []
    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    Handler.url = f"http://127.0.0.1:{server.server_port}/send"
    yield Handler
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr(gateways, "PAUSE_SECONDS", 0)


def test_the_gateway_posts_json_with_its_token(provider):
    HttpGateway(provider.url, "secret", 2).send("+8613800001234", "你好", reference="delivery-7")
    assert provider.asked == [("Bearer secret", {"to": "+8613800001234", "text": "你好", "reference": "delivery-7"})]


def test_a_hiccup_is_tried_again_at_once_with_the_same_reference(provider):
    provider.answers = [503]
    HttpGateway(provider.url, "", 2).send("+8613800001234", "你好", reference="delivery-7")
    assert [asked[1]["reference"] for asked in provider.asked] == ["delivery-7"] * 2


@pytest.mark.parametrize(("status", "temporary", "times"), [(400, False, 1), (429, True, 2), (500, True, 2)])
def test_a_refusal_is_told_with_the_providers_words(provider, status, temporary, times):
    provider.answers = [status] * 2
    with pytest.raises(SmsError, match=f"{status}: 额度不足") as refused:
        HttpGateway(provider.url, "", 2).send("+8613800001234", "你好", reference="x")
    assert refused.value.temporary is temporary and len(provider.asked) == times


def test_a_provider_that_is_not_there_is_named():
    with pytest.raises(SmsError, match="can't be reached") as refused:
        HttpGateway("http://127.0.0.1:9/send", "", 1).send("+8613800001234", "你好", reference="x")
    assert refused.value.temporary


@pytest.mark.parametrize(
    ("values", "ids"),
    [
        ({"SMS_GATEWAY": "console"}, []),
        ({"SMS_GATEWAY": "pigeon"}, ["inbox.E001"]),
        ({"SMS_GATEWAY": "http", "SMS_HTTP_URL": ""}, ["inbox.E002"]),
        ({"SMS_GATEWAY": "http", "SMS_HTTP_URL": "file:///etc/passwd"}, ["inbox.E002"]),
        ({"SMS_GATEWAY": "http", "SMS_HTTP_URL": "https://sms.example.com/"}, []),
    ],
)
def test_a_misconfigured_gateway_is_named_with_a_hint(settings, values, ids):
    for name, value in values.items():
        setattr(settings, name, value)
    problems = checks.check_gateways()
    assert [problem.id for problem in problems] == ids and all(problem.hint for problem in problems)


def test_production_is_warned_of_consoles(settings):
    settings.SMS_GATEWAY, settings.EMAIL_BACKEND = "console", "django.core.mail.backends.console.EmailBackend"
    assert {problem.id for problem in checks.check_ways_out_of_production()} == {"inbox.W001", "inbox.W003"}
