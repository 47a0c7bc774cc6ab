"""The conversation about a demand: messages between those who ask and those who deal with it, with papers; notes among
the latter."""

from collections.abc import Sequence

from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from federation.accounts.models import User
from federation.files.actions import store_upload
from services.demands import access
from services.demands.choices import Side
from services.demands.errors import DemandError
from services.demands.flow import FLOW
from services.demands.messages import tell_remark
from services.demands.models import TEXT_LENGTH, Demand, DemandPaper, DemandRemark
from services.demands.papers import MOST_AT_ONCE, MOST_IN_ALL, PAPER
from services.demands.statuses import OPEN


@transaction.atomic
def write_remark(
    demand: Demand,
    *,
    by: User,
    text: str = "",
    papers: Sequence[UploadedFile] = (),
    internal: bool = False,
    hat: str = "",
) -> DemandRemark:
    """Raises AlreadyMoved when it was closed meanwhile, DemandError for nothing or too much, UploadRefused."""
    held = FLOW.hold(demand)
    if held.status not in OPEN:
        raise FLOW.already_moved(held)
    if not (access.may_note if internal else access.may_write)(by, held):
        raise PermissionDenied
    remark = keep_remark(held, by=by, text=text, papers=papers, internal=internal, hat=hat)
    tell_remark(held, remark)
    return remark


def keep_remark(
    held: Demand, *, by: User, text: str, papers: Sequence[UploadedFile], internal: bool = False, hat: str = ""
) -> DemandRemark:
    """Written down, in the caller's transaction that holds the demand; nobody is told."""
    text = text.strip()
    if not text and not papers:
        raise DemandError(_("Write something, or choose a paper."))
    had = DemandPaper.objects.filter(remark__demand=held).count() if papers else 0
    if len(papers) > MOST_AT_ONCE or had + len(papers) > MOST_IN_ALL:
        raise DemandError(
            _("At most %(most)s papers at once, and %(all)s in all.") % {"most": MOST_AT_ONCE, "all": MOST_IN_ALL}
        )
    remark = DemandRemark.objects.create(
        demand=held, side=side_of(by, held), author=by, hat=hat[:120], text=text[:TEXT_LENGTH], internal=internal
    )
    for paper in papers:
        DemandPaper.objects.create(remark=remark, file=store_upload(purpose=PAPER, upload=paper, user=by))
    return remark


def side_of(user: User, demand: Demand) -> Side:
    if access.represents(user, demand):
        return Side.ENTERPRISE
    if access.speaks_for(user, demand):
        return Side.CHAMBER
    return Side.OWNER if access.in_charge(user, demand) else Side.STAFF
