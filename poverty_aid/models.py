"""Django looks for an app's tables here; each subject keeps its own."""

from poverty_aid.contributions.models import (
    Confirmation,
    Contribution,
    ContributionStep,
    Delivery,
    LedgerEntry,
    Share,
)
from poverty_aid.pairings.models import Pairing, PairingMember, PairingStep
from poverty_aid.programmes.models import Campaign, Intermediary, Programme
from poverty_aid.villages.models import County, Story, Village, VillageName

__all__ = [
    "Campaign",
    "Confirmation",
    "Contribution",
    "ContributionStep",
    "County",
    "Delivery",
    "Intermediary",
    "LedgerEntry",
    "Pairing",
    "PairingMember",
    "PairingStep",
    "Programme",
    "Share",
    "Story",
    "Village",
    "VillageName",
]
