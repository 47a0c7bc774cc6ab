"""The way of a demand; see federation/cases/flow.py."""

from federation.cases.flow import Flow
from services.demands.models import Demand, DemandStep
from services.demands.statuses import DAYS, MOVES

FLOW = Flow(
    model=Demand,
    step_model=DemandStep,
    case_field="demand",
    moves=MOVES,
    related=("enterprise", "chamber", "category", "department", "owner"),
    days=DAYS,
)
