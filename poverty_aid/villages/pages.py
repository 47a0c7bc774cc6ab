"""What everyone reads of villages and of the help they get: from public figures and published stories only."""

from typing import Any

from django.db.models import Count, Prefetch, Q
from django.urls import reverse
from django.utils.http import urlencode

from federation.indicators import figures, registry
from federation.indicators.registry import Scope
from poverty_aid.pairings.models import Pairing
from poverty_aid.pairings.statuses import PAIRED
from poverty_aid.programmes.models import Programme
from poverty_aid.scopes import Part, add
from poverty_aid.villages.models import County, Story, Village

TOTALS = ("aid-villages", "aid-enterprises", "aid-funds", "aid-purchases")
NAMES_SHOWN = 24
STORIES_SHOWN = 6


def totals() -> list[figures.Tile]:
    """Public figures beside each other; they count different things and are never added up."""
    return [figures.tile(registry.get(name), Scope()) for name in TOTALS if registry.get(name).public]


def programmes() -> list[dict[str, Any]]:
    """Each programme's part of two figures."""
    villages, funds = registry.get("aid-villages"), registry.get("aid-funds")
    of_villages = figures.breakdown(villages, villages.dimension("programme"), Scope())
    of_funds = figures.breakdown(funds, funds.dimension("programme"), Scope())
    paired = {cell.value: cell.figure for cell in of_villages.cells}
    given = {cell.value: cell.figure for cell in of_funds.cells}
    return [
        {
            "programme": programme,
            "villages": figures.speak(villages, paired.get(programme.code, 0)),
            "given": given.get(programme.code, 0),
            "funds": figures.speak(funds, given.get(programme.code, 0)),
        }
        for programme in Programme.objects.order_by("position", "pk")
        if paired.get(programme.code) or given.get(programme.code)
    ]


def under_programmes(rows: list[dict[str, Any]]) -> figures.Spoken | None:
    """Funds of all programmes in one sum, where there are several: a gift is under one of them at most. Villages have
    no such sum, for one may be in two programmes."""
    if len(rows) < 2:
        return None
    known = [(Part("aid-funds", {"programme": row["programme"].code}), row["given"]) for row in rows]
    return figures.speak(registry.get("aid-funds"), add(known))


def counties() -> list[dict[str, Any]]:
    """Each county with the villages that are or were paired, the first of them by name."""
    paired = Village.objects.filter(pairings__status__in=PAIRED).distinct()
    numbers = dict(paired.order_by().values_list("county").annotate(n=Count("pk", distinct=True)))
    found = []
    for county in County.objects.filter(pk__in=numbers).order_by("position", "code"):
        names = list(paired.filter(county=county).order_by("code")[:NAMES_SHOWN])
        found.append(
            {
                "county": county,
                "number": numbers[county.pk],
                "villages": names,
                "url": f"{reverse('poverty_aid:villages')}?{urlencode({'county': county.code})}",
            }
        )
    return found


def stories(village: Village | None = None) -> list[Story]:
    found = Story.objects.published().select_related("village__county", "programme", "photo")
    if village is not None:
        found = found.filter(village=village)
    return list(found.order_by("-published_on", "-pk")[:STORIES_SHOWN])


def village_with_names(code: str) -> Any:
    """The queryset of a page: the village by its code of today."""
    return (
        Village.objects.filter(code=code)
        .select_related("county", "successor")
        .prefetch_related("former_names", Prefetch("predecessors", Village.objects.order_by("code")))
    )


def pairs_of(village: Village) -> list[Pairing]:
    """Signed agreements, those of villages that were merged into it among them; enterprises and chambers only, no
    people."""
    here = Q(village=village) | Q(village__successor=village)
    found = Pairing.objects.paired().filter(here).select_related("programme")
    return list(found.order_by("-signed_on", "-pk")[:NAMES_SHOWN])
