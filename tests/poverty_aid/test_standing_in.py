"""Where nobody logs in for a village or a giver, the staff stand in: told, reminded, and shown it on their desk."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from federation.accounts.hats import STAFF, hats_of
from federation.cases.clocks import remind_overdue
from federation.inbox.models import Message
from federation.portal.contributions import what_waits
from members.enterprises.models import Representative
from members.partners.models import PartnerOfficer
from poverty_aid.contributions import access
from poverty_aid.contributions.models import Contribution
from poverty_aid.contributions.shares import Giver
from poverty_aid.contributions.statuses import Status as Gift
from poverty_aid.pairings import access as pairing_access
from poverty_aid.pairings.models import Pairing
from poverty_aid.pairings.statuses import Status
from poverty_aid.vacancies import gifts_of_absent, pairings_of_absent, vacant_villages
from poverty_aid.villages.actions import merge_village
from tests import cast
from tests.poverty_aid import aid

DAY = timedelta(days=1)


def on_desk(user) -> dict[str, list[str]]:
    """Addresses on the desk of this member of staff, by group."""
    hat = next(hat for hat in hats_of(user) if hat.kind == STAFF)
    return {group.name: [item.url for item in group.items] for group in what_waits(user, hat)}


def admin(model: str, row) -> str:
    return f"/admin/poverty_aid/{model}/{row.pk}/change/"


def overdue(row) -> None:
    type(row).objects.filter(pk=row.pk).update(due_at=timezone.now() - DAY)
    Message.objects.all().delete()


def reminded() -> set[tuple[object, str]]:
    assert remind_overdue() == Message.objects.count()
    return {(message.recipient, message.url) for message in Message.objects.all()}


def test_a_delivery_to_a_village_without_an_officer_waits_with_the_staff(people):
    seen = aid.pledged(people.manager, people.village)
    aid.delivered(seen, people.manager)
    lonely = aid.village("无账号村")
    gift = aid.pledged(people.manager, lonely)
    Message.objects.all().delete()
    aid.delivered(gift, people.manager)
    told = Message.objects.get()
    assert (told.recipient, told.url) == (people.staff, admin("contribution", gift))
    assert on_desk(people.staff)["gifts-to-confirm"] == [admin("contribution", gift)]
    overdue(gift)
    assert reminded() == {(people.staff, admin("contribution", gift))}
    gift.refresh_from_db()
    aid.confirmed(gift, gift.deliveries.get(), people.staff)
    assert "gifts-to-confirm" not in on_desk(people.staff)


def test_with_an_officer_it_waits_there_and_not_with_the_staff(people):
    gift = aid.pledged(people.manager, people.village)
    Message.objects.all().delete()
    aid.delivered(gift, people.manager)
    assert Message.objects.get().recipient == people.villager
    overdue(gift)
    assert reminded() == {(people.villager, f"/poverty-aid/gifts/{gift.pk}/")}
    assert "gifts-to-confirm" not in on_desk(people.staff)


def test_where_the_only_officer_also_gives_the_staff_are_told_and_reminded(people):
    gift = aid.pledged(people.manager, people.village)
    cast.represent(people.villager, people.enterprise, Representative.Role.COLLEAGUE)
    Message.objects.all().delete()
    aid.delivered(gift, people.manager)
    assert people.staff in {message.recipient for message in Message.objects.all()}
    overdue(gift)
    assert reminded() == {(people.staff, admin("contribution", gift))}


def test_which_villages_are_vacant(people):
    without, lapsed, locked, closed = (aid.village() for _number in range(4))
    merged_into_served, merged_into_vacant = aid.village(), aid.village()
    aid.officer(lapsed), aid.officer(merged_into_vacant)
    PartnerOfficer.objects.filter(organisation=lapsed.partner).update(until=timezone.localdate() - DAY)
    gone = aid.officer(locked)
    gone.is_active = False
    gone.save()
    aid.officer(closed)
    closed.partner.is_active = False
    closed.partner.save()
    merge_village(merged_into_served, into=people.village, on=timezone.localdate())
    merge_village(merged_into_vacant, into=without, on=timezone.localdate())
    assert set(vacant_villages()) == {without, lapsed, locked, closed, merged_into_vacant}


def test_a_promise_of_a_giver_without_an_account_waits_with_the_staff(people):
    aid.pledged(people.manager, people.village)
    absent = cast.enterprise("上海无账号有限公司")
    gift = aid.pledged(people.staff, people.village, givers=[Giver(absent)], promised_on=timezone.localdate())
    assert on_desk(people.staff)["gifts-of-absent"] == [f"/poverty-aid/gifts/{gift.pk}/"]
    client = cast.login(people.staff)
    assert client.get(f"/poverty-aid/gifts/{gift.pk}/").context["deliver_form"], "where the desk leads it can be done"
    overdue(gift)
    assert reminded() == {(people.staff, f"/poverty-aid/gifts/{gift.pk}/")}
    aid.confirmed(gift, aid.delivered(gift, people.staff, 6_000), people.villager)
    assert on_desk(people.staff)["gifts-left-of-absent"] == [f"/poverty-aid/gifts/{gift.pk}/"]
    cast.representative(absent)
    assert not {"gifts-of-absent", "gifts-left-of-absent"} & on_desk(people.staff).keys()


def test_the_list_of_absent_givers_agrees_with_what_is_asked_of_one_gift(people):
    absent, read_only, former = cast.enterprise(), cast.enterprise(), cast.enterprise()
    cast.colleague(read_only)
    cast.representative(former)
    former.representatives.update(until=timezone.localdate() - DAY)
    member, alone = aid.member_of(people.chamber), cast.chamber("无秘书长商会")
    givers = [
        [Giver(people.enterprise)],
        [Giver(absent)],
        [Giver(read_only)],
        [Giver(former)],
        # Its chamber's secretary speaks for it only where it gives through the chamber.
        [Giver(member)],
        [Giver(member, people.chamber)],
        [Giver(None, people.chamber)],
        [Giver(None, alone)],
    ]
    gifts = [aid.pledged(people.staff, people.village, givers=who) for who in givers]
    expected = [access.giver_is_vacant(gift) for gift in gifts]
    assert expected == [False, True, True, True, True, False, False, True]
    found = set(gifts_of_absent(Contribution.objects.all()))
    assert [gift in found for gift in gifts] == expected


def test_a_pairing_whose_village_or_giver_is_absent_waits_with_the_staff(people):
    accept = aid.pairing_in(Status.ACCEPTANCE, people.manager, people.village, people.staff)
    signed = aid.pairing_in(Status.SIGNED, people.manager, aid.village(), people.staff)
    assert not {"pairings-to-accept", "pairings-of-absent"} & on_desk(people.staff).keys()
    PartnerOfficer.objects.all().delete()
    people.enterprise.representatives.update(until=timezone.localdate() - DAY)
    desk = on_desk(people.staff)
    assert desk["pairings-to-accept"] == [admin("pairing", accept)]
    assert desk["pairings-of-absent"] == [admin("pairing", signed)]
    for row in (accept, signed):
        overdue(row)
        assert reminded() == {(people.staff, admin("pairing", row))}
        Pairing.objects.filter(pk=row.pk).update(due_at=None)
    assert set(pairings_of_absent(Pairing.objects.all())) == {
        row for row in Pairing.objects.all() if pairing_access.giver_is_vacant(row)
    }


def test_the_staff_hear_whether_the_village_can_accept(people):
    made = aid.pairing_in(Status.UNDER_WAY, people.manager, people.village, people.staff)
    PartnerOfficer.objects.all().delete()
    Message.objects.all().delete()
    aid.pairings.report_pairing(made, by=people.manager, outcome="路修好了")
    assert "代为验收" in Message.objects.get(recipient=people.staff).body


@pytest.mark.parametrize("role", ["auditor", "registry_clerk"])
def test_who_doesnt_keep_gifts_isnt_shown_them(people, role):
    aid.delivered(aid.pledged(people.manager, aid.village()), people.manager)
    assert not {"gifts-to-confirm", "gifts-of-absent"} & on_desk(cast.staff(role)).keys()


def test_the_desk_asks_as_often_for_one_of_everything_as_for_three(people):
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            shown = on_desk(people.staff)
        assert {"gifts-to-confirm", "gifts-of-absent", "pairings-to-accept"} <= shown.keys()
        return len(asked)

    def one_of_everything() -> None:
        lonely = aid.village()
        aid.delivered(aid.pledged(people.manager, lonely), people.manager)
        aid.pledged(people.staff, lonely, givers=[Giver(cast.enterprise())])
        aid.pairing_in(Status.ACCEPTANCE, people.manager, lonely, people.staff)
        PartnerOfficer.objects.all().delete()

    one_of_everything()
    first = queries()
    one_of_everything(), one_of_everything()
    assert queries() == first
    assert Contribution.objects.filter(status=Gift.DELIVERED).count() == 3
