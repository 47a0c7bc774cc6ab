"""Three hands move a pairing or a gift: who gives, the village, the federation's staff. Nobody lends two of them.

A hand is told from what the person may act for today, and from the steps that they made before.
"""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from chambers.bodies.models import Officer
from federation.accounts.models import User
from members.enterprises.models import Representative
from members.partners.models import PartnerOfficer

if TYPE_CHECKING:
    from poverty_aid.villages.models import Village


class Hand(models.TextChoices):
    GIVER = "giver", _("who gives")
    VILLAGE = "village", _("the village")
    STAFF = "staff", _("the federation")


class HandedStep(models.Model):
    """A step that says whose hand made it."""

    hand = models.CharField(_("on behalf of"), max_length=8, choices=Hand, blank=True)

    class Meta:
        abstract = True


def acts_for_enterprises(user: User, enterprises: list[int], *, manager: bool = False) -> bool:
    if not enterprises:
        return False
    acting = Representative.objects.acting().filter(user=user, enterprise__in=enterprises)
    if manager:
        acting = acting.filter(role=Representative.Role.MANAGER)
    return acting.exists()


def runs_chambers(user: User, chambers: list[int]) -> bool:
    if not chambers:
        return False
    offices = Officer.objects.on().filter(user=user, office=Officer.Office.SECRETARY, chamber__in=chambers)
    return offices.exists()


def nobody_speaks_for(enterprises: list[int], chambers: list[int]) -> bool:
    """Nobody with an account manages one of the enterprises or runs one of the chambers today."""
    acting = Representative.objects.acting().filter(
        enterprise__in=enterprises, role=Representative.Role.MANAGER, user__is_active=True
    )
    offices = Officer.objects.on().filter(chamber__in=chambers, office=Officer.Office.SECRETARY, user__is_active=True)
    return not acting.exists() and not offices.exists()


def officers_of(village: "Village") -> list[User]:
    """Who logs in for the village today, or for the one that it was merged into."""
    partner = village.stands_for.partner_id
    if partner is None:
        return []
    offices = PartnerOfficer.objects.on().filter(organisation=partner, organisation__is_active=True)
    return list(User.objects.filter(pk__in=offices.values("user"), is_active=True))


def serves_village(user: User, village: "Village") -> bool:
    partner = village.stands_for.partner_id
    if partner is None:
        return False
    offices = PartnerOfficer.objects.on().filter(user=user, organisation=partner, organisation__is_active=True)
    return offices.exists()
