"""The tables role x action x state of a cohort, of a place in it and of a certificate, made from their predicates."""

import pytest

from events.camps import access
from events.camps.models import CampApplication, Certificate
from events.camps.statuses import CertificateState, CohortStatus, Status
from tests import cast, matrix
from tests.events import camp_cast

COHORT_VERBS = {
    "announce": access.may_announce,
    "close": access.may_close,
    "reopen": access.may_reopen,
    "settle": access.may_settle,
    "unsettle": access.may_unsettle,
    "start": access.may_start,
    "finish": access.may_finish,
    "archive": access.may_archive,
    "cancel": access.may_cancel,
    "edit": access.may_edit,
    "call_roll": access.may_call_roll,
    "certify": access.may_certify,
}
PLACE_VERBS = {
    "recommend": access.may_recommend,
    "take_back": access.may_take_back_recommendation,
    "select": access.may_select,
    "put_on_waiting_list": access.may_put_on_waiting_list,
    "decline": access.may_decline,
    "confirm": access.may_confirm,
    "withdraw": access.may_withdraw,
    "change_wishes": access.may_change_wishes,
    "see": lambda user, one: CampApplication.objects.visible_to(user).filter(pk=one.pk).exists(),
}
CERTIFICATE_VERBS = {
    "reissue": access.may_reissue,
    "revoke": access.may_revoke,
    "see": lambda user, one: Certificate.objects.visible_to(user).filter(pk=one.pk).exists(),
}


@pytest.fixture
def people(db):
    """`both` is secretary of the chamber and clerk of the federation; `clerk_of_firm` acts for the enterprise too."""
    chamber = cast.chamber()
    enterprise = cast.member(of=chamber)
    both = cast.staff("services_clerk", "兼职干部")
    cast.take_office(both, chamber)
    of_firm = cast.staff("services_clerk", "企业里的干部")
    cast.represent(of_firm, enterprise)
    student = cast.person("学员本人")
    return {
        "student": student,
        "manager": cast.representative(enterprise),
        "colleague": cast.colleague(enterprise),
        "other_manager": cast.representative(),
        "secretary": cast.secretary(chamber),
        "other_secretary": cast.secretary(),
        "both": both,
        "clerk_of_firm": of_firm,
        "services_clerk": cast.staff("services_clerk"),
        "registry_clerk": cast.staff("registry_clerk"),
        "auditor": cast.staff("auditor"),
        "administrator": cast.staff("administrator"),
        "outsider": cast.outsider(),
    }


def test_matrix_of_a_cohort(people):
    states = {status.value: camp_cast.cohort(status) for status in CohortStatus}
    matrix.check("camp_cohort", verbs=COHORT_VERBS, states=states, people=people)


def test_matrix_of_a_place(people):
    """While places are being given; a recommendation is the word of `both`, who then can't give the place."""
    cohort = camp_cast.cohort(CohortStatus.SELECTION)
    states = {}
    for status in Status:
        one = camp_cast.place(
            camp_cast.cohort(CohortStatus.SELECTION, of=cohort.camp),
            status,
            chamber=cast.chamber_of(people["secretary"]),
            enterprise=cast.enterprise_of(people["manager"]),
            user=people["student"],
            applicant=people["manager"],
        )
        if status == Status.RECOMMENDED:
            one.steps.update(actor=people["both"])
        states[status.value] = one
    matrix.check("camp_place", verbs=PLACE_VERBS, states=states, people=people)


def test_matrix_of_a_confirmed_place_while_its_cohort_moves_on(people):
    states = {
        status.value: camp_cast.place(
            camp_cast.cohort(status),
            Status.CONFIRMED,
            chamber=cast.chamber_of(people["secretary"]),
            enterprise=cast.enterprise_of(people["manager"]),
            user=people["student"],
            applicant=people["manager"],
        )
        for status in CohortStatus
    }
    verbs = {"withdraw": access.may_withdraw, "tick": access.may_tick, "issue": access.may_issue}
    matrix.check("camp_confirmed_place", verbs=verbs, states=states, people=people)


def test_matrix_of_a_certificate(people):
    cohort = camp_cast.cohort(CohortStatus.FINISHED)
    states = {}
    for state in CertificateState:
        one = camp_cast.place(
            camp_cast.cohort(CohortStatus.FINISHED, of=cohort.camp),
            Status.CONFIRMED,
            chamber=cast.chamber_of(people["secretary"]),
            enterprise=cast.enterprise_of(people["manager"]),
            user=people["student"],
            applicant=people["manager"],
        )
        states[state.value] = camp_cast.certificate(one, state=state)
    matrix.check("camp_certificate", verbs=CERTIFICATE_VERBS, states=states, people=people)
