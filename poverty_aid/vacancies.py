"""Cases of which one side has nobody who logs in: the staff stand in there. What access.py says of one, for lists."""

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, When

from chambers.bodies.models import Officer
from members.enterprises.models import Representative
from members.partners.models import PartnerOfficer
from poverty_aid.contributions.models import Contribution, Share
from poverty_aid.pairings.models import Pairing
from poverty_aid.villages.models import Village


def vacant_villages() -> QuerySet[Village]:
    """Nobody is officer of it today, nor of the one that it was merged into. Whether an officer also gives is a
    question of one case."""
    acting = Case(When(successor=None, then="partner"), default="successor__partner")
    officers = PartnerOfficer.objects.on().filter(
        organisation=OuterRef("acting"), organisation__is_active=True, user__is_active=True
    )
    return Village.objects.alias(acting=acting).filter(~Exists(officers))


def _managed() -> Exists:
    managers = Representative.objects.acting().filter(
        enterprise=OuterRef("enterprise"), role=Representative.Role.MANAGER, user__is_active=True
    )
    return Exists(managers)


def _run() -> Exists:
    offices = Officer.objects.on().filter(
        chamber=OuterRef("chamber"), office=Officer.Office.SECRETARY, user__is_active=True
    )
    return Exists(offices)


def pairings_of_absent(found: QuerySet[Pairing]) -> QuerySet[Pairing]:
    """Those of them whose giver nobody speaks for."""
    return found.filter(~_managed(), ~_run())


def gifts_of_absent(found: QuerySet[Contribution]) -> QuerySet[Contribution]:
    answers = Q(enterprise=None) | Q(through=True)
    spoken_for = Share.objects.filter(Q(_managed()) | (answers & Q(_run())), contribution=OuterRef("pk"))
    return found.filter(~Exists(spoken_for))
