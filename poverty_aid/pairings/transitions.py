"""The way of a pairing; see federation/cases/flow.py."""

from federation.cases.flow import Flow
from poverty_aid.pairings.models import Pairing, PairingStep
from poverty_aid.pairings.statuses import DAYS, MOVES

FLOW = Flow(
    model=Pairing,
    step_model=PairingStep,
    case_field="pairing",
    moves=MOVES,
    related=("enterprise", "chamber", "village__successor", "programme"),
    days=DAYS,
)
