"""Django looks for an app's tables here; each subject keeps its own."""

from services.demands.models import (
    Demand,
    DemandCategory,
    DemandDraft,
    DemandHandling,
    DemandPaper,
    DemandRemark,
    DemandStep,
)
from services.drawdowns.models import Drawdown, DrawdownFile, DrawdownLine
from services.finance.models import (
    BankLoan,
    DataConsent,
    EndorsementCheck,
    FinanceApplication,
    FinancePaper,
    FinanceStep,
    FinanceVersion,
    LoanStep,
    PolicyDecision,
    PolicyDesk,
)
from services.products.models import LoanProduct

__all__ = [
    "BankLoan",
    "DataConsent",
    "Demand",
    "DemandCategory",
    "DemandDraft",
    "DemandHandling",
    "DemandPaper",
    "DemandRemark",
    "DemandStep",
    "Drawdown",
    "DrawdownFile",
    "DrawdownLine",
    "EndorsementCheck",
    "FinanceApplication",
    "FinancePaper",
    "FinanceStep",
    "FinanceVersion",
    "LoanProduct",
    "LoanStep",
    "PolicyDecision",
    "PolicyDesk",
]
