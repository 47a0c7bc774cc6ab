"""Who hears of which step: everyone concerned, once, in their language, and not the one who did it."""

import pytest
from django.utils import timezone

from chambers.applications import actions
from chambers.applications.statuses import Status
from federation.inbox.models import Delivery, Message
from tests import cast


def heard(user):
    return list(user.messages.order_by("pk").values_list("rule", flat=True))


@pytest.fixture
def colleague_clerk(db):
    return cast.staff("registry_clerk")


def test_sending_tells_the_chamber_and_gives_the_applicant_a_receipt(application_in, applicant, secretary, clerk):
    application_in(Status.SUBMITTED)
    assert heard(applicant) == ["application-submitted"]
    assert heard(secretary) == ["application-submitted"]
    assert heard(clerk) == []


def test_a_chamber_without_secretary_is_stood_in_for(draft, applicant, chamber, clerk):
    cast.secretary()
    actions.submit_application(draft(), by=applicant)
    assert heard(clerk) == ["application-submitted"]


def test_a_recommendation_tells_applicant_and_staff_with_the_right(
    application_in, applicant, secretary, clerk, colleague_clerk
):
    auditor = cast.staff("auditor")
    application_in(Status.RECOMMENDED)
    assert heard(applicant)[-1] == "application-recommended"
    assert heard(clerk) == heard(colleague_clerk) == ["application-recommended"]
    assert heard(secretary) == ["application-submitted"], "who recommended isn't told of it"
    assert heard(auditor) == []


@pytest.mark.parametrize("status", [Status.RETURNED, Status.REJECTED])
def test_the_reason_reaches_the_applicant(application_in, applicant, status):
    application = application_in(status)
    reason = application.steps.last().reason
    assert reason in applicant.messages.order_by("pk").last().body


def test_staff_returning_it_tell_the_chamber_too(application_in, applicant, secretary, clerk):
    application = application_in(Status.RECOMMENDED)
    actions.return_application(application, by=clerk, reason="地址不符")
    assert heard(applicant)[-1] == heard(secretary)[-1] == "application-returned"


def test_approval_tells_all_who_act_for_it_and_the_chamber(application_in, secretary, clerk):
    firm = cast.enterprise()
    user, colleague = cast.representative(firm), cast.colleague(firm, language="en")
    application = application_in(Status.APPROVED, user=user, code=firm.uscc)
    for person in (user, colleague, secretary):
        assert heard(person)[-1] == "application-approved"
    number = application.period.membership.number
    in_english = colleague.messages.get(rule="application-approved")
    assert in_english.title.endswith("is a member of the federation") and number in in_english.body
    assert "会员" in user.messages.get(rule="application-approved").title


def test_taking_back_tells_who_had_it(application_in, applicant, secretary, clerk):
    application = application_in(Status.RECOMMENDED)
    before = len(heard(applicant))
    actions.withdraw_application(application, by=applicant)
    assert heard(secretary)[-1] == heard(clerk)[-1] == "application-withdrawn"
    assert len(heard(applicant)) == before


def test_a_draft_given_up_tells_nobody(draft, applicant, secretary):
    actions.withdraw_application(draft(), by=applicant)
    assert not Message.objects.exists()


def test_returning_twice_in_one_day_is_told_twice(application_in, applicant, secretary):
    application = application_in(Status.RETURNED)
    actions.submit_application(application, by=applicant)
    actions.return_application(application, by=secretary, reason="还缺一页")
    assert heard(applicant).count("application-returned") == 2


def test_each_message_leaves_once_by_mail_or_text(application_in, applicant, secretary):
    applicant.email = None
    applicant.save()
    application_in(Status.RETURNED)
    channels = {
        (row.message.recipient_id, row.channel) for row in Delivery.objects.select_related("message").order_by("pk")
    }
    assert (applicant.pk, "sms") in channels and (secretary.pk, "email") in channels
    assert Delivery.objects.count() == Message.objects.count()


def test_links_lead_to_the_readers_own_page(application_in, applicant, secretary, clerk):
    application = application_in(Status.RECOMMENDED)
    for user, page in ((applicant, "/apply/"), (secretary, "/chamber/applications/"), (clerk, "/admin/chambers/")):
        url = user.messages.order_by("pk").last().url
        assert url.startswith(page) and str(application.pk) in url
        assert cast.login(user).get(url).status_code == 200


def test_an_office_that_ran_out_hears_nothing_more(application_in, secretary, clerk):
    application = application_in(Status.RECOMMENDED)
    secretary.chamber_offices.update(until=timezone.localdate() - timezone.timedelta(days=1))
    before = heard(secretary)
    actions.approve_application(application, by=clerk)
    assert heard(secretary) == before
