"""The way of an application; see federation/cases/flow.py."""

from chambers.applications.models import ApplicationStep, MembershipApplication
from chambers.applications.statuses import MOVES
from federation.cases.flow import Flow

FLOW = Flow(
    model=MembershipApplication,
    step_model=ApplicationStep,
    case_field="application",
    moves=MOVES,
    related=("chamber", "enterprise", "applicant", "licence"),
)
