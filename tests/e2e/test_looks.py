"""Every page of the portal, in each width and theme, as the people see it who use it."""

import pytest
from django.contrib import admin
from django.urls import reverse

from chambers.applications import actions
from chambers.applications.models import MembershipApplication
from chambers.applications.statuses import Status
from chambers.applications.steps import TITLES
from federation.inbox.actions import notify
from members.desk.actions import propose_change
from members.desk.models import Invitation, ProfileChange
from members.duplicates.actions import merge_enterprises
from members.duplicates.finding import find_duplicates
from members.duplicates.models import DuplicatePair
from members.enterprises.models import Honour, Product, SizeSnapshot
from members.membership.models import Membership
from members.register.models import ImportBatch
from tests import cast, population
from tests.chambers.papers import CONSENT, CONTACT, licence_upload

pytestmark = pytest.mark.django_db(transaction=True)

PUBLIC = [
    "/",
    "/preferences/",
    "/privacy/",
    "/apply/",
    "/directory/",
    "/directory/?q=zz",
    "/chambers/",
    "/figures/",
    "/search/?q=云",
]
WAYS_IN = ["/accounts/login/", "/accounts/signup/", "/accounts/login/code/", "/accounts/password/reset/"]
ACCOUNT = [
    "/accounts/email/",
    "/accounts/phone/change/",
    "/accounts/password/change/",
    "/accounts/2fa/",
    "/accounts/sessions/",
    "/accounts/logout/",
]
DESK = [
    "",
    "profile/",
    "profile/facts/",
    "profile/about/",
    "profile/logo/",
    "profile/figures/",
    "profile/listing/",
    "contacts/add/",
    "products/add/",
    "colleagues/",
    "colleagues/invite/",
    "export/",
]


@pytest.fixture
def chamber(db):
    return cast.chamber("泖港镇商会", town=cast.town("泖港镇"), introduction="镇上企业的家。")


@pytest.fixture
def firm(chamber):
    """A member with everything that a profile can show."""
    firm = cast.member("上海云帆机电有限公司", of=chamber, introduction="做水泵和电机。", town=chamber.town)
    cast.contact(firm)
    Product.objects.create(enterprise=firm, name="潜水泵", description="用于防汛。")
    Honour.objects.create(enterprise=firm, title="先进企业", year=2022)
    SizeSnapshot.objects.create(enterprise=firm, year=2024, size_class="small", staff_count=30)
    return firm


def apply(user, chamber, *, up_to=Status.RECOMMENDED) -> MembershipApplication:
    application = actions.begin_application(user, cast.uscc())
    if up_to == Status.DRAFT:
        return application
    facts = {
        "name": "上海新客科技有限公司",
        "legal_representative": "顾明远",
        "town": chamber.town_id,
        "address": "新路1号",
    }
    facts |= {"industry": cast.industry().pk, "staff_count": 20, "revenue": "5000000.00"}
    actions.save_step(application, user, "enterprise", facts=facts)
    actions.save_step(application, user, "contact", contact=CONTACT)
    actions.save_step(application, user, "chamber", chamber=chamber)
    actions.save_step(application, user, "licence", licence=licence_upload())
    application = actions.save_step(application, user, "review", consent=CONSENT)
    if up_to in {Status.SUBMITTED, Status.RECOMMENDED, Status.RETURNED}:
        application = actions.submit_application(application, by=user)
    secretary = cast.secretary(chamber)
    if up_to == Status.RECOMMENDED:
        application = actions.recommend_application(application, by=secretary)
    if up_to == Status.RETURNED:
        application = actions.return_application(application, by=secretary, reason="照片不清楚")
    return application


def test_what_the_public_sees(look_over, firm, chamber):
    look_over(None, [*PUBLIC, *WAYS_IN, f"/directory/{firm.uscc}/", f"/chambers/{chamber.slug}/"])


def test_ones_own_account(look_over):
    look_over(cast.outsider(), [*ACCOUNT, "/inbox/"])


def test_the_enterprises_desk(look_over, firm):
    manager = cast.representative(firm)
    cast.colleague(firm)
    propose_change(firm, by=manager, values={"name": "上海云帆智能科技有限公司"})
    invitation = Invitation.objects.create(
        enterprise=firm,
        name="受邀人",
        phone="+8613900000009",
        expires_at=cast.timezone.now() + cast.datetime.timedelta(3),
    )
    [message] = notify(
        rule="test", about=firm, recipients=[manager], title="您的申请已收到", body="请等候通知。", url="/me/"
    )
    paths = [f"/me/{page}" for page in DESK]
    paths += [f"/me/contacts/{firm.contacts.get().pk}/", f"/me/products/{firm.products.get().pk}/"]
    paths += [f"/me/invitations/{invitation.token}/", "/inbox/", f"/inbox/{message.pk}/", f"/directory/{firm.uscc}/"]
    look_over(manager, paths)


def test_applying(look_over, chamber):
    user = cast.outsider()
    begun = apply(user, chamber, up_to=Status.DRAFT)
    full = apply(user, chamber, up_to="written")
    sent, back = apply(user, chamber), apply(user, chamber, up_to=Status.RETURNED)
    paths = ["/apply/", *(f"/apply/{begun.pk}/{step}/" for step in TITLES if step != "review")]
    paths += [f"/apply/{full.pk}/review/", f"/apply/{sent.pk}/", f"/apply/{back.pk}/"]
    look_over(user, paths)


def test_the_chambers_desk(look_over, firm, chamber):
    application = apply(cast.outsider(), chamber, up_to=Status.SUBMITTED)
    pages = ["", "roster/", "roster/?q=zz", "applications/", f"applications/{application.pk}/"]
    look_over(cast.secretary(chamber), [f"/chamber/{page}" for page in pages])


def test_the_partners_desk(look_over):
    look_over(cast.bank_officer(), ["/partners/"])


@pytest.fixture
def district(db):
    """Rows of every kind, so that no list of the admin is empty and each has a record to open."""
    population.settle()
    firms = [cast.member("上海云帆机电有限公司"), cast.member("上海云帆机电（集团）有限公司")]
    cast.contact(firms[0], phone="13912340009")
    cast.contact(firms[1], phone="13912340009")
    find_duplicates()
    propose_change(firms[0], by=cast.representative(firms[0]), values={"name": "上海云帆智能科技有限公司"})


def pages_of_models(view: str) -> list[str]:
    """The same view of every model that the admin shows; the first row of those that have one."""
    found = []
    for model in sorted(admin.site._registry, key=lambda model: model._meta.label):
        row = model._default_manager.order_by("pk").first() if view == "change" else None
        if view != "change" or row:
            args = [row.pk] if row else []
            found.append(reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{view}", args=args))
    return found


def look_at_the_admin(look_over, paths: list[str]) -> None:
    user = cast.superuser()
    client = cast.login(user)
    allowed = [path for path in paths if client.get(path).status_code == 200]
    assert len(allowed) > len(paths) / 3
    look_over(user, allowed)


def test_the_staffs_start_and_lists(look_over, district):
    look_at_the_admin(look_over, ["/admin/", *pages_of_models("changelist")])


def test_the_staffs_records(look_over, district):
    look_at_the_admin(look_over, pages_of_models("change"))


def test_the_staffs_empty_forms(look_over, district):
    look_at_the_admin(look_over, pages_of_models("add"))


def test_where_the_staff_decide(look_over, district, chamber, register_file):
    application = apply(cast.outsider(), chamber)
    pair = DuplicatePair.objects.order_by("-score").first()
    change = ProfileChange.objects.get()
    record = f"/admin/chambers/membershipapplication/{application.pk}"
    paths = [f"{record}/change/", *(f"{record}/{verb}/" for verb in ("approve", "return", "reject"))]
    paths += [reverse("admin:members_duplicatepair_compare", args=[pair.pk]), "/admin/members/duplicatepair/search/"]
    paths += [reverse("admin:members_profilechange_change", args=[change.pk])]
    membership = Membership.objects.order_by("pk").first()
    paths += [f"/admin/members/membership/{membership.pk}/{verb}/" for verb in ("grant", "end")]
    look_over(cast.superuser(), paths)


def test_what_staff_may_take_back(look_over, district, register_file):
    staff = cast.superuser()
    pair = DuplicatePair.objects.order_by("-score").first()
    merge = merge_enterprises(pair.left, pair.right, {}, by=staff)
    batch = ImportBatch.objects.filter(status=ImportBatch.Status.APPLIED).order_by("-pk").first()
    paths = [reverse("admin:members_merge_change", args=[merge.pk]), f"/admin/members/merge/{merge.pk}/undo/"]
    paths += [reverse(f"admin:members_importbatch_{page}", args=[batch.pk]) for page in ("change", "undo")]
    look_over(staff, paths)
