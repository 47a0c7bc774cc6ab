"""The directory's own filters: town, industry section, size. Chambers bring theirs."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from federation.search.shortlived import Shortlived
from members.directory.registry import Choices, Facet, Text, add_facet, facets
from members.enterprises.choices import SizeClass
from members.enterprises.industry import SECTION_NAMES
from members.enterprises.models import Town

SECONDS = 60
SHOWN_SIZES = (SizeClass.LARGE, SizeClass.MEDIUM, SizeClass.SMALL, SizeClass.MICRO)

_towns: Shortlived[dict[str, tuple[int, str]]] = Shortlived(SECONDS)
_choices: Shortlived[dict[str, dict[str, Text]]] = Shortlived(SECONDS)


def towns() -> dict[str, tuple[int, str]]:
    """Key and name by code, in the district's order."""
    return _towns.get("towns", lambda: {code: (pk, name) for code, pk, name in _read_towns()})


def _read_towns() -> QuerySet:
    return Town.objects.order_by("position", "pk").values_list("code", "pk", "name")


def town_names() -> dict[int, str]:
    return dict(towns().values())


def all_choices() -> dict[str, dict[str, Text]]:
    """For each filter its values and their words; up to a minute old."""
    return _choices.get("all", lambda: {facet.name: dict(facet.choices()) for facet in facets()})


def _town_choices() -> Choices:
    return [(code, name) for code, (_pk, name) in towns().items()]


def _in_town(queryset: QuerySet, code: str) -> QuerySet:
    return queryset.filter(town=towns()[code][0]) if code in towns() else queryset.none()


add_facet(Facet("town", _("Town"), _("All towns"), _town_choices, _in_town, position=10))
add_facet(
    Facet(
        "section",
        _("Industry"),
        _("All industries"),
        lambda: list(SECTION_NAMES.items()),
        lambda queryset, letter: queryset.filter(section=letter),
        position=20,
    )
)
add_facet(
    Facet(
        "size",
        _("Size"),
        _("All sizes"),
        lambda: [(size.value, size.label) for size in SHOWN_SIZES],
        lambda queryset, size: queryset.filter(size_class=size),
        position=30,
    )
)
