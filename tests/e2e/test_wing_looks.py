"""The main pages of services, events, visits, camps and poverty aid, in each width and theme and both languages: what
everybody reads, what an enterprise sees of its own, and the staff's page of a visit."""

from decimal import Decimal

import pytest
from django.urls import reverse

from events.camps.statuses import CohortStatus
from events.camps.statuses import Status as PlaceStatus
from events.visits.statuses import VisitStatus
from services.products.models import LoanProduct
from tests import cast
from tests.events import camp_cast, gatherings, visit_rows
from tests.poverty_aid import aid
from tests.services.demands_cast import DemandCast
from tests.services.finance_cast import FinanceCast

pytestmark = pytest.mark.django_db(transaction=True)
both_languages = pytest.mark.parametrize("lang", ["zh-hans", "en"])


@pytest.fixture
def firm(db):
    chamber = cast.chamber("泖港镇商会", town=cast.town("泖港镇", code="maogang"))
    return cast.member("上海云帆机电有限公司", of=chamber, revenue=Decimal(30_000_000), industry=cast.industry())


@pytest.fixture
def manager(firm):
    return cast.representative(firm, "何晓晨")


@pytest.fixture
def hands(firm, manager):
    chamber = firm.affiliations.get().chamber
    return FinanceCast(chamber=chamber, enterprise=firm, manager=manager, bank=cast.bank("茸城测试银行"))


@pytest.fixture
def product(hands):
    return LoanProduct.objects.create(
        bank=hands.bank,
        name="云间信用贷",
        summary="纯信用，随借随还",
        amount_max=Decimal(10_000_000),
        term_min=1,
        term_max=36,
        rate_from=Decimal("3.45"),
        kinds=["new"],
        guarantees=["credit"],
        opens_on=cast.LONG_AGO,
    )


@both_languages
def test_what_everybody_reads(look_over, firm, manager, hands, product, lang):
    event = gatherings.event(quota=30, chamber=hands.chamber)
    cohort = camp_cast.cohort(of=camp_cast.camp(name="井冈山研修班"))
    certificate = camp_cast.certificate(camp_cast.place(cohort, PlaceStatus.CONFIRMED, enterprise=firm))
    village = aid.village("龙门村")
    aid.confirmed_gift(manager, village, 34_000)
    paths = ["/services/", "/services/finance/", "/services/demands/", "/services/finance/products/"]
    paths += [reverse("products:page", args=[product.pk]), "/events/", "/events/calendar/", event.get_absolute_url()]
    paths += ["/events/camps/", reverse("camps:cohort", args=[cohort.pk]), "/verify/", f"/verify/{certificate.code}/"]
    paths += ["/poverty-aid/", "/poverty-aid/villages/", village.get_absolute_url()]
    look_over(None, paths, lang)


@both_languages
def test_what_an_enterprise_sees_of_its_own(look_over, firm, manager, hands, product, lang):
    application = hands.endorsed()
    demand = DemandCast(chamber=hands.chamber, enterprise=firm, manager=manager).answered()
    gatherings.signup(gatherings.event(), manager, enterprise=firm)
    cohort = camp_cast.cohort(CohortStatus.SELECTION)
    place = camp_cast.place(cohort, PlaceStatus.SELECTED, enterprise=firm, user=manager, applicant=manager)
    visit = visit_rows.visit(firm, on=visit_rows.today() + 7 * visit_rows.DAY)
    gift = aid.pledged(manager, aid.village("龙门村"), 34_000)
    aid.delivered(gift, manager)
    paths = ["/services/finance/applications/", reverse("finance:status", args=[application.pk])]
    paths += ["/services/demands/mine/", demand.get_absolute_url(), "/services/demands/raise/", "/events/mine/"]
    paths += ["/events/camps/mine/", place.get_absolute_url()]
    paths += ["/events/visits/ours/", reverse("visits:ours", args=[visit.pk])]
    paths += ["/poverty-aid/ours/", gift.get_absolute_url()]
    look_over(manager, paths, lang)


@both_languages
def test_what_staff_hold_in_their_hand_at_a_visit(look_over, firm, lang):
    clerk = visit_rows.clerk()
    visit = visit_rows.visit_in(VisitStatus.DONE, by=clerk, firm=firm)
    pages = [("visits:day", visit.day_id), ("visits:visit", visit.pk), ("visits:brief", visit.pk)]
    look_over(clerk, ["/events/visits/", *(reverse(name, args=[pk]) for name, pk in pages)], lang)
