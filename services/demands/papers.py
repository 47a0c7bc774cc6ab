"""Papers and photos that come with a demand: what is taken, and who may read one."""

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext_lazy as _

from federation.accounts.models import User
from federation.files.models import StoredFile
from federation.files.policies import IMAGES, MEGABYTE, PDF, XLSX, UploadPolicy, register
from services.demands import access
from services.demands.models import Demand, DemandPaper

PAPER = "demand_paper"
MOST_AT_ONCE = 5
MOST_IN_ALL = 40


def may_read_paper(user: User | AnonymousUser, file: StoredFile) -> bool:
    """Whoever may see the demand; with a note, whoever may read notes."""
    if not user.is_authenticated:
        return False
    paper = DemandPaper.objects.filter(file=file.pk).select_related("remark__demand").first()
    if paper is None:
        return file.uploaded_by_id == user.pk
    demand = paper.remark.demand
    if paper.remark.internal and not access.may_read_notes(user, demand):
        return False
    return Demand.objects.visible_to(user).filter(pk=demand.pk).exists()


register(
    UploadPolicy(
        purpose=PAPER,
        label=_("paper of a demand"),
        content_types=(*IMAGES, PDF, XLSX),
        max_bytes=10 * MEGABYTE,
        may_read=may_read_paper,
        max_side=2400,
    )
)
