"""What an enterprise's timeline tells of its membership."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from federation.portal.contributions import TimelineEntry, timeline_of
from federation.portal.formats import as_moment, cn_date
from members.enterprises.models import Enterprise
from members.membership.models import MembershipPeriod


@timeline_of("members.Enterprise")
def membership_periods(enterprise: Enterprise, limit: int) -> Iterable[TimelineEntry]:
    periods = MembershipPeriod.with_revoked.filter(membership__enterprise=enterprise)
    for period in periods.select_related("decided_by").order_by("-starts_on")[:limit]:
        title = _("Membership: %(kind)s, %(first)s to %(last)s") % {
            "kind": period.get_kind_display(),
            "first": cn_date(period.starts_on),
            "last": cn_date(period.ends_on),
        }
        actor = str(period.decided_by) if period.decided_by else ""
        if period.revoked_at:
            words = _("Revoked before it began: %(period)s") % {"period": title}
            yield TimelineEntry(period.revoked_at, words, actor, period.end_reason)
            continue
        yield TimelineEntry(period.decided_at, title, actor)
        if period.end_reason:
            yield TimelineEntry(as_moment(period.ends_on), _("Membership ended early"), actor, period.end_reason)
