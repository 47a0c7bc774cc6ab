"""Renewal reminders: 60, 30 and 7 days before a membership ends, each once."""

import datetime

from django.db.models import CharField, Exists, OuterRef, QuerySet, Value
from django.db.models.functions import Cast, Concat
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from federation.accounts.models import User
from federation.inbox.languages import tell
from federation.inbox.models import Message
from federation.portal.formats import cn_date
from members.enterprises.choices import State
from members.enterprises.models import Representative
from members.membership.models import MembershipPeriod
from members.membership.status import last_periods

DAYS_BEFORE = (60, 30, 7)


def rule_of(days: int) -> str:
    return f"membership-ends-in-{days}"


def remind(today: datetime.date | None = None) -> int:
    """Send what is due; returns the number of messages.

    A period is reminded by the nearest step that it has reached: after days without a run it gets that one, not the
    ones missed. The ledger is unique on rule, period and its last day, so a second run says nothing, and a period
    whose end was moved is a new occasion.
    """
    day = today or timezone.localdate()
    sent = 0
    nearest = 0
    for days in sorted(DAYS_BEFORE):
        for period in _due(days, day + datetime.timedelta(days=nearest), day + datetime.timedelta(days=days)):
            sent += _tell(period, days, day)
        nearest = days + 1
    return sent


def _due(days: int, first: datetime.date, last: datetime.date) -> QuerySet[MembershipPeriod]:
    told = Message.objects.filter(
        rule=rule_of(days),
        subject_key=Concat(
            Value(f"{MembershipPeriod._meta.label_lower}:"), Cast(OuterRef("pk"), CharField()), output_field=CharField()
        ),
        on_date=OuterRef("ends_on"),
    )
    enterprise = "membership__enterprise"
    acting = Representative.objects.acting().filter(enterprise=OuterRef(enterprise), user__is_active=True)
    return (
        last_periods()
        .filter(
            Exists(acting),
            ~Exists(told),
            ends_on__range=(first, last),
            end_reason="",
            membership__enterprise__state=State.ACTIVE,
            membership__enterprise__merged_into=None,
        )
        .select_related(enterprise)
        .order_by("ends_on", "pk")
    )


def _tell(period: MembershipPeriod, days: int, today: datetime.date) -> int:
    enterprise = period.membership.enterprise
    left = (period.ends_on - today).days

    def words() -> tuple[str, str]:
        title = _("The membership of %(enterprise)s ends on %(day)s") % {
            "enterprise": enterprise.name,
            "day": cn_date(period.ends_on),
        }
        body = ngettext(
            "There is %(days)d day left. A renewal follows on without a gap if you apply for it before that day.",
            "There are %(days)d days left. A renewal follows on without a gap if you apply for it before that day.",
            left,
        ) % {"days": left}
        return title, body

    acting = Representative.objects.acting(today).filter(enterprise=enterprise)
    recipients = User.objects.filter(pk__in=acting.values("user"), is_active=True)
    return len(
        tell(
            rule=rule_of(days),
            about=period,
            recipients=recipients,
            words=words,
            url=reverse("me:desk"),
            on=period.ends_on,
        )
    )
