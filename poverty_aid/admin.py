"""The staff's face of this floor; each subject keeps its own."""

from poverty_aid.contributions import admin as contributions
from poverty_aid.contributions import ledger_admin as ledger
from poverty_aid.pairings import admin as pairings
from poverty_aid.programmes import admin as programmes
from poverty_aid.villages import admin as villages

__all__ = ["contributions", "ledger", "pairings", "programmes", "villages"]
