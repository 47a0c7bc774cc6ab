"""Papers of finance applications: pictures and PDF, read by the hands that have the application before them."""

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext_lazy as _

from federation.accounts.models import User
from federation.files.models import StoredFile
from federation.files.policies import IMAGES, MEGABYTE, PDF, XLSX, UploadPolicy, register
from services.finance.bank_access import may_read_papers
from services.finance.loans import BankLoan
from services.finance.models import FinanceApplication, FinancePaper

FINANCE_PAPER = "finance_paper"


def may_read_paper(user: User | AnonymousUser, file: StoredFile) -> bool:
    """The enterprise all of its own; others what was sent; a bank what was sent to it, while the consent stands."""
    if not user.is_authenticated:
        return False
    if file.uploaded_by_id == user.pk:
        return True
    paper = FinancePaper.objects.filter(file=file).first()
    if paper is None:
        return False
    applications = FinanceApplication.objects.filter(pk=paper.application_id)
    if applications.of(user).exists():
        return True
    if paper.since_version is None:
        return False
    if applications.visible_to(user).exists():
        return True
    loans = BankLoan.objects.of_banks_of(user).filter(
        application=paper.application_id, version__gte=paper.since_version
    )
    return any(may_read_papers(user, loan) for loan in loans)


register(
    UploadPolicy(
        purpose=FINANCE_PAPER,
        label=_("paper of a finance application"),
        content_types=(*IMAGES, PDF, XLSX),
        max_bytes=20 * MEGABYTE,
        may_read=may_read_paper,
        max_side=2400,
    )
)
