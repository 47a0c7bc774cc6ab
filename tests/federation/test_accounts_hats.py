"""One person, several hats."""

import re

import pytest
from django.http import Http404
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone

from federation.accounts.hats import Hat, acting_as, current_hat, hats_of
from federation.accounts.models import User
from members.partners.models import PartnerOfficer
from tests import cast
from tests.poverty_aid import aid

pytestmark = pytest.mark.django_db


@pytest.fixture
def someone() -> User:
    """Manages one enterprise, is a colleague at another, secretary of a chamber, officer of a bank, and staff."""
    user = cast.staff("registry_clerk")
    cast.represent(user, cast.enterprise("上海甲测试有限公司"))
    cast.represent(user, cast.enterprise("上海乙测试有限公司"), "colleague")
    cast.take_office(user, cast.chamber("测试商会"))
    PartnerOfficer.objects.create(organisation=cast.bank("测试银行"), user=user, since=cast.LONG_AGO)
    return user


def kinds(user: User) -> list[str]:
    return [hat.kind for hat in hats_of(user)]


def test_every_hat_of_a_person(someone):
    assert kinds(someone) == ["staff", "enterprise", "enterprise", "partner", "secretary"]
    assert [hat.label for hat in hats_of(someone)][1:4] == ["上海甲测试有限公司", "上海乙测试有限公司", "测试银行"]


def test_a_hat_lapses_with_its_office(someone):
    yesterday = timezone.localdate() - timezone.timedelta(days=1)
    someone.representations.update(until=yesterday)
    someone.chamber_offices.update(until=yesterday)
    someone.partner_offices.update(until=yesterday)
    assert kinds(someone) == ["staff"]


def test_a_hat_is_there_from_its_first_day_on(someone, monkeypatch):
    tomorrow = timezone.localdate() + timezone.timedelta(days=1)
    someone.chamber_offices.update(since=tomorrow)
    assert "secretary" not in kinds(someone)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args: tomorrow)
    assert "secretary" in kinds(someone)


def test_two_terms_of_one_office_are_one_hat(someone):
    office = someone.chamber_offices.get()
    cast.take_office(someone, office.chamber, office=office.Office.PRESIDENT)
    office.pk, office.since = None, office.since + timezone.timedelta(days=1)
    office.save()
    assert kinds(someone).count("secretary") == 1


def test_all_kinds_cost_one_question_and_are_nobody_else_s(someone, django_assert_num_queries):
    other = cast.representative()
    with django_assert_num_queries(1):
        assert len(hats_of(someone)) == 5
    with django_assert_num_queries(1):
        assert [hat.kind for hat in hats_of(other)] == ["enterprise"]


def test_who_is_not_logged_in_or_closed_has_none():
    assert hats_of(cast.representative(is_active=False)) == []
    assert cast.login(None).get("/accounts/login/").wsgi_request.hats == []


def test_switching_puts_the_hat_on_and_goes_to_its_desk(someone):
    client = cast.login(someone)
    hat = hats_of(someone)[2]
    response = client.post(reverse("accounts:switch_hat"), {"hat": hat.key})
    assert response.status_code == 302 and response.url == hat.home_url
    assert client.get("/accounts/email/").wsgi_request.hat.key == hat.key


@pytest.mark.parametrize("key", ["", "staff:", "enterprise:999999", "secretary:1; drop"])
def test_a_hat_that_is_not_one_s_own_is_not_found(key):
    client = cast.login(cast.representative())
    assert client.post(reverse("accounts:switch_hat"), {"hat": key}).status_code == 404


def test_another_s_hat_is_not_found():
    other = hats_of(cast.representative())[0]
    client = cast.login(cast.representative())
    assert client.post(reverse("accounts:switch_hat"), {"hat": other.key}).status_code == 404


def test_switching_changes_something_so_it_is_a_post(someone):
    assert cast.login(someone).get(reverse("accounts:switch_hat")).status_code == 405


def test_a_hat_that_has_lapsed_falls_back_to_the_first(someone):
    key = hats_of(someone)[1].key
    client = cast.login(someone, hat=key)
    assert client.get("/accounts/email/").wsgi_request.hat.key == key
    someone.representations.all().delete()
    assert client.get("/accounts/email/").wsgi_request.hat.kind == "staff"


def request_of(*hats: Hat):
    request = RequestFactory().get("/")
    request.session, request.hats = {}, list(hats)
    request.hat = current_hat(request)
    return request


def test_a_desk_acts_under_the_hat_that_fits_it():
    firm, chamber = Hat("enterprise", 1, "甲", "/me/"), Hat("secretary", 2, "乙", "/chamber/")
    request = request_of(firm, chamber)
    assert acting_as(request, "secretary") == chamber and request.hat == chamber


def test_a_desk_for_which_there_is_no_hat_is_not_found():
    with pytest.raises(Http404):
        acting_as(request_of(Hat("enterprise", 1, "甲", "/me/")), "secretary")


# --- Every page says it ---------------------------------------------------------------------------

FIRM, OTHER_FIRM, CHAMBER, BANK, VILLAGE = (
    *("上海甲测试有限公司", "上海乙测试有限公司"),
    *("测试商会秘书长", "测试银行", "测试村"),
)
STAFF = "机关干部"


@pytest.fixture
def everywhere(someone) -> User:
    """May open every desk there is."""
    someone.groups.set(cast.staff("services_clerk").groups.all())
    village = aid.village(VILLAGE, cast.village(VILLAGE))
    PartnerOfficer.objects.create(organisation=village.partner, user=someone, since=cast.LONG_AGO)
    return someone


def said_at(path: str, user: User, worn: Hat) -> list[str]:
    answer = cast.login(user, hat=worn.key).get(path)
    assert answer.status_code == 200, path
    return re.findall(r"以 <strong>(.+?)</strong> 身份办理", answer.content.decode())


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("/me/", FIRM),
        ("/partners/", BANK),
        ("/chamber/", CHAMBER),
        ("/services/finance/applications/", FIRM),
        ("/services/demands/mine/", FIRM),
        ("/chamber/finance/", CHAMBER),
        ("/partners/loans/", BANK),
        ("/events/visits/", STAFF),
        ("/events/visits/ours/", FIRM),
        ("/chamber/camps/", CHAMBER),
        ("/poverty-aid/ours/", FIRM),
        ("/chamber/pairings/", CHAMBER),
        ("/poverty-aid/village/", VILLAGE),
    ],
)
def test_a_desk_of_every_app_says_under_which_hat_one_acts(everywhere, path, label):
    """Also to whom comes under another: the page puts on the one that fits it, and says so."""
    hats = {hat.label: hat for hat in hats_of(everywhere)}
    assert set(hats) == {STAFF, FIRM, OTHER_FIRM, CHAMBER, BANK, VILLAGE}
    assert said_at(path, everywhere, hats[label]) == [label]
    stranger = STAFF if label != STAFF else CHAMBER
    assert said_at(path, everywhere, hats[stranger]) == [label]
    if label == FIRM:
        assert said_at(path, everywhere, hats[OTHER_FIRM]) == [OTHER_FIRM]


def test_pages_that_everybody_reads_say_the_hat_that_is_worn(everywhere):
    """Much of them is kept for everybody; this line isn't."""
    paths = ["/", "/directory/", "/chambers/", "/services/", "/services/finance/", "/services/demands/", "/events/"]
    paths += ["/events/camps/", "/poverty-aid/", "/poverty-aid/villages/", "/figures/", "/search/?q=云间", "/inbox/"]
    hat = next(hat for hat in hats_of(everywhere) if hat.label == OTHER_FIRM)
    for path in paths:
        cast.login(None).get(path)
        assert said_at(path, everywhere, hat) == [OTHER_FIRM], path


def test_the_admin_is_the_staffs(everywhere):
    page = cast.login(everywhere, hat=hats_of(everywhere)[1].key).get("/admin/").content.decode()
    assert STAFF in page
    assert FIRM not in page
