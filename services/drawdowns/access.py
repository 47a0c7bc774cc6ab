"""Who brings a bank's table and decides about it: the bank's officers at their desk, staff in the admin."""

from federation.accounts.models import User
from members.partners.models import PartnerOrganisation
from services.drawdowns.models import DrawdownFile
from services.drawdowns.statuses import FileStatus
from services.finance.bank_access import is_officer_of

RECORD = "services.record_drawdown"


def records(user: User) -> bool:
    return user.is_active and user.is_staff and user.has_perm(RECORD)


def may_upload(user: User, bank: PartnerOrganisation) -> bool:
    if bank.kind != PartnerOrganisation.Kind.BANK or not bank.is_active:
        return False
    return records(user) or is_officer_of(user, bank.pk)


def may_decide(user: User, file: DrawdownFile) -> bool:
    return file.status == FileStatus.PREVIEWED and may_upload(user, file.bank)
