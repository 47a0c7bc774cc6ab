"""The table role x action x state of an application for membership, made from its predicates."""

from chambers.applications import access, actions
from chambers.applications.models import MembershipApplication
from chambers.applications.statuses import Status
from tests import cast, matrix

VERBS = {
    "edit": access.may_edit,
    "submit": access.may_submit,
    "withdraw": access.may_withdraw,
    "recommend": access.may_recommend,
    "return": access.may_return,
    "approve": access.may_approve,
    "reject": access.may_reject,
    "see": lambda user, case: MembershipApplication.objects.visible_to(user).filter(pk=case.pk).exists(),
}


def test_matrix_of_a_membership_application(application_in, draft, applicant, secretary, clerk):
    states = {status.value: application_in(status, name=f"上海{status}有限公司") for status in Status}
    vacant, alone = cast.chamber(), cast.staff("registry_clerk", "代商会推荐的干部")
    for name in ("submitted", "recommended"):
        sent = actions.submit_application(draft(to=vacant), by=applicant)
        if name == "recommended":
            actions.recommend_application(sent, by=alone)
        sent.refresh_from_db()
        states[f"{name}, and the chamber has no secretary"] = sent
    people = {
        "applicant": applicant,
        "other_manager": cast.representative(),
        "secretary": secretary,
        "other_secretary": cast.secretary(),
        "bank_officer": cast.bank_officer(),
        "registry_clerk": clerk,
        "clerk_who_stood_in": alone,
        "services_clerk": cast.staff("services_clerk"),
        "auditor": cast.staff("auditor"),
        "administrator": cast.staff("administrator"),
        "outsider": cast.outsider(),
    }
    matrix.check("membership_application", verbs=VERBS, states=states, people=people)
