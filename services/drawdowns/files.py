"""A bank's monthly table: uploaded, compared, and only then taken over or discarded.

What the preview showed is what is written: if the ledger has moved meanwhile, the table is compared anew and nothing
is written until somebody has looked at that.
"""

import datetime
from collections import Counter
from collections.abc import Collection
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from federation.accounts.models import User
from federation.cases.errors import AlreadyMoved, CaseError
from federation.files.actions import store_upload
from federation.portal.formats import cn_datetime
from members.partners.models import PartnerOrganisation
from members.register.actions import local_copy
from services.drawdowns import access, ledger
from services.drawdowns.comparing import COMPARED, compare, firms_by_code
from services.drawdowns.models import Drawdown, DrawdownFile, DrawdownLine
from services.drawdowns.reading import Table, read_table
from services.drawdowns.statuses import FILE_MOVES, FileStatus, Verdict
from services.drawdowns.uploads import DRAWDOWN_TABLE
from services.finance.hands import hand_on_a_table, is_free_for

UNITS = {"yuan": 1, "wan": 10_000, "yi": 100_000_000}
LONGEST_PERIOD = datetime.timedelta(days=3 * 366)
BATCH = 1000


class LedgerMoved(CaseError):
    """Somebody recorded something since the preview; it has been made anew."""


@transaction.atomic
def upload_file(
    bank: PartnerOrganisation,
    *,
    by: User,
    upload: UploadedFile,
    since: datetime.date,
    until: datetime.date,
    unit: str = "wan",
    hat: str = "",
) -> DrawdownFile:
    """Read and compare; nothing is recorded yet. Raises Unreadable, UploadRefused, CaseError, all in words."""
    if not access.may_upload(by, bank):
        raise PermissionDenied
    if until < since:
        raise CaseError(_("The period ends before it begins."))
    if since > timezone.localdate():
        raise CaseError(_("The period is still to come."))
    if until - since > LONGEST_PERIOD:
        raise CaseError(_("A table covers three years at most: upload it in parts."))
    stored = store_upload(purpose=DRAWDOWN_TABLE, upload=upload, user=by)
    file = DrawdownFile.objects.create(
        bank=bank,
        file=stored,
        file_name=stored.name[:200],
        since=since,
        until=until,
        unit=unit,
        uploaded_by=by,
        hat=hat[:120],
    )
    table = _read(file)
    columns = table.columns
    file.columns = {
        "recognised": [[key, columns.headers[place]] for key, place in sorted(columns.fields.items())],
        "unknown": columns.unknown[:30],
        "sheet": table.sheet,
        "other_sheets": table.other_sheets[:30],
        "has_kind": "kind" in columns.fields,
    }
    file.save(update_fields=["columns"])
    DrawdownLine.objects.bulk_create(compare(file, table.lines), batch_size=BATCH)
    return file


def _read(file: DrawdownFile) -> Table:
    with local_copy(file.file) as path:
        return read_table(path, UNITS[file.unit])


@transaction.atomic
def apply_file(
    file: DrawdownFile,
    *,
    by: User,
    meant: Collection[int] = (),
    taken_back: Collection[int] = (),
    hat: str = "",
) -> Counter[str]:
    """Write what the preview says: new drawdowns, new versions of changed ones; how many of each verdict.

    Lines with a warning are left out unless their number is in `meant`; `taken_back` names recorded drawdowns, missing
    in the table, that the bank takes back. Raises AlreadyMoved, LedgerMoved.
    """
    held = _held(file, FileStatus.APPLIED, by)
    lines = _as_previewed(held)
    done: Counter[str] = Counter()
    wanted = set(meant)
    chosen = [line for line in lines if not line.warnings or line.line in wanted]
    reason = _("Bank's table %(name)s") % {"name": held.file_name}
    new = [line for line in chosen if line.verdict == Verdict.NEW]
    rows = _new_rows(held, new, by)
    for line, row in zip(new, rows, strict=True):
        line.recorded = row
    for line in chosen:
        if line.verdict == Verdict.CHANGED:
            line.recorded = _new_version(held, line, by, reason)
    back = [line for line in lines if line.verdict == Verdict.MISSING and line.drawdown_id in set(taken_back)]
    for line in back:
        line.recorded = _taken_back(line, by, reason)
    written = [line for line in lines if line.recorded is not None]
    DrawdownLine.objects.bulk_update(written, ["recorded"], batch_size=BATCH)
    done.update(line.verdict for line in written)
    _decide(held, FileStatus.APPLIED, by)
    return done


@transaction.atomic
def discard_file(file: DrawdownFile, *, by: User) -> DrawdownFile:
    held = _held(file, FileStatus.DISCARDED, by)
    _decide(held, FileStatus.DISCARDED, by)
    return held


def _held(file: DrawdownFile, to: FileStatus, by: User) -> DrawdownFile:
    """The file and its bank's ledger, held: two tables of one bank are taken over one after the other."""
    ledger.hold_bank(file.bank_id)
    held = DrawdownFile.objects.select_for_update(of=("self",)).select_related("bank", "file").get(pk=file.pk)
    if to not in FILE_MOVES[FileStatus(held.status)]:
        raise AlreadyMoved(
            _("%(who)s has dealt with this table on %(when)s: it is now “%(status)s”.")
            % {
                "who": held.decided_by or _("Somebody"),
                "when": cn_datetime(held.decided_at),
                "status": held.get_status_display(),
            }
        )
    if not access.may_decide(by, held):
        raise PermissionDenied
    return held


def _decide(held: DrawdownFile, to: FileStatus, by: User) -> None:
    held.status, held.decided_by, held.decided_at = to, by, timezone.now()
    held.save(update_fields=["status", "decided_by", "decided_at"])


def is_as_previewed(file: DrawdownFile) -> bool:
    """Whether a comparison made now says what the preview says."""
    fresh = compare(file, _read(file).lines)
    return [_said(line) for line in fresh] == [_said(line) for line in file.lines.order_by("pk")]


def _as_previewed(held: DrawdownFile) -> list[DrawdownLine]:
    if not is_as_previewed(held):
        raise LedgerMoved(
            _("Something was recorded since this preview was made. It has been made anew: please look at it again.")
        )
    return list(held.lines.select_related("drawdown__loan__application").order_by("pk"))


@transaction.atomic
def preview_anew(file: DrawdownFile) -> None:
    """After LedgerMoved: the same table against the ledger as it is now."""
    held = DrawdownFile.objects.select_for_update(of=("self",)).select_related("bank", "file").get(pk=file.pk)
    if held.status != FileStatus.PREVIEWED:
        return
    held.lines.all().delete()
    DrawdownLine.objects.bulk_create(compare(held, _read(held).lines), batch_size=BATCH)


def _said(line: DrawdownLine) -> tuple[Any, ...]:
    """Without its words, which follow the language of who asks."""
    changed = tuple(difference[0] for difference in line.differences)
    return (line.line, str(line.verdict), line.drawdown_id, changed, bool(line.warnings))


# --- Rows -----------------------------------------------------------------------------------------


def _values(line: DrawdownLine) -> dict[str, Any]:
    """What the line says, as columns of the ledger; what it leaves empty isn't there."""
    said = line.values
    values = {
        "kind": said["kind"],
        "amount": Decimal(said["amount"]),
        "drawn_on": parse_date(said["drawn_on"]),
        "due_on": parse_date(said["due_on"]) if said.get("due_on") else None,
        "rate": Decimal(said["rate"]) if said.get("rate") else None,
        "reference": said.get("reference") or "",
    }
    return {name: value for name, value in values.items() if value not in (None, "")}


def _new_rows(file: DrawdownFile, lines: list[DrawdownLine], by: User) -> list[Drawdown]:
    firms = firms_by_code(line.uscc for line in lines)
    values = [_values(line) for line in lines]
    chambers = ledger.chambers_on(
        (firms[line.uscc].pk, said["drawn_on"]) for line, said in zip(lines, values, strict=True)
    )
    rows = [
        Drawdown(
            **ledger.as_on_the_day(firms[line.uscc], chambers.get((firms[line.uscc].pk, said["drawn_on"]))),
            **said,
            bank=file.bank,
            bank_name=file.bank.name,
            file=file,
            recorded_by=by,
            recorded_at=timezone.now(),
        )
        for line, said in zip(lines, values, strict=True)
    ]
    return Drawdown.objects.bulk_create(rows, batch_size=BATCH)


def _new_version(file: DrawdownFile, line: DrawdownLine, by: User, reason: str) -> Drawdown:
    _refuse_another_hand(line, by)
    held = ledger.newest_of(line.drawdown)
    said = _values(line)
    names = {difference[0] for difference in line.differences} & set(COMPARED)
    changed = {name: said[name] for name in names}
    if not held.reference and said.get("reference"):
        changed["reference"] = said["reference"]
    return ledger.write_version(held, by=by, reason=reason, file=file, **changed)


def _refuse_another_hand(line: DrawdownLine, by: User) -> None:
    """A table is no way round the hands: what hangs on a case is changed by who has no other part in it."""
    loan = line.drawdown.loan
    if loan is not None and not is_free_for(by, loan.application, hand_on_a_table(by)):
        said = {"line": line.line, "enterprise": loan.enterprise_name}
        raise CaseError(
            _("Line %(line)d changes the loan of %(enterprise)s, in which you have another part: ask a colleague.")
            % said
        )


def _taken_back(line: DrawdownLine, by: User, reason: str) -> Drawdown:
    """One that hangs on a loan is taken back on its case, where its bank's officer answers for it."""
    if line.drawdown is None or line.drawdown.loan_id is not None:
        raise CaseError(
            _("The drawdown of %(enterprise)s hangs on a loan case: take it back there.") % {"enterprise": line.name}
        )
    held = ledger.newest_of(line.drawdown)
    return ledger.write_reversal(held, by=by, reason=reason)
