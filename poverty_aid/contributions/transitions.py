"""The way of a gift; see federation/cases/flow.py."""

from federation.cases.flow import Flow
from poverty_aid.contributions.models import Contribution, ContributionStep
from poverty_aid.contributions.statuses import DAYS, MOVES

FLOW = Flow(
    model=Contribution,
    step_model=ContributionStep,
    case_field="contribution",
    moves=MOVES,
    related=("village__successor", "programme", "campaign", "intermediary", "pairing"),
    days=DAYS,
)
