"""The enterprise is told of money paid out to it, and of what the bank took back."""

from django.utils.translation import gettext as _

from federation.inbox.languages import tell
from federation.portal.formats import cn_date, money
from services.drawdowns.models import Drawdown
from services.drawdowns.statuses import Entry
from services.finance.messages import enterprise_page, speakers
from services.finance.statuses import Kind


def tell_drawdown(row: Drawdown) -> None:
    if row.loan is None:
        return
    application = row.loan.application
    tell(
        rule=f"drawdown-{row.entry}",
        about=row,
        recipients=[person for person in speakers(application) if person.pk != row.recorded_by_id],
        words=lambda: _words(row),
        url=enterprise_page(application),
    )


def _words(row: Drawdown) -> tuple[str, str]:
    said = {"bank": row.bank_name, "amount": money(abs(row.amount)), "day": cn_date(row.drawn_on)}
    if row.entry == Entry.REVERSAL:
        return _("%(bank)s has taken back a drawdown of %(amount)s") % said, row.reason
    due = _("To be repaid by %(day)s.") % {"day": cn_date(row.due_on)} if row.due_on else ""
    if row.kind == Kind.EXTENSION:
        return _("%(bank)s gives you more time for %(amount)s") % said, due
    if row.kind == Kind.RENEWAL:
        return _("%(bank)s renews %(amount)s, from %(day)s") % said, due
    return _("%(bank)s has paid out %(amount)s on %(day)s") % said, due
