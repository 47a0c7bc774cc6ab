"""States of a finance application and of the loan that one bank makes of it, and the legal moves between them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    DRAFT = "draft", _("being written")
    SUBMITTED = "submitted", _("waits for the chamber")
    RETURNED = "returned", _("returned to the enterprise")
    ENDORSED = "endorsed", _("waits for the government desk")
    MATCHING = "matching", _("waits to be matched with a bank")
    WITH_BANKS = "with_banks", _("with the bank")
    REFERRED = "referred", _("referred back to the chamber")
    GRANTED = "granted", _("granted by a bank")
    COMPLETED = "completed", _("completed")
    DECLINED = "declined", _("ended without a bank")
    WITHDRAWN = "withdrawn", _("withdrawn")


MOVES: dict[Status, frozenset[Status]] = {
    Status.DRAFT: frozenset({Status.SUBMITTED, Status.WITHDRAWN}),
    # Endorsed again on a version about which the government desk has decided, it goes on to the matching at once.
    Status.SUBMITTED: frozenset({Status.ENDORSED, Status.MATCHING, Status.RETURNED, Status.DRAFT, Status.WITHDRAWN}),
    Status.RETURNED: frozenset({Status.SUBMITTED, Status.WITHDRAWN}),
    Status.ENDORSED: frozenset({Status.MATCHING, Status.DRAFT, Status.WITHDRAWN}),
    Status.MATCHING: frozenset(
        {Status.WITH_BANKS, Status.RETURNED, Status.DECLINED, Status.DRAFT, Status.WITHDRAWN},
    ),
    Status.WITH_BANKS: frozenset(
        {Status.GRANTED, Status.MATCHING, Status.REFERRED, Status.COMPLETED, Status.WITHDRAWN},
    ),
    Status.REFERRED: frozenset({Status.MATCHING, Status.RETURNED, Status.WITHDRAWN}),
    Status.GRANTED: frozenset({Status.COMPLETED, Status.WITH_BANKS, Status.MATCHING, Status.REFERRED}),
    Status.COMPLETED: frozenset({Status.GRANTED}),
    Status.DECLINED: frozenset(),
    Status.WITHDRAWN: frozenset(),
}
# Under way: somebody still has it before them, or a loan of it runs.
OPEN = frozenset(
    {
        Status.DRAFT,
        Status.SUBMITTED,
        Status.RETURNED,
        Status.ENDORSED,
        Status.MATCHING,
        Status.WITH_BANKS,
        Status.REFERRED,
        Status.GRANTED,
    }
)
TONES: dict[str, str] = {
    Status.DRAFT: "wait",
    Status.SUBMITTED: "wait",
    Status.RETURNED: "ask",
    Status.ENDORSED: "wait",
    Status.MATCHING: "wait",
    Status.WITH_BANKS: "wait",
    Status.REFERRED: "ask",
    Status.GRANTED: "done",
    Status.COMPLETED: "done",
    Status.DECLINED: "off",
    Status.WITHDRAWN: "off",
}
# Calendar days that whoever has it before them may take.
DAYS: dict[Status, int] = {
    Status.SUBMITTED: 5,
    Status.RETURNED: 15,
    Status.ENDORSED: 5,
    Status.MATCHING: 3,
    Status.REFERRED: 5,
}


class LoanStatus(models.TextChoices):
    """One application at one bank."""

    ASSIGNED = "assigned", _("waits for the bank")
    ACCEPTED = "accepted", _("being examined by the bank")
    MORE_ASKED = "more_asked", _("the bank asks for more")
    APPROVED = "approved", _("approved, not drawn yet")
    DRAWING = "drawing", _("being drawn")
    CLOSED = "closed", _("loan closed")
    REJECTED = "rejected", _("rejected by the bank")
    REFERRED = "referred", _("referred back to the chamber")
    WITHDRAWN = "withdrawn", _("withdrawn")


LOAN_MOVES: dict[LoanStatus, frozenset[LoanStatus]] = {
    LoanStatus.ASSIGNED: frozenset(
        {
            LoanStatus.ACCEPTED,
            LoanStatus.MORE_ASKED,
            LoanStatus.REJECTED,
            LoanStatus.REFERRED,
            LoanStatus.WITHDRAWN,
        }
    ),
    LoanStatus.ACCEPTED: frozenset(
        {
            LoanStatus.MORE_ASKED,
            LoanStatus.APPROVED,
            LoanStatus.REJECTED,
            LoanStatus.REFERRED,
            LoanStatus.WITHDRAWN,
        }
    ),
    # An answer brings it back to who asked.
    LoanStatus.MORE_ASKED: frozenset({LoanStatus.ACCEPTED, LoanStatus.REJECTED, LoanStatus.WITHDRAWN}),
    LoanStatus.APPROVED: frozenset({LoanStatus.DRAWING, LoanStatus.CLOSED, LoanStatus.WITHDRAWN}),
    # Back when all that was drawn has been reversed.
    LoanStatus.DRAWING: frozenset({LoanStatus.CLOSED, LoanStatus.APPROVED}),
    LoanStatus.CLOSED: frozenset({LoanStatus.DRAWING}),
    LoanStatus.REJECTED: frozenset(),
    LoanStatus.REFERRED: frozenset(),
    LoanStatus.WITHDRAWN: frozenset(),
}
# The bank, or the enterprise that it asked, still has to do something before there is an answer.
LOAN_PENDING = frozenset({LoanStatus.ASSIGNED, LoanStatus.ACCEPTED, LoanStatus.MORE_ASKED})
LOAN_GRANTED = frozenset({LoanStatus.APPROVED, LoanStatus.DRAWING})
LOAN_TONES: dict[str, str] = {
    LoanStatus.ASSIGNED: "wait",
    LoanStatus.ACCEPTED: "wait",
    LoanStatus.MORE_ASKED: "ask",
    LoanStatus.APPROVED: "done",
    LoanStatus.DRAWING: "done",
    LoanStatus.CLOSED: "done",
    LoanStatus.REJECTED: "off",
    LoanStatus.REFERRED: "off",
    LoanStatus.WITHDRAWN: "off",
}
LOAN_DAYS: dict[LoanStatus, int] = {
    LoanStatus.ASSIGNED: 3,
    LoanStatus.ACCEPTED: 10,
    LoanStatus.MORE_ASKED: 7,
    LoanStatus.APPROVED: 30,
}


class RejectReason(models.TextChoices):
    """Why a bank doesn't lend; the code is what figures count, the words beside it are the bank's."""

    REPAYMENT = "repayment", _("income doesn't carry the repayment")
    CREDIT = "credit", _("credit record")
    GUARANTEE = "guarantee", _("guarantee insufficient")
    PURPOSE = "purpose", _("purpose outside the bank's rules")
    SECTOR = "sector", _("sector outside the bank's rules")
    PAPERS = "papers", _("papers missing or untrue")
    TERMS = "terms", _("no agreement on amount, term or rate")
    OTHER = "other", _("other reason")


class Hand(models.TextChoices):
    """In whose place a step was made. Nobody plays two of these on one application, whatever hats they wear."""

    ENTERPRISE = "enterprise", _("enterprise")
    CHAMBER = "chamber", _("chamber")
    GOVERNMENT = "government", _("government desk")
    STAFF = "staff", _("federation")
    BANK = "bank", _("bank")


class Policy(models.TextChoices):
    """What the government desk has said about policy support for the version at hand."""

    PENDING = "pending", _("not decided")
    CONFIRMED = "confirmed", _("policy support confirmed")
    DECLINED = "declined", _("no policy support")
    NO_DESK = "no_desk", _("no government desk at the time")


class Kind(models.TextChoices):
    NEW = "new", _("new loan")
    RENEWAL = "renewal", _("loan renewal")
    EXTENSION = "extension", _("loan extension")


class Guarantee(models.TextChoices):
    """What secures the loan; products name those that they take."""

    CREDIT = "credit", _("unsecured")
    MORTGAGE = "mortgage", _("mortgage")
    PLEDGE = "pledge", _("pledge")
    SURETY = "surety", _("surety")
    COMPANY = "company", _("guarantee company")


class Purpose(models.TextChoices):
    WORKING_CAPITAL = "working", _("working capital")
    EQUIPMENT = "equipment", _("equipment")
    PREMISES = "premises", _("premises")
    RESEARCH = "research", _("research and development")
    ORDERS = "orders", _("fulfilling orders")
    WAGES = "wages", _("wages and social insurance")
    OTHER = "other", _("other purpose")
