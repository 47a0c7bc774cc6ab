"""Pages of poverty aid: what each shows, in how many queries, and bad input answered in words."""

import io
from fractions import Fraction

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from PIL import Image

from federation.inbox.models import Message
from federation.search.shortlived import forget_all
from poverty_aid.contributions import access
from poverty_aid.contributions.models import Contribution, Delivery, LedgerEntry
from poverty_aid.contributions.shares import Giver
from poverty_aid.contributions.statuses import Status
from poverty_aid.pairings.models import Pairing
from tests import cast
from tests.poverty_aid import aid

ENGLISH = {"HTTP_ACCEPT_LANGUAGE": "en"}


def queries(client, address: str) -> int:
    client.get(address)
    forget_all()
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def give(people, times: int, kind: str = "money") -> None:
    for _number in range(times):
        made = aid.pairing_in("under_way", people.manager, aid.village(), people.staff)
        aid.confirmed_gift(people.manager, made.village, 100, pairing=made, kind=kind)
        aid.pledged(people.manager, people.village, 5)


@pytest.mark.parametrize("address", ["/poverty-aid/", "/poverty-aid/villages/"])
def test_public_pages_cost_the_same_for_one_village_and_three(client, people, address):
    give(people, 1)
    first = queries(client, address)
    give(people, 2)
    assert queries(client, address) == first


@pytest.mark.parametrize(
    ("who", "address"),
    [
        ("manager", "/poverty-aid/ours/"),
        ("secretary", "/chamber/pairings/"),
        ("villager", "/poverty-aid/village/"),
    ],
)
def test_desks_cost_the_same_for_one_gift_and_three(people, who, address):
    client = cast.login(getattr(people, who))
    give(people, 1)
    first = queries(client, address)
    give(people, 2)
    assert queries(client, address) == first


def test_public_figures_move_with_the_villages_word(client, people):
    aid.pairing_in("signed", people.manager, people.village, people.staff)
    gift = aid.pledged(people.manager, people.village, 34_000)
    delivery = aid.delivered(gift, people.manager)
    assert "3.4" not in client.get("/poverty-aid/").content.decode()
    aid.confirmed(gift, delivery, people.villager)
    forget_all()
    page = client.get("/poverty-aid/").content.decode()
    assert "3.4" in page and people.village.name in page
    assert people.manager.name not in page


def test_an_enterprise_sees_its_own_share_only(people):
    other = cast.enterprise("上海甲乙有限公司")
    half = [Giver(people.enterprise, None, Fraction(1, 2)), Giver(other, None, Fraction(1, 2))]
    aid.confirmed_gift(people.manager, people.village, 80_000, givers=half)
    page = cast.login(people.manager).get("/poverty-aid/ours/").content.decode()
    own, _rest = page.split('<ul class="waiting"', 1)
    assert ">4<" in own and ">8<" not in own
    # The list names the whole gift and the own part of it.
    assert "50%" in page


def test_the_village_confirms_on_its_phone_and_above_is_refused_by_the_field(people):
    gift = aid.pledged(people.manager, people.village, 20_000)
    delivery = aid.delivered(gift, people.manager)
    client = cast.login(people.villager)
    address = f"/poverty-aid/gifts/{gift.pk}/deliveries/{delivery.pk}/confirm/"
    answer = client.post(address, {"amount": "200000"}, **ENGLISH)
    assert answer.status_code == 200
    # In units and digits of the language.
    assert "can&#x27;t have arrived" in answer.content.decode()
    assert 'value="200000"' in answer.content.decode()
    assert client.post(address, {"amount": "20000"}).status_code == 302
    gift.refresh_from_db()
    assert gift.status == Status.CONFIRMED
    again = client.post(address, {"amount": "20000"}, follow=True, **ENGLISH)
    assert "it is now" in again.content.decode()
    assert LedgerEntry.objects.count() == 1


def test_an_executable_and_a_giant_photo_are_refused_in_words(people):
    gift = aid.pledged(people.manager, people.village, 100)
    client = cast.login(people.manager)
    address = f"/poverty-aid/gifts/{gift.pk}/deliver/"
    values = {"amount": "100", "delivered_on": "2020-01-01"}
    program = SimpleUploadedFile("回单.pdf", b"MZ\x90\x00" + b"\0" * 500, "application/pdf")
    answer = client.post(address, {**values, "receipt": program}, **ENGLISH)
    assert answer.status_code == 200 and "Accepted are" in answer.content.decode()
    content = io.BytesIO()
    Image.new("1", (8000, 5200)).save(content, "PNG")
    photo = SimpleUploadedFile("照片.png", content.getvalue(), "image/png")
    answer = client.post(address, {**values, "photo": photo}, **ENGLISH)
    assert answer.status_code == 200 and "million are accepted" in answer.content.decode()
    assert not Delivery.objects.exists()


def test_shares_that_dont_make_one_keep_what_was_typed(people):
    other = cast.enterprise("上海共同捐赠有限公司")
    client = cast.login(people.manager)
    values = {
        "village": people.village.code,
        "kind": "money",
        "mode": "welfare",
        "title": "联合捐资",
        "amount": "30,000",
        "own_part": "1/3",
        "code1": other.uscc,
        "part1": "1/3",
    }
    answer = client.post("/poverty-aid/ours/pledge/", values, **ENGLISH)
    assert "not to exactly one" in answer.content.decode()
    assert "联合捐资" in answer.content.decode()
    assert client.post("/poverty-aid/ours/pledge/", {**values, "part1": "2/3"}).status_code == 302
    gift = Contribution.objects.get()
    assert [(one.numerator, one.denominator) for one in gift.shares.all()] == [(1, 3), (2, 3)]


def test_a_colleague_reads_and_doesnt_write(people):
    gift = aid.pledged(people.manager, people.village, 100)
    client = cast.login(cast.colleague(people.enterprise))
    assert client.get(gift.get_absolute_url()).status_code == 200
    assert client.post(f"/poverty-aid/gifts/{gift.pk}/withdraw/").status_code == 403
    assert cast.login(cast.representative()).get(gift.get_absolute_url()).status_code == 404


def test_a_chamber_proposes_with_its_members(people):
    client = cast.login(people.secretary)
    values = {
        "village": people.village.code,
        "programme": aid.programme().pk,
        "mode": "industry",
        "members": [people.enterprise.pk],
    }
    assert client.post("/chamber/pairings/pair/", values).status_code == 302
    made = Pairing.objects.get()
    assert (made.chamber, made.members.get().enterprise) == (people.chamber, people.enterprise)


def test_empty_desks_say_what_to_do(people):
    for who, address in (
        (people.manager, "/poverty-aid/ours/"),
        (people.secretary, "/chamber/pairings/"),
        (people.villager, "/poverty-aid/village/"),
    ):
        assert 'class="empty' in cast.login(who).get(address).content.decode(), address


def test_staff_sign_settle_and_correct_in_the_admin(people):
    client = cast.login(people.staff)
    made = aid.proposed(people.manager, people.village)
    sign = f"/admin/poverty_aid/pairing/{made.pk}/sign/"
    assert client.get(sign).status_code == 200
    bad = client.post(sign, {"signed_on": "2999-01-01", "agreement": aid.paper()}, **ENGLISH)
    assert "future" in bad.content.decode()
    assert client.post(sign, {"signed_on": "2022-08-03", "agreement": aid.paper()}).status_code == 302
    made.refresh_from_db()
    assert made.status == "signed"
    gift = aid.confirmed_gift(people.manager, people.village, 100)
    correct = f"/admin/poverty_aid/contribution/{gift.pk}/correct/"
    assert people.enterprise.uscc in client.get(correct).content.decode()
    values = {
        "title": gift.title,
        "kind": "money",
        "mode": "welfare",
        "pledged_amount": "100",
        "shares": f"{people.enterprise.uscc} 50%",
        "reason": "份额录错",
    }
    bad = client.post(correct, values, **ENGLISH)
    assert "not to exactly one" in bad.content.decode()
    other = cast.enterprise()
    values["shares"] += f"\n{other.uscc} 1/2"
    assert client.post(correct, values).status_code == 302
    assert gift.__class__.objects.get(corrects=gift).shares.count() == 2


def test_a_wrong_delivery_is_corrected_on_a_page_of_its_own(people):
    gift = aid.pledged(people.manager, people.village, 100)
    first, second = aid.delivered(gift, people.manager, 30), aid.delivered(gift, people.manager, 20)
    aid.confirmed(gift, first, people.villager)
    client = cast.login(people.manager)
    address = f"/poverty-aid/gifts/{gift.pk}/deliveries/{second.pk}/correct/"
    page = client.get(gift.get_absolute_url()).content.decode()
    assert f'href="{address}"' in page and f"/deliveries/{first.pk}/correct/" not in page
    assert 'value="20.00"' in client.get(address).content.decode()
    values = {"amount": "71", "delivered_on": "2022-08-03", "reason": "少写一笔"}
    answer = client.post(address, values, **ENGLISH)
    assert answer.status_code == 200 and "Check the unit" in answer.content.decode()
    assert client.post(address, {**values, "amount": "70", "reason": ""}).context["form"].errors["reason"]
    assert not Delivery.objects.exclude(replaced_by=None).exists()
    assert client.post(address, {**values, "amount": "70"}).status_code == 302
    second.refresh_from_db()
    assert (second.replaced_by.amount, str(second.replaced_by.delivered_on)) == (70, "2022-08-03")
    late = client.post(address, {**values, "amount": "70"}, **ENGLISH)
    assert "be replaced any more" in late.content.decode()
    aid.confirmed(gift, second.replaced_by, people.villager)
    answer = client.get(f"/poverty-aid/gifts/{gift.pk}/deliveries/{second.pk}/correct/", follow=True, **ENGLISH)
    assert "it is now" in answer.content.decode()
    assert "/correct/" not in client.get(gift.get_absolute_url()).content.decode()


def test_staff_correct_a_delivery_in_the_admin(people):
    gift = aid.pledged(people.manager, people.village, 100)
    wrong = aid.delivered(gift, people.manager, 30)
    client = cast.login(people.staff)
    address = f"/admin/poverty_aid/contribution/{gift.pk}/replace/"
    assert address in client.get(f"/admin/poverty_aid/contribution/{gift.pk}/change/").content.decode()
    assert client.get(address).context["form"]["amount"].value() == 30
    values = {"delivery": wrong.pk, "amount": "40", "delivered_on": "2022-08-03", "reason": "回单写的是四十"}
    assert client.post(address, {**values, "receipt": aid.paper("新回单.pdf")}).status_code == 302
    wrong.refresh_from_db()
    assert (wrong.replaced_by.amount, wrong.replaced_by.receipt.name) == (40, "新回单.pdf")
    assert wrong.replaced_by.entered_by == people.staff


def pledge_of(enterprise, village, **values) -> dict:
    return {
        "giver": enterprise.uscc,
        "village": village.code,
        "kind": "money",
        "mode": "welfare",
        "title": "村道资金",
        "amount": "30,000",
        "own_part": "100%",
        "reason": "来函2022-17",
        **values,
    }


def test_staff_enter_a_pledge_for_a_giver_under_the_same_rules(people):
    client, address = cast.login(people.staff), "/admin/poverty_aid/contribution/add/"
    assert address in client.get("/admin/poverty_aid/contribution/").content.decode()
    assert client.get(address).status_code == 200
    values = pledge_of(people.enterprise, people.village)
    for wrong, words in (
        ({"giver": cast.enterprise().uscc[:-1] + "?"}, ""),
        ({"kind": "goods"}, "Say how goods and services were valued"),
        ({"own_part": "1/2"}, "not to exactly one"),
        ({"promised_on": "2020-01-01"}, "lies in the past"),
        ({"reason": ""}, ""),
    ):
        answer = client.post(address, values | wrong, **ENGLISH)
        assert answer.context["form"].errors and words in answer.content.decode(), wrong
    assert not Contribution.objects.exists()
    answer = client.post(address, values)
    gift = Contribution.objects.get()
    assert answer["Location"] == f"/admin/poverty_aid/contribution/{gift.pk}/change/"
    assert (gift.shares.get().enterprise, gift.pledged_amount) == (people.enterprise, 30_000)
    step = gift.steps.get()
    assert (step.actor, step.hand, step.reason) == (people.staff, "giver", "来函2022-17")
    assert Message.objects.filter(recipient__in=[people.manager, people.villager]).count() == 2
    aid.delivered(gift, people.manager)
    assert not access.may_correct(people.staff, gift), "who lent the giver a hand acts for nobody else"


def test_staff_enter_a_pledge_of_a_chamber_under_its_pairing(people):
    chamber = cast.chamber("结对商会", uscc=cast.uscc())
    made = aid.pairing_in("signed", people.manager, people.village, people.staff)
    other = aid.pairing_in(
        "signed", cast.secretary(chamber), aid.village(), people.staff, enterprise=None, chamber=chamber
    )
    client = cast.login(people.staff)
    assert (
        f"/pairing/{other.pk}/pledge/" in client.get(f"/admin/poverty_aid/pairing/{other.pk}/change/").content.decode()
    )
    address = client.get(f"/admin/poverty_aid/pairing/{other.pk}/pledge/")["Location"]
    form = client.get(address).context["form"]
    assert "village" not in form.fields and form["giver"].value() == chamber.uscc
    values = pledge_of(people.enterprise, people.village)
    assert "takes part in the pairing" in client.post(address, values, **ENGLISH).content.decode()
    assert client.post(address, values | {"giver": chamber.uscc}).status_code == 302
    gift = Contribution.objects.get()
    assert (gift.pairing, gift.village, gift.shares.get().chamber) == (other, other.village, chamber)
    for nobody in ("0", "x", str(made.pk + 10**6)):
        assert client.get(f"/admin/poverty_aid/contribution/add/?pairing={nobody}").status_code == 404


def test_the_ledger_shows_totals_of_what_is_filtered_and_goes_out_as_filtered(people):
    aid.confirmed_gift(people.manager, people.village, 30_000)
    aid.confirmed_gift(people.manager, people.village, 50_000, kind="purchase")
    client = cast.login(people.staff)
    page = client.get("/admin/poverty_aid/ledgerentry/?kind__exact=money", **ENGLISH).content.decode()
    assert "30,000" in page and "50,000" not in page
    whole = client.get("/admin/poverty_aid/ledgerentry/", **ENGLISH)
    with translation.override("en"):
        totals = [(str(row["label"]), row["spoken"].number) for row in whole.context["cl"].totals]
    assert totals == [
        ("money", "30,000"),
        ("goods", "0"),
        ("purchase of produce", "50,000"),
        ("services", "0"),
        ("gifts together", "30,000"),
    ]
    sent = client.get("/admin/poverty_aid/ledgerentry/export/csv/?kind__exact=money")
    assert len(b"".join(sent.streaming_content).decode().strip().splitlines()) == 2
    assert client.get("/admin/poverty_aid/ledgerentry/export/xlsx/").status_code == 200
