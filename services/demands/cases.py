"""Whose clock of a demand ran out: whoever has it in hand, or the staff who assign and call back."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from federation.accounts.models import User
from federation.cases.clocks import Chase, chase
from federation.portal.formats import cn_date
from services.demands.access import officers_who_may
from services.demands.messages import assigners, callers, owner_page, staff_page
from services.demands.models import Demand
from services.demands.statuses import Status


def _in_hand() -> QuerySet[Demand]:
    return Demand.objects.in_hand().select_related("department", "owner")


def _owners(demand: Demand) -> tuple[Iterable[User], str]:
    """The staff where nobody of the department can act at present."""
    people = officers_who_may(demand)
    return (people, owner_page(demand)) if people else (assigners(demand), staff_page(demand))


def _owner_words(demand: Demand) -> tuple[str, str]:
    names = {"title": demand.title, "day": cn_date(demand.due_at), "enterprise": demand.enterprise_name}
    title = {
        Status.ASSIGNED: _("Please call %(enterprise)s: it was due by %(day)s"),
        Status.REOPENED: _("Please call %(enterprise)s again: it was due by %(day)s"),
        Status.CONTACTED: _("A plan for %(enterprise)s was due by %(day)s"),
        Status.PLANNED: _("An answer to %(enterprise)s was due by %(day)s"),
    }[Status(demand.status)]
    return title % names, demand.title


def _at_the_desk() -> QuerySet[Demand]:
    return Demand.objects.filter(status__in=[Status.RAISED, Status.ANSWERED]).select_related("department", "owner")


def _desk(demand: Demand) -> tuple[Iterable[User], str]:
    people = assigners(demand) if demand.status == Status.RAISED else callers(demand)
    return people, staff_page(demand)


def _desk_words(demand: Demand) -> tuple[str, str]:
    names = {"enterprise": demand.enterprise_name, "day": cn_date(demand.due_at)}
    if demand.status == Status.RAISED:
        return _("A demand of %(enterprise)s was to be assigned by %(day)s") % names, demand.title
    return _("The call back to %(enterprise)s was due by %(day)s") % names, demand.title


chase(Chase("demand", _in_hand, _owners, _owner_words))
chase(Chase("demand-desk", _at_the_desk, _desk, _desk_words))
