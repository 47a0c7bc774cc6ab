"""The ways of a cohort and of an application; see federation/cases/flow.py."""

from events.camps.models import CampApplication, CampApplicationStep, Cohort, CohortStep
from events.camps.statuses import COHORT_MOVES, DAYS, MOVES
from federation.cases.flow import Flow

COHORTS = Flow(model=Cohort, step_model=CohortStep, case_field="cohort", moves=COHORT_MOVES, related=("camp",))
APPLICATIONS = Flow(
    model=CampApplication,
    step_model=CampApplicationStep,
    case_field="application",
    moves=MOVES,
    related=("cohort__camp", "chamber", "enterprise", "participant", "applicant"),
    days=DAYS,
)
