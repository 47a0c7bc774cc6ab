"""How a demand comes to the desk: from the enterprise, its chamber, or a visit."""

import datetime
from collections.abc import Sequence

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from chambers.bodies.models import Affiliation, Chamber
from federation.accounts.models import User
from federation.accounts.phones import phone_or_none
from members.enterprises.models import Enterprise
from services.demands.choices import Source
from services.demands.errors import CannotRaise
from services.demands.flow import FLOW
from services.demands.messages import tell_step
from services.demands.models import TEXT_LENGTH, TITLE_LENGTH, Demand, DemandCategory
from services.demands.remarks import keep_remark
from services.demands.statuses import OPEN, Status

# The same words from the same person so soon are a second press of the button.
SAME_WITHIN = datetime.timedelta(minutes=10)
# More at once than anybody could deal with for one firm says that something else is going on.
MOST_OPEN = 50


@transaction.atomic
def raise_demand(
    *,
    enterprise: Enterprise,
    by: User,
    source: str,
    title: str,
    text: str,
    hat: str = "",
    category: str | DemandCategory = "",
    contact_name: str = "",
    contact_phone: str = "",
    chamber: Chamber | None = None,
    shown_to_chamber: bool = True,
    papers: Sequence[UploadedFile] = (),
) -> Demand:
    """The demand, waiting for the staff to assign it. The caller has checked that `by` may speak for the enterprise.

    `category` is one, or its code. `chamber` is the one that raises it; else the enterprise's primary one is noted.
    The same words sent twice give one demand. Raises CannotRaise in words.
    """
    title, text = title.strip(), text.strip()
    if not title or not text:
        raise CannotRaise(_("Say in one line what it is about, and then what is needed."))
    # One at a time for one enterprise, so that a second press sees the first.
    enterprise = Enterprise.objects.select_for_update(of=("self",), no_key=True).get(
        pk=enterprise.merged_into_id or enterprise.pk
    )
    own = Demand.objects.filter(enterprise=enterprise)
    again = own.filter(raised_by=by, title=title[:TITLE_LENGTH], text=text[:TEXT_LENGTH], status__in=OPEN)
    before = again.filter(raised_at__gte=timezone.now() - SAME_WITHIN).order_by("pk").first()
    if before is not None:
        return before
    if own.open().count() >= MOST_OPEN:
        raise CannotRaise(
            _("%(number)s demands of this enterprise are open already. Please add to one of them, or call us.")
            % {"number": MOST_OPEN}
        )
    demand = Demand.objects.create(
        enterprise=enterprise,
        enterprise_name=enterprise.name,
        chamber=chamber or primary_chamber(enterprise),
        shown_to_chamber=shown_to_chamber or source == Source.CHAMBER,
        town_id=enterprise.town_id,
        source=Source(source),
        raised_by=by,
        raised_at=timezone.now(),
        title=title[:TITLE_LENGTH],
        text=text[:TEXT_LENGTH],
        category=_category(category),
        contact_name=contact_name.strip()[:80],
        contact_phone=(phone_or_none(contact_phone) or contact_phone.strip())[:30],
        status=Status.RAISED,
        status_since=timezone.now(),
    )
    step = FLOW.begin(demand, by=by, hat=hat)
    if papers:
        keep_remark(demand, by=by, text="", papers=papers, hat=hat)
    tell_step(demand, step)
    return demand


def _category(given: str | DemandCategory) -> DemandCategory | None:
    if isinstance(given, DemandCategory):
        return given
    return DemandCategory.objects.filter(code=given).first() if given else None


def primary_chamber(enterprise: Enterprise) -> Chamber | None:
    primary = Affiliation.objects.on().filter(enterprise=enterprise, is_primary=True).select_related("chamber")
    affiliation = primary.first()
    return affiliation.chamber if affiliation else None
