import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from federation.inbox.actions import mark_all_read, notify, unread_count
from federation.inbox.models import Message
from tests import cast

pytestmark = pytest.mark.django_db


def messages_for(user, number=1, **words) -> list[Message]:
    return [
        notify(rule="test", about=cast.enterprise(), recipients=[user], **{"title": f"第{n}条", **words})[0]
        for n in range(number)
    ]


def test_one_sees_one_s_own_and_only_those():
    user, other = cast.outsider(), cast.outsider()
    (mine,), (theirs,) = messages_for(user, title="给我的"), messages_for(other, title="给别人的")
    client = cast.login(user)
    page = client.get(reverse("inbox:list")).content.decode()
    assert "给我的" in page and "给别人的" not in page
    assert client.get(reverse("inbox:message", args=[mine.pk])).status_code == 200
    for name in ("message", "open"):
        url = reverse(f"inbox:{name}", args=[theirs.pk])
        assert (client.get(url) if name == "message" else client.post(url)).status_code == 404
    theirs.refresh_from_db()
    assert theirs.read_at is None


def test_staff_read_no_one_elses_messages():
    (theirs,) = messages_for(cast.outsider())
    assert cast.login(cast.superuser()).get(reverse("inbox:message", args=[theirs.pk])).status_code == 404


def test_a_visitor_is_asked_to_sign_in(client):
    assert client.get(reverse("inbox:list")).url.startswith(reverse("account_login"))


def test_showing_changes_nothing_opening_marks_read():
    user = cast.outsider()
    (message,) = messages_for(user)
    client = cast.login(user)
    client.get(reverse("inbox:message", args=[message.pk]))
    message.refresh_from_db()
    assert message.read_at is None
    response = client.post(reverse("inbox:open", args=[message.pk]))
    assert response.url == reverse("inbox:message", args=[message.pk])
    message.refresh_from_db()
    first = message.read_at
    assert first
    client.post(reverse("inbox:open", args=[message.pk]))
    message.refresh_from_db()
    assert message.read_at == first, "the first reading is the one that counts"


def test_all_read_at_once_but_not_other_peoples():
    user, other = cast.outsider(), cast.outsider()
    messages_for(user, 3)
    messages_for(other)
    cast.login(user).post(reverse("inbox:mark_all_read"))
    assert unread_count(user, 100) == 0 and unread_count(other, 100) == 1
    assert mark_all_read(user) == 0


def test_only_unread_on_demand():
    user = cast.outsider()
    read, _unread = messages_for(user, 2)
    client = cast.login(user)
    client.post(reverse("inbox:open", args=[read.pk]))
    page = client.get(reverse("inbox:list"), {"unread": "1"}).content.decode()
    assert "第1条" in page and "第0条" not in page


def test_pages_of_25_newest_first_without_repeating_any():
    user = cast.outsider()
    messages_for(user, 30)
    client = cast.login(user)
    first = client.get(reverse("inbox:list")).context["page"]
    second = client.get(reverse("inbox:list"), {"after": first.next}).context["page"]
    titles = [message.title for message in [*first, *second]]
    assert len(first.rows) == 25 and titles == [f"第{n}条" for n in reversed(range(30))]


def test_the_number_of_queries_does_not_grow_with_the_messages():
    user = cast.outsider()
    client = cast.login(user)
    client.get(reverse("inbox:list"))
    counts = []
    for more in (1, 6):
        messages_for(user, more)
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("inbox:list"))
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_the_message_leads_to_what_it_is_about():
    user = cast.outsider()
    (message,) = messages_for(user, url="/me/")
    page = cast.login(user).get(reverse("inbox:message", args=[message.pk])).content.decode()
    assert 'href="/me/"' in page
