"""Colleagues of an enterprise: invited, sent again, withdrawn, accepted once; nobody leaves it without a manager."""

import datetime

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import timezone

from federation.inbox.letters import send_waiting_letters
from federation.inbox.models import Letter, Message
from members.desk.colleagues import (
    BETWEEN_SENDINGS,
    MOST_SENDINGS,
    ColleagueError,
    InvitationClosed,
    accept_invitation,
    change_role,
    hand_over,
    invite,
    remove_colleague,
    send_again,
    why_closed,
    withdraw_invitation,
)
from members.desk.models import Invitation
from members.enterprises.models import Enterprise, Representative
from tests import cast
from tests.at_once import at_once, only_error

pytestmark = pytest.mark.django_db

MANAGER, COLLEAGUE = Representative.Role.MANAGER, Representative.Role.COLLEAGUE


@pytest.fixture
def manager():
    return cast.representative()


def ask(manager, **fields) -> Invitation:
    fields.setdefault("email", "new@example.com")
    return invite(cast.enterprise_of(manager), name="新同事", by=manager, **fields)


def acting(firm: Enterprise) -> dict[str, str]:
    rows = Representative.objects.acting().filter(enterprise=firm).select_related("user")
    return {row.user.name: row.role for row in rows}


def representative_of(user) -> Representative:
    return user.representations.latest("pk")


def test_an_invitation_leaves_by_mail_once_with_its_link(manager):
    invitation = ask(manager)
    assert send_waiting_letters() == 1
    assert send_waiting_letters() == 0
    assert f"/me/invitations/{invitation.token}/" in mail.outbox[0].body
    assert manager.name in mail.outbox[0].subject
    assert mail.outbox[0].to == ["new@example.com"]


def test_or_by_text_message(manager, capsys):
    invitation = ask(manager, email="", phone="+8613900000001")
    assert send_waiting_letters() == 1
    printed = capsys.readouterr().out
    assert "+8613900000001" in printed and invitation.token in printed


def test_a_failing_way_out_is_tried_again_later(manager, monkeypatch):
    ask(manager)
    calls = []

    def fail(self):
        calls.append(self)
        raise OSError("mail server away")

    monkeypatch.setattr("federation.inbox.letters.EmailMessage.send", fail)
    assert send_waiting_letters() == 0
    letter = Letter.objects.get()
    assert len(calls) == 1 and letter.status == "waiting" and "away" in letter.last_error
    monkeypatch.undo()
    Letter.objects.update(due_at=timezone.now())
    assert send_waiting_letters() == 1


def test_the_link_is_not_copied_into_history(manager):
    invitation = ask(manager)
    with connection.cursor() as cursor:
        for table in ("inbox_letterevent", "members_invitationevent"):
            cursor.execute(f"SELECT count(*) FROM {table} t WHERE t::text LIKE %s", [f"%{invitation.token}%"])
            assert cursor.fetchone()[0] == 0


def test_accepting_makes_a_colleague_and_tells_who_invited(manager):
    invitation = ask(manager)
    new = cast.person("接受的人")
    accept_invitation(invitation, by=new)
    firm = cast.enterprise_of(manager)
    assert acting(firm) == {manager.name: MANAGER, "接受的人": COLLEAGUE}
    assert "接受的人" in Message.objects.get(recipient=manager).title


def test_a_link_is_good_once(manager):
    invitation = ask(manager)
    accept_invitation(invitation, by=cast.person())
    with pytest.raises(InvitationClosed):
        accept_invitation(invitation, by=cast.person())
    assert len(acting(cast.enterprise_of(manager))) == 2


@pytest.mark.parametrize("how", ["withdrawn", "expired", "merged"])
def test_a_closed_link_says_why(manager, how):
    invitation = ask(manager)
    if how == "withdrawn":
        withdraw_invitation(invitation)
    elif how == "expired":
        Invitation.objects.update(expires_at=timezone.now())
    else:
        Enterprise.objects.filter(pk=invitation.enterprise_id).update(merged_into=cast.enterprise())
    assert why_closed(Invitation.objects.get())
    with pytest.raises(ColleagueError):
        accept_invitation(invitation, by=cast.person())


def test_who_already_acts_leaves_the_link_to_others(manager):
    invitation = ask(manager)
    with pytest.raises(ColleagueError):
        accept_invitation(invitation, by=manager)
    accept_invitation(invitation, by=cast.person())


def test_the_same_person_is_not_invited_twice(manager):
    ask(manager)
    with pytest.raises(ColleagueError):
        ask(manager, email="NEW@example.com")
    mate = cast.colleague(cast.enterprise_of(manager))
    with pytest.raises(ColleagueError):
        ask(manager, email="", phone=mate.phone)


def test_sending_again_is_limited_and_prolongs(manager):
    invitation = ask(manager)
    with pytest.raises(ColleagueError):
        send_again(invitation)
    for _ in range(MOST_SENDINGS - 1):
        Letter.objects.update(created_at=timezone.now() - BETWEEN_SENDINGS)
        Invitation.objects.update(expires_at=timezone.now() - datetime.timedelta(days=1))
        assert not why_closed(send_again(invitation))
    Letter.objects.update(created_at=timezone.now() - BETWEEN_SENDINGS)
    with pytest.raises(ColleagueError):
        send_again(invitation)
    assert Letter.objects.count() == MOST_SENDINGS


def test_removing_ends_the_office_and_keeps_the_time(manager):
    mate = cast.colleague(cast.enterprise_of(manager))
    remove_colleague(representative_of(mate))
    assert acting(cast.enterprise_of(manager)) == {manager.name: MANAGER}
    assert representative_of(mate).until == timezone.localdate() - datetime.timedelta(days=1)
    with pytest.raises(ColleagueError):
        remove_colleague(representative_of(mate))


def test_who_came_today_goes_today(manager):
    accept_invitation(ask(manager), by=(new := cast.person()))
    remove_colleague(representative_of(new))
    assert acting(cast.enterprise_of(manager)) == {manager.name: MANAGER}


def test_the_last_manager_stays(manager):
    cast.colleague(cast.enterprise_of(manager))
    only = representative_of(manager)
    with pytest.raises(ColleagueError, match=manager.name):
        remove_colleague(only)
    with pytest.raises(ColleagueError, match=manager.name):
        change_role(only, COLLEAGUE)


def test_who_was_removed_meanwhile_changes_nothing_any_more(manager):
    firm = cast.enterprise_of(manager)
    mate, other = cast.colleague(firm), cast.person("另一位负责人")
    cast.represent(other, firm)
    remove_colleague(representative_of(manager), by=other)
    for late in (
        lambda: remove_colleague(representative_of(mate), by=manager),
        lambda: change_role(representative_of(mate), MANAGER, by=manager),
        lambda: remove_colleague(representative_of(other), by=mate),
    ):
        with pytest.raises(PermissionDenied):
            late()
    remove_colleague(representative_of(mate), by=mate)
    assert acting(firm) == {other.name: MANAGER}


def test_handing_over(manager):
    firm = cast.enterprise_of(manager)
    mate = cast.colleague(firm)
    hand_over(representative_of(manager), representative_of(mate))
    assert acting(firm) == {manager.name: COLLEAGUE, mate.name: MANAGER}
    with pytest.raises(ColleagueError):
        hand_over(representative_of(mate), representative_of(cast.representative()))


@pytest.mark.django_db(transaction=True)
def test_two_managers_leaving_at_once_leave_one():
    manager = cast.representative()
    firm = cast.enterprise_of(manager)
    other = cast.person("另一位负责人")
    cast.represent(other, firm)
    rows = Representative.objects.filter(enterprise=firm)
    assert isinstance(only_error(at_once(*(lambda row=row: remove_colleague(row) for row in rows))), ColleagueError)


@pytest.mark.django_db(transaction=True)
def test_one_link_opened_by_two_lets_one_in():
    manager = cast.representative()
    invitation = ask(manager)
    people = [cast.person("先到"), cast.person("后到")]
    outcomes = at_once(*(lambda by=by: accept_invitation(invitation, by=by) for by in people))
    assert isinstance(only_error(outcomes), InvitationClosed)
    assert len(acting(cast.enterprise_of(manager))) == 2
