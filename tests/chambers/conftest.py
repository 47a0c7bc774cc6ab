"""What the tests of applications share: a licence, a complete form, an application at any point of its way."""

import pytest

from chambers.applications import actions
from chambers.applications.models import MembershipApplication
from chambers.applications.statuses import Status
from tests import cast
from tests.chambers.papers import CONSENT, CONTACT, licence_upload


@pytest.fixture
def town(db):
    return cast.town("测试一镇", code="test-one")


@pytest.fixture
def chamber(town):
    return cast.chamber(town=town)


@pytest.fixture
def secretary(chamber):
    return cast.secretary(chamber)


@pytest.fixture
def clerk(db):
    return cast.staff("registry_clerk")


@pytest.fixture
def applicant(chamber):
    """In a federation that has a chamber to apply to."""
    return cast.outsider("申请人")


@pytest.fixture
def draft(applicant, chamber, town):
    """Makes a complete draft: only submitting is left."""

    def make(user=applicant, code=None, *, name="上海新客科技有限公司", to=chamber):
        application = actions.begin_application(user, code or cast.uscc())
        facts = {
            "name": name,
            "legal_representative": "顾法人",
            "town": town.pk,
            "address": "上海市松江区测试路1号",
            "industry": cast.industry().pk,
            "staff_count": 20,
            "revenue": "5000000.00",
        }
        if application.enterprise:
            facts = {"staff_count": 33}
        actions.save_step(application, user, "enterprise", facts=facts)
        actions.save_step(application, user, "contact", contact=CONTACT)
        actions.save_step(application, user, "chamber", chamber=to)
        actions.save_step(application, user, "licence", licence=licence_upload())
        return actions.save_step(application, user, "review", consent=CONSENT)

    return make


@pytest.fixture
def application_in(draft, applicant, secretary, clerk):
    """Makes an application that has come to the status by the actions themselves."""

    def make(status, **wishes) -> MembershipApplication:
        application = draft(**wishes)
        user = application.applicant
        if status == Status.DRAFT:
            return application
        if status == Status.WITHDRAWN:
            actions.submit_application(application, by=user)
            actions.withdraw_application(application, by=user)
        else:
            actions.submit_application(application, by=user)
        if status == Status.RETURNED:
            actions.return_application(application, by=secretary, reason="照片不清楚")
        if status in {Status.RECOMMENDED, Status.APPROVED, Status.REJECTED}:
            actions.recommend_application(application, by=secretary)
        if status == Status.APPROVED:
            actions.approve_application(application, by=clerk)
        if status == Status.REJECTED:
            actions.reject_application(application, by=clerk, reason="不符合条件")
        application.refresh_from_db()
        assert application.status == status
        return application

    return make
