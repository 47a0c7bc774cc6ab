"""A gift from pledge to confirmation: what is counted, what is refused in words, who is too late."""

from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Sum
from django.utils import timezone, translation

from federation.cases.clocks import remind_overdue
from federation.cases.errors import AlreadyMoved, ReasonNeeded
from federation.files.errors import UploadRefused
from federation.inbox.models import Message
from members.partners.models import PartnerOfficer
from poverty_aid.contributions import actions
from poverty_aid.contributions.correcting import correct_contribution
from poverty_aid.contributions.errors import AboveDelivery, AlreadyConfirmed, CannotGive, WrongShares
from poverty_aid.contributions.models import Confirmation, Contribution, Delivery, Kind, LedgerEntry
from poverty_aid.contributions.parts import progress_of
from poverty_aid.contributions.shares import Giver, parse_part, split
from poverty_aid.contributions.statuses import Status
from poverty_aid.hands import Hand
from poverty_aid.programmes.models import TWO_HUNDREDS, Intermediary
from tests import cast
from tests.at_once import at_once, only_error
from tests.poverty_aid import aid


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def counted(**scope) -> Decimal:
    return LedgerEntry.objects.filter(**scope).aggregate(s=Sum("amount"))["s"] or Decimal(0)


def test_only_what_the_village_confirms_is_counted(people):
    gift = aid.pledged(people.manager, people.village, 20_000)
    assert (gift.status, counted()) == (Status.PLEDGED, 0)
    first = aid.delivered(gift, people.manager, 12_000)
    gift.refresh_from_db()
    assert (gift.status, counted()) == (Status.DELIVERED, 0)
    aid.confirmed(gift, first, people.villager)
    gift.refresh_from_db()
    assert (gift.status, counted()) == (Status.PARTLY, 12_000)
    aid.confirmed(gift, aid.delivered(gift, people.manager, 8_000), people.villager)
    gift.refresh_from_db()
    assert (gift.status, counted()) == (Status.CONFIRMED, 20_000)


def test_more_than_was_delivered_is_refused_in_words(people):
    gift = aid.pledged(people.manager, people.village, 20_000)
    delivery = aid.delivered(gift, people.manager, 5_000)
    with pytest.raises(AboveDelivery, match=r"5,000.*can't have arrived"):
        aid.confirmed(gift, delivery, people.villager, 5_001)
    assert counted() == 0
    assert not Confirmation.objects.exists()


def test_less_needs_a_word_and_nothing_is_a_dispute(people):
    gift = aid.pledged(people.manager, people.village, 20_000)
    delivery = aid.delivered(gift, people.manager)
    with pytest.raises(ReasonNeeded):
        actions.confirm_delivery(gift, delivery, by=people.villager, amount=Decimal(19_000))
    with pytest.raises(CannotGive, match="dispute"):
        actions.confirm_delivery(gift, delivery, by=people.villager, amount=Decimal(0))
    aid.confirmed(gift, delivery, people.villager, 19_000)
    gift.refresh_from_db()
    assert (gift.status, counted()) == (Status.PARTLY, 19_000)
    actions.close_contribution_short(gift, by=people.manager, reason="余款免了")
    gift.refresh_from_db()
    assert (gift.status, counted()) == (Status.CONFIRMED, 19_000)


def test_a_delivery_above_the_pledge_is_refused_in_words(people):
    gift = aid.pledged(people.manager, people.village, 2)
    with pytest.raises(CannotGive, match="Check the unit"):
        aid.delivered(gift, people.manager, 20_000)


def test_evidence_is_needed_and_looked_at(people):
    gift = aid.pledged(people.manager, people.village, 100)
    today = timezone.localdate()
    with pytest.raises(CannotGive, match="receipt"):
        actions.deliver_contribution(gift, by=people.manager, amount=Decimal(100), delivered_on=today)
    program = SimpleUploadedFile("回单.pdf", b"MZ\x90\x00" + b"\0" * 200, "application/pdf")
    with pytest.raises(UploadRefused) as refused:
        actions.deliver_contribution(gift, by=people.manager, amount=Decimal(100), delivered_on=today, receipt=program)
    assert "Accepted are" in refused.value.messages[0]
    with pytest.raises(CannotGive, match="future"):
        actions.deliver_contribution(
            gift, by=people.manager, amount=Decimal(1), delivered_on=today + timedelta(days=1), receipt=aid.paper()
        )
    assert not gift.deliveries.exists()


def test_a_wrong_delivery_is_replaced_until_the_village_has_spoken(people):
    gift = aid.pledged(people.manager, people.village, 100)
    wrong = aid.delivered(gift, people.manager, 90)
    Message.objects.all().delete()
    right = aid.replaced(gift, wrong, people.manager, 100)
    assert gift.steps.order_by("-pk").first().hand == Hand.GIVER
    assert (right.receipt, right.leg) == (wrong.receipt, "village"), "its papers stay unless there are new ones"
    told = Message.objects.get(recipient=people.villager)
    assert "少填了一笔" in told.body
    with pytest.raises(AlreadyConfirmed, match="replaced"):
        aid.confirmed(gift, wrong, people.villager)
    aid.confirmed(gift, right, people.villager)
    assert counted() == 100
    wrong.refresh_from_db()
    assert (wrong.amount, wrong.replaced_by) == (90, right)
    gift.refresh_from_db()
    with pytest.raises(AlreadyMoved):
        aid.replaced(gift, right, people.manager, 80)


def test_of_two_deliveries_only_the_one_not_confirmed_is_replaced(people):
    gift = aid.pledged(people.manager, people.village, 100)
    first, second = aid.delivered(gift, people.manager, 60), aid.delivered(gift, people.manager, 30)
    aid.confirmed(gift, first, people.villager)
    with pytest.raises(AlreadyConfirmed, match="can't be replaced"):
        aid.replaced(gift, first, people.manager, 50)
    with pytest.raises(CannotGive, match="Check the unit"):
        aid.replaced(gift, second, people.manager, 41)
    with pytest.raises(ReasonNeeded):
        aid.replaced(gift, second, people.manager, 40, reason=" ")
    aid.replaced(gift, second, people.manager, 40)
    assert progress_of(gift).delivered == 100


def test_staff_who_replace_a_delivery_dont_confirm_it_in_the_villages_place(people):
    village = aid.village("无账号村")
    gift = aid.pledged(people.manager, village, 100)
    right = aid.replaced(gift, aid.delivered(gift, people.manager, 90), people.staff, 100)
    assert gift.steps.order_by("-pk").first().hand == Hand.STAFF
    with pytest.raises(PermissionDenied):
        aid.confirmed(gift, right, people.staff)
    aid.confirmed(gift, right, aid.keeper())
    assert counted() == 100


def test_the_village_replaces_nothing(people):
    gift = aid.pledged(people.manager, people.village, 100)
    delivery = aid.delivered(gift, people.manager, 90)
    for other in (people.villager, cast.colleague(people.enterprise), cast.representative()):
        with pytest.raises(PermissionDenied):
            aid.replaced(gift, delivery, other, 80)


def test_what_was_passed_on_bounds_what_an_intermediary_can_have_received(people):
    gift = aid.pledged(people.manager, people.village, 100, intermediary=Intermediary.objects.create(name="测试促进会"))
    received = aid.delivered(gift, people.manager, 100, leg=Delivery.Leg.INTERMEDIARY)
    aid.delivered(gift, people.manager, 70)
    with pytest.raises(CannotGive, match="can't have received less"):
        aid.replaced(gift, received, people.manager, 69)
    assert aid.replaced(gift, received, people.manager, 70).leg == Delivery.Leg.INTERMEDIARY
    assert progress_of(gift).held == 70


# --- Joint gifts ----------------------------------------------------------------------------------


def test_shares_must_make_exactly_one(people):
    other = cast.enterprise("上海另一家有限公司")
    for parts in ((Fraction(1, 2), Fraction(49, 100)), (Fraction(1, 2), Fraction(51, 100))):
        givers = [Giver(people.enterprise, None, parts[0]), Giver(other, None, parts[1])]
        with pytest.raises(WrongShares, match="not to exactly one"):
            aid.pledged(people.manager, people.village, 100, givers=givers)
    twice = [Giver(people.enterprise, None, Fraction(1, 2))] * 2
    with pytest.raises(WrongShares, match="stands here twice"):
        aid.pledged(people.manager, people.village, 100, givers=twice)
    assert not Contribution.objects.exists()


def test_thirds_are_split_to_the_fen_and_add_up(people):
    others = [cast.enterprise(), cast.enterprise()]
    givers = [Giver(one, None, Fraction(1, 3)) for one in (people.enterprise, *others)]
    aid.confirmed_gift(people.manager, people.village, "100.00", givers=givers)
    amounts = [counted(enterprise=one) for one in (people.enterprise, *others)]
    assert sum(amounts) == 100
    assert sorted(amounts) == [Decimal("33.33"), Decimal("33.33"), Decimal("33.34")]


@pytest.mark.parametrize("amount", ["0.01", "0.02", "99999.99", "7", "1000000.01"])
def test_splitting_loses_nothing_and_turns_round_exactly(amount):
    parts = [Fraction(1, 7), Fraction(2, 7), Fraction(4, 7)]
    there, back = split(Decimal(amount), parts), split(-Decimal(amount), parts)
    assert sum(there) == Decimal(amount)
    assert [-one for one in back] == there


def test_a_share_is_read_as_people_write_it():
    assert parse_part("1/3") == Fraction(1, 3)
    assert parse_part("３０％") == Fraction(3, 10)
    assert parse_part(" 0.25 ") == Fraction(1, 4)
    for text in ("0", "1.2", "-1/3", "三成", "1/0", "nan"):
        with pytest.raises(ValidationError):
            parse_part(text)


# --- What passes through --------------------------------------------------------------------------


def test_what_passes_through_is_counted_once(people):
    guangcai = Intermediary.objects.create(name="光彩会")
    gift = aid.pledged(people.manager, people.village, 1000, intermediary=guangcai)
    with pytest.raises(CannotGive, match="can't pass on more"):
        aid.delivered(gift, people.manager, 500)
    aid.delivered(gift, people.manager, 800, leg="intermediary")
    gift.refresh_from_db()
    assert (gift.status, counted()) == (Status.PLEDGED, 0)
    with pytest.raises(CannotGive, match="can't pass on more"):
        aid.delivered(gift, people.manager, 900)
    aid.confirmed(gift, aid.delivered(gift, people.manager, 800), people.villager)
    assert counted() == 800
    gift.refresh_from_db()
    assert gift.status == Status.PARTLY


def test_who_passes_on_is_never_a_giver(people):
    Intermediary.objects.create(name="光彩会", uscc=people.enterprise.uscc)
    with pytest.raises(CannotGive, match="passes on what others give"):
        aid.pledged(people.manager, people.village, 1000)


# --- Hands ----------------------------------------------------------------------------------------


def test_nobody_confirms_their_own_gift_whatever_hats(people):
    gift = aid.pledged(people.manager, people.village, 1000)
    delivery = aid.delivered(gift, people.manager)
    PartnerOfficer.objects.create(organisation=people.village.partner, user=people.manager, since=cast.LONG_AGO)
    with pytest.raises(PermissionDenied):
        aid.confirmed(gift, delivery, people.manager)
    colleague = cast.colleague(people.enterprise)
    PartnerOfficer.objects.create(organisation=people.village.partner, user=colleague, since=cast.LONG_AGO)
    with pytest.raises(PermissionDenied):
        aid.confirmed(gift, delivery, colleague)
    # Nor after leaving the enterprise: the hand was lent.
    people.enterprise.representatives.update(until=timezone.localdate() - timedelta(days=1))
    with pytest.raises(PermissionDenied):
        aid.confirmed(gift, delivery, people.manager)
    aid.confirmed(gift, delivery, people.villager)


def test_staff_stand_in_only_for_a_village_without_officers(people):
    gift = aid.pledged(people.manager, people.village, 1000)
    delivery = aid.delivered(gift, people.manager)
    with pytest.raises(PermissionDenied):
        aid.confirmed(gift, delivery, people.staff)
    PartnerOfficer.objects.all().delete()
    aid.confirmed(gift, delivery, people.staff)
    gift.refresh_from_db()
    # Whoever stood in for the village doesn't also act for the federation.
    with pytest.raises(PermissionDenied):
        actions.reverse_confirmation(gift, aid.first_confirmation(gift), by=people.staff, reason="退汇")
    actions.reverse_confirmation(gift, aid.first_confirmation(gift), by=aid.keeper(), reason="退汇")


# --- Disputes, reversals, corrections --------------------------------------------------------------


def test_a_dispute_is_settled_one_way_or_the_other(people):
    gift = aid.pledged(people.manager, people.village, 1000)
    delivery = aid.delivered(gift, people.manager)
    actions.dispute_delivery(gift, delivery, by=people.villager, reason="少两箱")
    gift.refresh_from_db()
    assert gift.status == Status.DISPUTED
    with pytest.raises(AlreadyMoved):
        aid.confirmed(gift, delivery, people.villager)
    actions.settle_dispute(gift, by=people.staff, reason="实为八百", arrives=True, amount=Decimal(800))
    gift.refresh_from_db()
    assert gift.status == Status.DELIVERED
    now = gift.deliveries.get(replaced_by=None)
    assert now.amount == 800
    aid.confirmed(gift, now, people.villager)
    assert counted() == 800


def test_a_void_delivery_leaves_the_pledge(people):
    gift = aid.pledged(people.manager, people.village, 1000)
    actions.dispute_delivery(gift, aid.delivered(gift, people.manager), by=people.villager, reason="没有收到")
    actions.settle_dispute(gift, by=people.staff, reason="没有发货", arrives=False)
    gift.refresh_from_db()
    assert (gift.status, counted()) == (Status.PLEDGED, 0)
    aid.confirmed(gift, aid.delivered(gift, people.manager), people.villager)
    assert counted() == 1000


def test_a_reversal_takes_back_line_by_line_in_the_same_year(people):
    others = [Giver(people.enterprise, None, Fraction(2, 3)), Giver(cast.enterprise(), None, Fraction(1, 3))]
    gift = aid.confirmed_gift(people.manager, people.village, "100.01", givers=others)
    aid.back_in(2021, gift)
    gift.refresh_from_db()
    actions.reverse_confirmation(gift, aid.first_confirmation(gift), by=people.staff, reason="退汇")
    gift.refresh_from_db()
    assert gift.status == Status.DELIVERED
    assert counted(year=2021) == 0
    assert [counted(share=share) for share in gift.shares.all()] == [0, 0]
    assert LedgerEntry.objects.count() == 4
    with pytest.raises(AlreadyConfirmed):
        actions.reverse_confirmation(gift, Confirmation.objects.first(), by=people.staff, reason="又一次")


def test_a_correction_is_a_new_version(people):
    gift = aid.confirmed_gift(people.manager, people.village, 1000)
    before = list(LedgerEntry.objects.values())
    right = cast.enterprise("上海真正捐赠有限公司")
    new = correct_contribution(
        gift,
        by=people.staff,
        reason="捐赠方录错",
        changes={"programme": aid.programme(TWO_HUNDREDS)},
        givers=[Giver(right, None, Fraction(1))],
    )
    gift.refresh_from_db()
    assert (gift.status, new.status, new.version, new.corrects) == (Status.SUPERSEDED, Status.CONFIRMED, 2, gift)
    assert gift.giver_name == people.enterprise.name
    assert list(LedgerEntry.objects.order_by("pk").values())[:1] == before
    assert counted(enterprise=people.enterprise) == 0
    assert counted(enterprise=right, programme__code=TWO_HUNDREDS) == 1000
    assert counted() == 1000
    with pytest.raises(AlreadyMoved):
        correct_contribution(gift, by=people.staff, reason="再改", changes={"title": "x"})


def test_nobody_corrects_what_is_then_their_own(people):
    gift = aid.confirmed_gift(people.manager, people.village, 1000)
    own = cast.enterprise("上海干部家有限公司")
    cast.represent(people.staff, own)
    with pytest.raises(PermissionDenied):
        correct_contribution(
            gift, by=people.staff, reason="改到自家", changes={}, givers=[Giver(own, None, Fraction(1))]
        )
    gift.refresh_from_db()
    assert gift.status == Status.CONFIRMED


# --- Pledges --------------------------------------------------------------------------------------


def test_in_kind_needs_a_valuation(people):
    with pytest.raises(CannotGive, match="valued"):
        aid.pledge_contribution(
            aid.Pledge(kind=Kind.GOODS, mode="welfare", title="课桌", amount=Decimal(1), village=people.village),
            [Giver(people.enterprise)],
            by=people.manager,
        )


def test_a_pledge_under_a_pairing_takes_its_village_and_programme(people):
    pairing = aid.pairing_in("signed", people.manager, people.village, people.staff, under=aid.programme(TWO_HUNDREDS))
    gift = aid.pledged(people.manager, people.village, 5, pairing=pairing)
    assert (gift.village, gift.programme.code) == (people.village, TWO_HUNDREDS)
    stranger = cast.representative()
    with pytest.raises(CannotGive, match="takes part"):
        aid.pledged(stranger, people.village, 5, pairing=pairing)
    archived = aid.pairing_in("archived", stranger, aid.village(), people.staff)
    with pytest.raises(CannotGive, match="archived"):
        aid.pledged(stranger, archived.village, 5, pairing=archived)


def test_a_strangers_pledge_is_refused(people):
    with pytest.raises(PermissionDenied):
        aid.pledged(cast.representative(), people.village, 5, givers=[Giver(people.enterprise)])


def test_reminders_once_for_each_deadline(people):
    gift = aid.pledged(people.manager, people.village, 5)
    delivery = aid.delivered(gift, people.manager)
    Contribution.objects.filter(pk=gift.pk).update(due_at=timezone.now() - timedelta(days=1))
    Message.objects.all().delete()
    assert remind_overdue() == 1
    assert Message.objects.get().recipient == people.villager
    assert remind_overdue() == 0
    aid.confirmed(gift, delivery, people.villager)
    assert remind_overdue() == 0


@pytest.mark.django_db(transaction=True)
def test_two_of_the_village_at_once_leave_one_winner_and_one_clear_message():
    village = aid.village("双人村")
    first, second = aid.officer(village), aid.officer(village)
    manager = cast.representative()
    gift = aid.pledged(manager, village, 1000)
    delivery = aid.delivered(gift, manager)

    def confirm(who):
        with translation.override("en"):
            return aid.confirmed(gift, delivery, who)

    late = only_error(at_once(lambda: confirm(first), lambda: confirm(second))).message
    assert "confirmed by the village" in late
    assert counted() == 1000
