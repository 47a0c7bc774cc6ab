"""Villages are renamed, get another code, and are merged; what was signed and given keeps the name of its day."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from federation.cases.errors import CaseError
from poverty_aid.villages import codes
from poverty_aid.villages.models import County, Village, VillageName


class CannotChange(CaseError):
    """The village can't be renamed or merged so."""


def _refuse_future(day: datetime.date) -> None:
    if day > timezone.localdate():
        raise CannotChange(_("The day lies in the future."))


@transaction.atomic
def rename_village(village: Village, *, name: str, code: str, until: datetime.date) -> Village:
    """Another name or code; the former is kept with the last day on which it was borne.

    Raises CannotChange, InvalidVillageCode in words.
    """
    held = Village.objects.select_for_update().get(pk=village.pk)
    name, code = name.strip(), codes.check(code)
    _refuse_future(until)
    if (name, code) == (held.name, held.code):
        raise CannotChange(_("Name and code are those that it has."))
    if Village.objects.filter(code=code).exclude(pk=held.pk).exists():
        raise CannotChange(_("Another village has the code %(code)s.") % {"code": code})
    county = County.objects.filter(code=codes.county_of(code)).first()
    if county is None:
        raise CannotChange(_("No county with the code %(code)s is entered.") % {"code": codes.county_of(code)})
    if held.former_names.filter(until__gte=until).exists():
        raise CannotChange(_("It was renamed on or after this day already."))
    VillageName.objects.create(village=held, name=held.name, code=held.code, until=until)
    held.name, held.code, held.county = name, code, county
    held.save(update_fields=["name", "code", "county"])
    return held


@transaction.atomic
def merge_village(village: Village, *, into: Village, on: datetime.date) -> Village:
    """The village becomes part of another, whose officers act for it from now on; its pairings and gifts stay its own.

    Raises CannotChange in words.
    """
    pks = sorted([village.pk, into.pk])
    held = {one.pk: one for one in Village.objects.select_for_update().filter(pk__in=pks).order_by("pk")}
    mine, other = held[village.pk], held[into.pk]
    _refuse_future(on)
    if mine.pk == other.pk:
        raise CannotChange(_("A village can't be merged into itself."))
    if mine.successor_id:
        raise CannotChange(_("It was merged into %(village)s already.") % {"village": mine.successor})
    if other.stands_for.pk == mine.pk:
        raise CannotChange(_("%(village)s was merged into this one.") % {"village": other})
    if other.successor_id:
        raise CannotChange(
            _("%(village)s was itself merged into %(other)s: choose that one.")
            % {"village": other, "other": other.successor}
        )
    mine.successor, mine.merged_on = other, on
    mine.save(update_fields=["successor", "merged_on"])
    # Those merged into it before are the other's now: everywhere a village's own are one step away.
    Village.objects.filter(successor=mine).update(successor=other)
    return mine
