"""Django looks for an app's tables here; each subject keeps its own."""

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

__all__ = [
    "BankLoan",
    "DataConsent",
    "EndorsementCheck",
    "FinanceApplication",
    "FinancePaper",
    "FinanceStep",
    "FinanceVersion",
    "LoanStep",
    "PolicyDecision",
    "PolicyDesk",
]
