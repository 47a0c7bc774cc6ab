"""Who is told when a cohort is announced, and when its days or its place change."""

import pytest

from events.camps import cohort_actions
from events.camps.models import Cohort
from events.camps.statuses import CohortStatus, Status
from federation.inbox.models import Message
from tests import cast
from tests.events import camp_cast
from tests.events.camp_cast import DAY

pytestmark = pytest.mark.django_db


def moved(cohort: Cohort, by, **changes) -> None:
    fresh = Cohort.objects.get(pk=cohort.pk)
    for name, value in changes.items():
        setattr(fresh, name, value)
    cohort_actions.save_cohort(fresh, by=by)


def test_everybody_under_way_is_told_of_new_days_once_and_nobody_else():
    clerk, goes, refused = cast.staff("services_clerk"), cast.person(), cast.person()
    cohort = camp_cast.cohort(CohortStatus.CONFIRMED)
    camp_cast.place(cohort, Status.CONFIRMED, user=goes)
    camp_cast.place(cohort, Status.DECLINED, user=refused)
    moved(cohort, clerk, lodging="另一家宾馆")
    assert not Message.objects.exists(), "the house alone changes nobody's journey"
    later = {"starts_on": cohort.starts_on + 7 * DAY, "ends_on": cohort.ends_on + 7 * DAY}
    moved(cohort, clerk, **later)
    moved(cohort, clerk, **later)
    assert Message.objects.get().recipient == goes
    moved(cohort, clerk, place="另一个基地")
    assert Message.objects.filter(recipient=goes).count() == 2
    assert not Message.objects.filter(recipient=refused).exists()


@pytest.mark.parametrize(("left", "told"), [(5, {"kept", "shares"}), (0, {"kept"})])
def test_an_announcement_reaches_the_chambers_that_have_seats_to_draw_on(left, told):
    chambers = {name: cast.chamber() for name in ("kept", "shares", "shut out")}
    people = {cast.secretary(chamber).pk: name for name, chamber in chambers.items()}
    cohort = camp_cast.cohort(CohortStatus.PLANNED, quota=10, applications_until=camp_cast.timezone.now() + DAY)
    camp_cast.keep_seats(cohort, chambers["kept"], 10 - left)
    camp_cast.keep_seats(cohort, chambers["shut out"], 0)
    cohort_actions.announce_cohort(cohort, by=cast.staff("services_clerk"))
    assert {people[pk] for pk in Message.objects.values_list("recipient", flat=True)} == told
