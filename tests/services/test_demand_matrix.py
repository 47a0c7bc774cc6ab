"""The table role x action x state of a demand, made from its predicates."""

from services.demands import access
from services.demands.models import Demand
from services.demands.statuses import Status
from tests import cast, matrix

VERBS = {
    "withdraw": access.may_withdraw,
    "classify": access.may_classify,
    "assign": access.may_assign,
    "transfer": access.may_transfer,
    "hand_back": access.may_hand_back,
    "join": access.may_join,
    "part": access.may_part,
    "contact": access.may_contact,
    "plan": access.may_plan,
    "answer": access.may_answer,
    "call_back": access.may_call_back,
    "write": access.may_write,
    "note": access.may_note,
    "see": lambda user, case: Demand.objects.visible_to(user).filter(pk=case.pk).exists(),
}


def test_matrix_of_a_demand(demands):
    both = cast.staff("services_clerk", "两顶帽子")
    cast.represent(both, demands.enterprise)
    officer_too = cast.staff("services_clerk", "兼任联络员")
    cast.PartnerOfficer.objects.create(organisation=demands.department, user=officer_too, since=cast.LONG_AGO)
    people = {
        "manager": demands.manager,
        "colleague": cast.colleague(demands.enterprise),
        "other_manager": cast.representative(),
        "secretary": demands.secretary,
        "other_secretary": cast.secretary(),
        "officer": demands.officer,
        "other_officer": cast.department_officer(demands.other_department),
        "bank_officer": cast.bank_officer(),
        "services_clerk": demands.clerk,
        "clerk_of_the_firm": both,
        "clerk_in_the_department": officer_too,
        "registry_clerk": cast.staff("registry_clerk"),
        "auditor": cast.staff("auditor"),
        "administrator": cast.staff("administrator"),
        "outsider": cast.outsider(),
    }
    states = {status.value: demands.in_status(status) for status in Status}
    matrix.check("demand", verbs=VERBS, states=states, people=people)


def test_matrix_of_a_demand_that_a_secretary_raised_and_one_of_the_staff_has(demands):
    states = {}
    for state in ("assigned", "answered"):
        demand = demands.raised(by=demands.secretary, source="chamber", title=state, chamber=demands.chamber)
        demand = demands.assigned(demand, owner=demands.caller)
        if state == "answered":
            from services.demands import actions

            actions.contact_demand(demand, by=demands.caller, note="已联系")
            demand = actions.answer_demand(demand, by=demands.caller, answer="已办")
        states[state] = demand
    people = {
        "manager": demands.manager,
        "secretary": demands.secretary,
        "other_secretary_of_the_chamber": cast.secretary(demands.chamber),
        "owner": demands.caller,
        "services_clerk": demands.clerk,
        "officer": demands.officer,
    }
    verbs = {name: VERBS[name] for name in ("withdraw", "contact", "call_back", "transfer", "write", "note", "see")}
    matrix.check("demand_of_a_secretary", verbs=verbs, states=states, people=people)
