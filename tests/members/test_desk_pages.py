"""The pages of the enterprise's desk: who may open what, what is written, and how many queries a page costs."""

import datetime
import io
import json
import zipfile
from urllib.parse import urlparse

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from chambers.applications.models import MembershipApplication
from federation.files.models import StoredFile
from members.desk.models import Invitation, ProfileChange
from members.duplicates.relations import STAYING, following
from members.enterprises.models import Contact, Enterprise, Product, Representative, SizeSnapshot
from members.membership.status import Standing
from tests import cast

pytestmark = pytest.mark.django_db

READ = ["desk", "profile", "colleagues", "export"]
MANAGED = ["facts", "about", "logo", "figures", "listing", "contact_add", "product_add", "invite"]


def picture(size: tuple[int, int] = (1200, 900), fmt: str = "JPEG") -> SimpleUploadedFile:
    buffer = io.BytesIO()
    image = Image.new("RGB", size, "teal")
    exif = image.getexif()
    exif[0x010E] = "taken at home"
    image.save(buffer, fmt, exif=exif)
    return SimpleUploadedFile("logo.jpg", buffer.getvalue(), "image/jpeg")


@pytest.fixture
def manager():
    return cast.representative(cast.enterprise("上海云帆测试科技有限公司"))


@pytest.fixture
def firm(manager) -> Enterprise:
    return cast.enterprise_of(manager)


@pytest.fixture
def client(manager) -> Client:
    return cast.login(manager)


# --- Under which hat ------------------------------------------------------------------------------


class TestAFormSentAfterAnotherHatWasPutOnElsewhere:
    @pytest.fixture
    def other(self, manager) -> Enterprise:
        return cast.represent(manager, cast.enterprise("上海另一测试有限公司")).enterprise

    def send(self, client: Client, page: str):
        written_under = page.split('name="acting_as" value="')[1].split('"')[0]
        return client.post(reverse("me:about"), {"introduction": "我们做帆。", "acting_as": written_under})

    def test_writes_the_enterprise_that_it_showed(self, client, firm, other):
        page = client.get(reverse("me:about")).content.decode()
        client.post(reverse("accounts:switch_hat"), {"hat": f"enterprise:{other.pk}"})
        self.send(client, page)
        firm.refresh_from_db()
        other.refresh_from_db()
        assert (firm.introduction, other.introduction) == ("我们做帆。", "")
        assert client.get(reverse("me:profile")).context["desk"].enterprise == firm

    def test_writes_nothing_once_that_hat_is_gone(self, client, manager, firm, other):
        page = client.get(reverse("me:about")).content.decode()
        Representative.objects.filter(user=manager, enterprise=firm).delete()
        assert self.send(client, page).status_code == 404
        other.refresh_from_db()
        assert other.introduction == ""


# --- Who may --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", READ + MANAGED)
def test_visitors_log_in_first_and_outsiders_find_nothing(name: str):
    url = reverse(f"me:{name}")
    assert urlparse(Client().get(url).url).path == reverse("account_login")
    if name == "export":
        return
    for user in (cast.outsider(), cast.staff("registry_clerk"), cast.bank_officer()):
        assert cast.login(user).get(url).status_code == 404


@pytest.mark.parametrize("name", READ + MANAGED)
def test_colleagues_read_and_managers_write(client, firm, name: str):
    url = reverse(f"me:{name}")
    assert client.get(url).status_code == 200
    assert cast.login(cast.colleague(firm)).get(url).status_code == (200 if name in READ else 403)


def test_a_colleague_manages_nothing(firm):
    contact = cast.contact(firm)
    product = Product.objects.create(enterprise=firm, name="产品")
    change = ProfileChange.objects.create(enterprise=firm, values={"address": "新址"})
    invitation = Invitation.objects.create(enterprise=firm, name="甲", email="a@example.com", expires_at=timezone.now())
    mate = cast.colleague(firm)
    manager = Representative.objects.get(enterprise=firm, role="manager")
    client = cast.login(mate)
    for name, args, data in [
        ("facts", [], {"address": "新址"}),
        ("withdraw", [], {"change": change.pk}),
        ("about", [], {"short_name": "别名"}),
        ("contact_delete", [contact.pk], {}),
        ("product_delete", [product.pk], {}),
        ("product_move", [product.pk], {"to": "up"}),
        ("colleague_remove", [manager.pk], {}),
        ("colleague_role", [manager.pk], {"role": "colleague"}),
        ("hand_over", [manager.pk], {}),
        ("invitation_again", [invitation.pk], {}),
        ("invitation_withdraw", [invitation.pk], {}),
        ("invite", [], {"name": "乙", "reach": "b@example.com", "role": "manager"}),
    ]:
        assert client.post(reverse(f"me:{name}", args=args), data).status_code == 403, name
    assert Contact.objects.filter(pk=contact.pk).exists()
    assert Representative.objects.acting().filter(enterprise=firm).count() == 2


def test_another_enterprises_rows_are_not_found(client):
    other = cast.enterprise_of(cast.representative())
    contact = cast.contact(other)
    product = Product.objects.create(enterprise=other, name="产品")
    change = ProfileChange.objects.create(enterprise=other, values={"address": "新址"})
    invitation = Invitation.objects.create(
        enterprise=other, name="甲", email="a@example.com", expires_at=timezone.now()
    )
    theirs = Representative.objects.get(enterprise=other)
    for name, pk in [
        ("contact", contact.pk),
        ("contact_delete", contact.pk),
        ("product", product.pk),
        ("product_delete", product.pk),
        ("product_move", product.pk),
        ("colleague_remove", theirs.pk),
        ("colleague_role", theirs.pk),
        ("hand_over", theirs.pk),
        ("invitation_again", invitation.pk),
        ("invitation_withdraw", invitation.pk),
    ]:
        assert client.post(reverse(f"me:{name}", args=[pk]), {}).status_code == 404, name
    assert client.get(reverse("me:colleague", args=[theirs.pk])).status_code == 404
    assert client.post(reverse("me:withdraw"), {"change": change.pk}).status_code == 404


def test_each_hat_has_its_own_desk(manager, firm):
    second = cast.enterprise("上海另一家测试有限公司")
    cast.represent(manager, second)
    for one, other in [(firm, second), (second, firm)]:
        page = cast.login(manager, hat=f"enterprise:{one.pk}").get(reverse("me:profile")).content.decode()
        assert one.uscc in page and other.uscc not in page


def test_a_hat_of_a_merged_record_opens_the_kept(manager, firm):
    kept = cast.enterprise("上海保留的测试有限公司")
    cast.represent(manager, kept)
    Enterprise.objects.filter(pk=firm.pk).update(merged_into=kept)
    page = cast.login(manager, hat=f"enterprise:{firm.pk}").get(reverse("me:desk")).content.decode()
    assert kept.name in page


# --- What is written ------------------------------------------------------------------------------


def facts_of(firm: Enterprise, **changes: object) -> dict[str, object]:
    typed = {
        "name": firm.name,
        "state": firm.state,
        "capital_currency": "CNY",
        "registered_on": firm.registered_on.isoformat(),
        "legal_representative": "",
        "address": "",
        "scope": "",
    }
    return typed | changes


def test_a_proposal_waits_and_can_be_taken_back(client, firm):
    page = client.post(reverse("me:facts"), facts_of(firm, name="上海新名测试有限公司", capital="1,500.5"), follow=True)
    change = ProfileChange.objects.get(enterprise=firm)
    assert change.values == {"name": "上海新名测试有限公司", "capital": "15005000.00"}
    assert "上海新名测试有限公司" in page.content.decode()
    assert client.get(reverse("me:facts")).status_code == 302, "while one waits there is nothing to fill in"
    client.post(reverse("me:withdraw"), {"change": change.pk})
    change.refresh_from_db()
    assert change.status == "withdrawn"


def test_nothing_changed_and_bad_values_are_said_by_the_form(client, firm):
    assert "没有与登记信息不同的内容" in client.post(reverse("me:facts"), facts_of(firm)).content.decode()
    page = client.post(reverse("me:facts"), facts_of(firm, name="", industry="9999", capital="很多")).content.decode()
    assert page.count("field-error") >= 3
    assert not ProfileChange.objects.exists()


def test_industry_is_typed_as_code_or_name(client, firm):
    code = cast.industry().pk
    client.post(reverse("me:facts"), facts_of(firm, industry="应用软件开发"))
    assert ProfileChange.objects.get().values == {"industry": code}


def test_the_rest_is_written_at_once(client, firm):
    answer = client.post(
        reverse("me:about"),
        {
            "short_name": "云帆",
            "introduction": "做测试的",
            "website": "yunfan.example",
            "public_phone": "021-1",
        },
    )
    assert answer.status_code == 302
    firm.refresh_from_db()
    assert (firm.short_name, firm.website) == ("云帆", "https://yunfan.example")
    assert "云帆" in firm.search_tokens


def test_consent_has_its_date(client, firm):
    client.post(reverse("me:listing"), {"listed": "on"})
    firm.refresh_from_db()
    assert firm.listed and (timezone.now() - firm.listed_at).total_seconds() < 60
    client.post(reverse("me:listing"), {})
    firm.refresh_from_db()
    assert not firm.listed and firm.listed_at is None


def test_yearly_figures_give_the_size_class(client, firm):
    Enterprise.objects.filter(pk=firm.pk).update(industry=cast.industry())
    year = timezone.localdate().year - 1
    client.post(reverse("me:figures"), {"year": year, "staff_count": "103", "revenue": "15735.28", "assets": ""})
    snapshot = SizeSnapshot.objects.get(enterprise=firm, year=year)
    assert (snapshot.size_class, str(snapshot.revenue)) == ("medium", "157352800.00")
    client.post(reverse("me:figures"), {"year": year - 1, "staff_count": "5", "revenue": "1", "assets": ""})
    firm.refresh_from_db()
    assert firm.staff_count == 103, "an older year doesn't become the present"
    assert f'value="{15735.28}"' in client.get(reverse("me:figures"), {"year": year}).content.decode()


def test_a_revenue_in_the_wrong_unit_is_asked_back_about(client, firm):
    year = timezone.localdate().year - 1
    data = {"year": year, "staff_count": "3", "revenue": "50000", "assets": ""}
    page = client.post(reverse("me:figures"), data)
    assert list(page.context["form"].errors) == ["revenue"]
    assert '<input type="checkbox" name="meant" value="500000000.00"' in page.content.decode()
    assert "meant" in client.post(reverse("me:figures"), {**data, "meant": "1.00"}).context["form"].fields
    assert not firm.size_snapshots.exists(), "a tick for another amount counts for nothing"
    assert client.post(reverse("me:figures"), {**data, "meant": "500000000.00"}).status_code == 302
    assert str(firm.size_snapshots.get().revenue) == "500000000.00"


def test_a_logo_is_made_small_and_tells_nothing(client, firm, manager):
    assert client.post(reverse("me:logo"), {"picture": picture()}).status_code == 302
    firm.refresh_from_db()
    stored = StoredFile.objects.get(pk=firm.logo_id)
    with Image.open(stored.content) as image:
        assert max(image.size) <= 512 and not image.getexif()
    address = stored.get_absolute_url()
    assert Client().get(address).status_code == 404, "not shown to the public yet"
    assert client.get(address).status_code == 200
    assert cast.login(cast.colleague(firm)).get(address).status_code == 200
    assert cast.login(cast.outsider()).get(address).status_code == 404
    cast.join(firm)
    Enterprise.objects.filter(pk=firm.pk).update(listed=True)
    assert Client().get(address).status_code == 200
    client.post(reverse("me:logo"), {"remove": "1"})
    firm.refresh_from_db()
    assert firm.logo is None


def test_a_logo_that_is_none_is_refused_in_words(client, firm):
    fake = SimpleUploadedFile("logo.jpg", b"MZ this is a program", "image/jpeg")
    page = client.post(reverse("me:logo"), {"picture": fake})
    assert page.status_code == 200 and "field-error" in page.content.decode()
    assert not StoredFile.objects.exists()


def test_contacts(client, firm):
    old = cast.contact(firm, "旧首联", is_primary=True)
    client.post(reverse("me:contact_add"), {"name": "新首联", "phone": "13800000000", "is_primary": "on"})
    assert list(Contact.objects.filter(is_primary=True).values_list("name", flat=True)) == ["新首联"]
    page = client.post(reverse("me:contact", args=[old.pk]), {"name": "旧首联", "phone": "", "email": ""})
    assert "error-summary" in page.content.decode()
    client.post(reverse("me:contact_delete", args=[old.pk]))
    assert not Contact.objects.filter(pk=old.pk).exists()


def test_products_with_pictures_and_order(client, firm):
    for name in ("甲", "乙"):
        client.post(reverse("me:product_add"), {"name": name, "description": "", "upload": picture((3000, 200))})
    first, second = Product.objects.order_by("position")
    assert [first.name, second.name] == ["甲", "乙"] and first.picture_id
    client.post(reverse("me:product_move", args=[second.pk]), {"to": "up"})
    assert [p.name for p in Product.objects.order_by("position")] == ["乙", "甲"]
    client.post(reverse("me:product", args=[first.pk]), {"name": "甲改", "description": "x", "remove_picture": "on"})
    first.refresh_from_db()
    assert (first.name, first.picture) == ("甲改", None)
    client.post(reverse("me:product_delete", args=[first.pk]))
    assert Product.objects.count() == 1


# --- Colleagues -----------------------------------------------------------------------------------


def test_inviting_and_accepting(client, firm, manager):
    client.post(reverse("me:invite"), {"name": "新人", "reach": "139 0000 0001", "role": "colleague"})
    invitation = Invitation.objects.get()
    assert invitation.phone == "+8613900000001"
    link = reverse("me:invitation", args=[invitation.token])
    page = Client().get(link).content.decode()
    assert manager.name in page and firm.name in page and f"next={link.replace('/', '%2F')}" in page
    new = cast.login(cast.person("新人"))
    answer = new.post(link)
    assert answer.url == reverse("me:desk")
    assert firm.name in new.get(reverse("me:desk")).content.decode()
    assert "这份邀请已被使用" in Client().get(link).content.decode()


def test_accepting_asks_a_visitor_to_log_in(client):
    client.post(reverse("me:invite"), {"name": "新人", "reach": "new@example.com", "role": "colleague"})
    link = reverse("me:invitation", args=[Invitation.objects.get().token])
    answer = Client().post(link)
    assert answer.status_code == 302 and urlparse(answer.url).path == reverse("account_login")
    assert Client().get(reverse("me:invitation", args=["x" * 32])).status_code == 404


@pytest.mark.parametrize("reach", ["12345", "not@an@address", "@", "电话"])
def test_an_address_that_is_none_is_said(client, reach: str):
    page = client.post(reverse("me:invite"), {"name": "新人", "reach": reach, "role": "colleague"})
    assert "field-error" in page.content.decode()
    assert not Invitation.objects.exists()


def test_leaving(firm, manager):
    mate = cast.colleague(firm)
    place = Representative.objects.get(user=mate)
    assert cast.login(mate).post(reverse("me:colleague_remove", args=[place.pk])).url == "/"
    assert cast.login(mate).get(reverse("me:desk")).status_code == 404
    last = Representative.objects.get(user=manager)
    cast.login(manager).post(reverse("me:colleague_remove", args=[last.pk]))
    assert Representative.objects.acting().filter(pk=last.pk).exists()


# --- Taking data along ----------------------------------------------------------------------------


def exported(client: Client) -> dict:
    answer = client.post(reverse("me:export"))
    assert answer["Content-Type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as parts:
        assert parts.namelist() == ["README.txt", "data.json", "data.xlsx"]
        return json.loads(parts.read("data.json"))


def test_a_manager_takes_everything_a_colleague_their_own(client, firm, manager):
    cast.contact(firm, "张三", phone="13812345678")
    mate = cast.colleague(firm, "同事甲")
    data = exported(client)
    assert data["enterprise"][0]["name"] == firm.name
    assert data["contacts"][0]["phone"] == "13812345678"
    assert data["account"][0]["name"] == manager.name
    own = exported(cast.login(mate))
    assert own["account"][0]["name"] == "同事甲" and "contacts" not in own and "enterprise" not in own


@pytest.mark.parametrize("make", [cast.outsider, cast.secretary, cast.bank_officer, cast.staff])
def test_everyone_takes_along_what_is_held_about_them(make):
    user = make()
    client = cast.login(user)
    assert client.get(reverse("me:export")).status_code == 200
    data = exported(client)
    assert data["account"][0]["username"] == user.username and "enterprise" not in data


def test_what_begins_like_a_formula_stays_text(client, firm):
    cast.contact(firm, "=HYPERLINK(1)")
    from python_calamine import CalamineWorkbook

    answer = client.post(reverse("me:export"))
    with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as parts:
        book = CalamineWorkbook.from_filelike(io.BytesIO(parts.read("data.xlsx")))
        cells = {
            str(cell) for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python() for cell in row
        }
    assert "=HYPERLINK(1)" in cells


def test_exports_are_limited_by_the_hour(client, monkeypatch):
    monkeypatch.setattr("members.desk.exports.MOST_AN_HOUR", 2)
    assert [client.post(reverse("me:export")).status_code for _ in range(3)] == [200, 200, 429]


def test_everything_that_points_at_an_enterprise_is_exported_or_said_not_to_be(client, firm):
    """A later app's table must be in an app's exports.py, or here with its reason."""
    sheets = {
        "former_names": "members.NameRecord.enterprise",
        "yearly_figures": "members.SizeSnapshot.enterprise",
        "contacts": "members.Contact.enterprise",
        "products": "members.Product.enterprise",
        "honours": "members.Honour.enterprise",
        "branches": "members.Enterprise.parent",
        "representatives": "members.Representative.enterprise",
        "invitations": "members.Invitation.enterprise",
        "proposed_changes": "members.ProfileChange.enterprise",
        "membership_periods": "members.Membership.enterprise",
        "chambers": "chambers.Affiliation.enterprise",
        "chamber_offices": "chambers.Officer.enterprise",
        "applications": "chambers.MembershipApplication.enterprise",
        "finance_applications": "services.FinanceApplication.enterprise",
        "bank_loans": "services.BankLoan.enterprise",
        "drawdowns": "services.Drawdown.enterprise",
        "demands": "services.Demand.enterprise",
        "event_signups": "events.SignUp.enterprise",
        "event_attendances": "events.EventAttendance.enterprise",
        "visits": "events.Visit.enterprise",
        "camp_applications": "events.CampApplication.enterprise",
        "pairings": "poverty_aid.Pairing.enterprise",
        "shares": "poverty_aid.Share.enterprise",
        "ledger_entries": "poverty_aid.LedgerEntry.enterprise",
    }
    # Rows of the register's own bookkeeping, and the records merged in, which the first sheet has.
    left_out = STAYING | {"members.Enterprise.merged_into"}
    # A person's own, in the person's export: what they type, who they are at events. Members of a chamber's
    # pairing stand with the pairing.
    left_out |= {
        "services.DemandDraft.enterprise",
        "events.Participant.enterprise",
        "poverty_aid.PairingMember.enterprise",
    }
    assert {relation.label for relation in following()} <= set(sheets.values()) | left_out
    assert set(sheets) <= set(exported(client))


# --- How it behaves -------------------------------------------------------------------------------


def fill(firm: Enterprise, number: int) -> None:
    for at in range(number):
        cast.contact(firm, f"联系人{at}")
        Product.objects.create(enterprise=firm, name=f"产品{at}", position=at)
        SizeSnapshot.objects.create(enterprise=firm, year=2010 + at + number, size_class="small")
        cast.colleague(firm, f"同事{at}")
        Invitation.objects.create(
            enterprise=firm, name=f"受邀{at}", email=f"i{at}-{number}@example.com", expires_at=timezone.now()
        )
        cast.affiliate(firm, cast.chamber(), primary=False)
        MembershipApplication.objects.create(
            applicant=cast.person(), uscc=cast.uscc(), enterprise=firm, status="approved", submitted_at=timezone.now()
        )


@pytest.mark.parametrize(("name", "queries"), [("desk", 30), ("profile", 10), ("colleagues", 6)])
def test_queries_do_not_grow_with_rows(client, firm, name: str, queries: int, django_assert_num_queries):
    fill(firm, 1)
    url = reverse(f"me:{name}")
    client.get(url)
    with django_assert_num_queries(queries):
        client.get(url)
    fill(firm, 3)
    with django_assert_num_queries(queries):
        client.get(url)


@pytest.mark.parametrize(
    ("started", "ended", "standing"),
    [
        (None, None, Standing.NEVER),
        (-400, -40, Standing.LAPSED),
        (-300, 30, Standing.EXPIRING),
        (-30, 330, Standing.MEMBER),
    ],
)
def test_the_desk_says_where_the_membership_stands(client, firm, started, ended, standing):
    today = timezone.localdate()
    if started is not None:
        cast.join(firm, today + datetime.timedelta(started), today + datetime.timedelta(ended))
    page = client.get(reverse("me:desk")).content.decode()
    assert str(standing.label) in page
    asks = reverse("apply:start") + f"?uscc={firm.uscc}"
    assert (asks in page) == (standing != Standing.MEMBER)
