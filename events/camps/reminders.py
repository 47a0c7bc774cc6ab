"""Clocks of camps that ran out, each chased once, and the word before a camp begins."""

import datetime

from django.db.models import CharField, Exists, OuterRef, Value
from django.db.models.functions import Cast, Concat
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from events.camps.access import RUN, secretaries_who_may
from events.camps.messages import whom_it_concerns
from events.camps.models import CampApplication, Cohort
from events.camps.statuses import CohortStatus, Status
from events.camps.waiting import NEXT, due_cohorts
from federation.accounts.rights import staff_with
from federation.cases.clocks import Chase, chase
from federation.inbox.languages import tell
from federation.inbox.models import Message
from federation.portal.formats import cn_date, cn_datetime

DAYS_BEFORE = 3
BEGINS = "camp-begins"
RELATED = ("cohort__camp", "participant")


def _names(application: CampApplication) -> dict[str, str]:
    return {
        "name": application.name,
        "enterprise": application.enterprise_name,
        "cohort": str(application.cohort),
    }


chase(
    Chase(
        "camp-word",
        lambda: CampApplication.objects.filter(
            status=Status.APPLIED, cohort__status__in=[CohortStatus.OPEN, CohortStatus.SELECTION]
        ).select_related(*RELATED),
        lambda one: (secretaries_who_may(one), reverse("camps_chamber:cohort", args=[one.cohort_id])),
        lambda one: (
            _("%(name)s of %(enterprise)s still waits for the chamber's word on %(cohort)s") % _names(one),
            _("Please recommend the person, or leave the place to others."),
        ),
    )
)
chase(
    Chase(
        "camp-place",
        lambda: CampApplication.objects.filter(status=Status.SELECTED).select_related(*RELATED),
        lambda one: (whom_it_concerns(one), one.get_absolute_url()),
        lambda one: (
            _("The place of %(name)s in %(cohort)s isn't confirmed yet") % _names(one),
            _("Please confirm it, or give it back: others are waiting."),
        ),
    )
)
chase(
    Chase(
        "camp-cohort",
        lambda: due_cohorts().select_related("camp"),
        lambda one: (staff_with(RUN), reverse("admin:events_cohort_change", args=[one.pk])),
        lambda one: (
            _("%(cohort)s waits for its next step") % {"cohort": one},
            _("Since %(when)s: %(step)s.") % {"when": cn_datetime(one.due_at), "step": NEXT[one.status]},
        ),
    )
)


def remind_of_beginning(today: datetime.date | None = None) -> int:
    """Tell everybody with a confirmed place, three days before, where and when; returns the number of messages.

    The ledger is unique on rule, application and first day: a second run says nothing, and a cohort that is put off
    is told anew.
    """
    day = today or timezone.localdate()
    told = Message.objects.filter(
        rule=BEGINS,
        subject_key=Concat(
            Value(f"{CampApplication._meta.label_lower}:"), Cast(OuterRef("pk"), CharField()), output_field=CharField()
        ),
        on_date=OuterRef("cohort__starts_on"),
    )
    soon = CampApplication.objects.filter(
        ~Exists(told),
        status=Status.CONFIRMED,
        cohort__status=CohortStatus.CONFIRMED,
        cohort__starts_on__range=(day, day + datetime.timedelta(days=DAYS_BEFORE)),
    )
    return sum([_say_it_begins(one) for one in soon.select_related(*RELATED).order_by("pk")])


def _say_it_begins(application: CampApplication) -> int:
    cohort: Cohort = application.cohort

    def words() -> tuple[str, str]:
        title = _("%(cohort)s begins on %(day)s") % {"cohort": cohort, "day": cn_date(cohort.starts_on)}
        where = _("%(name)s is expected at %(place)s.") % {"name": application.name, "place": cohort.place}
        return title, f"{where} {cohort.lodging}".strip()

    return len(
        tell(
            rule=BEGINS,
            about=application,
            recipients=whom_it_concerns(application),
            words=words,
            url=application.get_absolute_url(),
            on=cohort.starts_on,
        )
    )
