"""A pairing through all its logins, on a phone and at a desk: intent, agreement, a gift pledged, delivered
and confirmed by the village, acceptance, archive. The public total moves with the village's word and not before.
"""

import pytest

from federation.search.shortlived import forget_all
from poverty_aid.contributions.models import Contribution, LedgerEntry
from poverty_aid.pairings.models import Pairing
from poverty_aid.pairings.statuses import Status
from tests import cast
from tests.e2e.visits import fits, next_page, words_in
from tests.poverty_aid import aid

GIFT = "村道硬化资金"


class People:
    """Everybody at a device of their own, in one width and one language."""

    def __init__(self, make_page, width, lang, receipt):
        self.make_page, self.width, self.lang, self.receipt = make_page, width, lang, receipt
        self.say = words_in(lang)

    def device(self, user=None):
        return self.make_page(width=self.width, lang=self.lang, client=cast.login(user) if user else None)

    def go(self, page, address):
        page.goto(address)
        fits(page)

    def press(self, page, words):
        with next_page(page):
            page.get_by_role("button", name=self.say(words), exact=True).locator("visible=true").first.click()
        fits(page)


@pytest.fixture
def receipt(tmp_path):
    path = tmp_path / "receipt.pdf"
    path.write_bytes(aid.PDF)
    return str(path)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("width", "lang"), [(390, "zh-hans"), (1440, "en")])
def test_from_the_intent_to_the_archive(make_page, receipt, width, lang):
    people = People(make_page, width, lang, receipt)
    village, firm = aid.village("龙门村"), cast.enterprise("上海结对测试有限公司")
    villager, staff, manager = aid.officer(village), aid.keeper(), cast.representative(firm)
    aid.programme()
    giver, desk, phone, public = (people.device(user) for user in (manager, staff, villager, None))

    pairing = intend(people, giver, village)
    sign(people, desk, pairing)
    gift = give(people, giver, pairing)
    total_says(people, public, "0")
    confirm(people, phone, gift)
    total_says(people, public, "3.4" if lang == "zh-hans" else "34,000")
    finish(people, giver, phone, desk, pairing)


def intend(people, page, village):
    people.go(page, f"{village.get_absolute_url()}")
    with next_page(page):
        page.get_by_role("link", name=people.say("Pair with this village")).click()
    assert page.locator("[name=village]").input_value() == village.code
    page.fill("[name=plan]", "修路")
    people.press(page, "Send the intent")
    pairing = Pairing.objects.get()
    assert pairing.status == Status.INTENT
    return pairing


def sign(people, page, pairing):
    # From the message in the inbox to the record, and on to the form that its button opens.
    page.goto(f"/admin/poverty_aid/pairing/{pairing.pk}/change/")
    assert page.locator(f"a[href$='/pairing/{pairing.pk}/sign/']").count()
    page.goto(f"/admin/poverty_aid/pairing/{pairing.pk}/sign/")
    page.fill("[name=signed_on]", "2022-08-03")
    page.set_input_files("[name=agreement]", people.receipt)
    admin_sends(page)
    pairing.refresh_from_db()
    assert (pairing.status, pairing.agreement.content_type) == (Status.SIGNED, "application/pdf")


def admin_sends(page):
    with next_page(page):
        page.locator("#content form button[type=submit], main form button[type=submit]").last.click()


def give(people, page, pairing):
    people.go(page, pairing.get_absolute_url())
    people.press(page, "Begin with what was agreed")
    with next_page(page):
        page.get_by_role("link", name=people.say("Pledge a gift")).first.click()
    page.fill("[name=title]", GIFT)
    page.fill("[name=amount]", "34,000")
    people.press(page, "Pledge it")
    page.set_input_files("[name=receipt]", people.receipt)
    people.press(page, "Enter it")
    gift = Contribution.objects.get()
    assert (gift.status, LedgerEntry.objects.count()) == ("delivered", 0)
    return gift


def confirm(people, page, gift):
    """The village's officer finds it on the desk; too much is refused by the field, and what was typed stays."""
    people.go(page, "/partners/")
    with next_page(page):
        page.get_by_role("link", name=GIFT).first.click()
    page.fill("[name=amount]", "340000")
    people.press(page, "Confirm what arrived")
    assert page.locator("[name=amount]").input_value() == "340000"
    assert LedgerEntry.objects.count() == 0
    page.fill("[name=amount]", "34000")
    people.press(page, "Confirm what arrived")
    gift.refresh_from_db()
    assert (gift.status, LedgerEntry.objects.get().amount) == ("confirmed", 34_000)


def total_says(people, page, figure):
    """What the process keeps for a moment is forgotten: a minute later everyone sees it."""
    forget_all()
    people.go(page, "/poverty-aid/")
    funds = page.locator(".figures li", has_text=people.say("Funds given to villages"))
    assert funds.locator(".figure-number").inner_text().split()[0].startswith(figure)
    assert "龙门村" in page.locator("main").inner_text()


def finish(people, giver, phone, desk, pairing):
    people.go(giver, pairing.get_absolute_url())
    giver.get_by_text(people.say("Everything is done: report it to the village")).click()
    giver.fill("[name=outcome]", "路修好了")
    people.press(giver, "Ask the village to accept it")
    people.go(phone, pairing.get_absolute_url())
    people.press(phone, "Accept: it was done")
    desk.goto(f"/admin/poverty_aid/pairing/{pairing.pk}/archive/")
    admin_sends(desk)
    pairing.refresh_from_db()
    assert pairing.status == Status.ARCHIVED
    assert [step.hand for step in pairing.steps.all()] == ["giver", "staff", "giver", "giver", "village", "staff"]
