"""Seats: how many are given, to whom they belong, and the words when none is left. Asked under the cohort's lock."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count
from django.utils.translation import gettext as _

from chambers.bodies.models import Chamber
from events.camps.errors import QuotaFull, QuotaTooSmall
from events.camps.models import CampApplication, Cohort


@dataclass(frozen=True)
class Places:
    """`kept` are the seats of chambers with a quota, `given` the places that people of each chamber have."""

    quota: int
    kept: Mapping[int, int]
    given: Mapping[int, int]

    @property
    def taken(self) -> int:
        return sum(self.given.values())

    @property
    def free(self) -> int:
        return self.quota - self.taken

    @property
    def shared(self) -> int:
        """What the chambers' quotas leave to all others."""
        return self.quota - sum(self.kept.values())

    @property
    def shared_given(self) -> int:
        return sum(number for chamber, number in self.given.items() if chamber not in self.kept)

    def seats_of(self, chamber: int) -> int:
        return self.kept.get(chamber, self.shared)

    def given_to(self, chamber: int) -> int:
        """Of the seats that this chamber draws on."""
        return self.given.get(chamber, 0) if chamber in self.kept else self.shared_given

    def free_for(self, chamber: int) -> int:
        return min(self.free, self.seats_of(chamber) - self.given_to(chamber))


def places_of(cohort: Cohort) -> Places:
    kept = dict(cohort.quotas.order_by().values_list("chamber", "seats"))
    seated = CampApplication.objects.filter(cohort=cohort).seated().order_by()
    given = dict(seated.values("chamber").annotate(number=Count("pk")).values_list("chamber", "number"))
    return Places(cohort.quota, kept, given)


def require_seat(places: Places, application: CampApplication) -> None:
    """Raises QuotaFull if this application's chamber has no seat left."""
    if places.free <= 0:
        raise QuotaFull(_("All %(quota)d places are given.") % {"quota": places.quota})
    if places.free_for(application.chamber_id) > 0:
        return
    words = {"chamber": application.chamber_name, "seats": places.seats_of(application.chamber_id)}
    if application.chamber_id in places.kept:
        raise QuotaFull(
            _("%(chamber)s has %(seats)d seats, and all of them are given. Put the person on the waiting list, or give")
            % words
            + " "
            + _("the chamber another seat first.")
        )
    raise QuotaFull(
        _("The %(seats)d seats that no chamber keeps for itself are given; %(chamber)s has no quota of its own.")
        % words
    )


def require_room(quota: int, kept: Mapping[int, int], given: Mapping[int, int]) -> None:
    """Raises QuotaTooSmall, in words, for quotas under those who are in, or that add up to more than there is."""
    asked = Places(quota, kept, given)
    if quota < asked.taken:
        raise QuotaTooSmall(
            _("%(taken)d people have places already: there can't be only %(quota)d.")
            % {"taken": asked.taken, "quota": quota}
        )
    for chamber, seats in kept.items():
        if seats < given.get(chamber, 0):
            raise QuotaTooSmall(
                _("%(given)d people of %(chamber)s have places already: its quota can't be %(seats)d.")
                % {"given": given[chamber], "chamber": Chamber.objects.get(pk=chamber), "seats": seats}
            )
    total = sum(kept.values())
    if total > quota:
        raise QuotaTooSmall(
            _("The chambers' quotas add up to %(total)d, but there are only %(quota)d places.")
            % {"total": total, "quota": quota}
        )
    if asked.shared_given > asked.shared:
        raise QuotaTooSmall(
            _("%(given)d people of chambers without a quota have places already; these quotas leave only %(left)d.")
            % {"given": asked.shared_given, "left": asked.shared}
        )
