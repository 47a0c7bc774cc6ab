"""The directory's filter by chamber."""

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from chambers.bodies.models import Affiliation, Chamber
from federation.search.shortlived import Shortlived
from members.directory.registry import Choices, Facet, add_facet

SECONDS = 60
_known: Shortlived[dict[str, tuple[int, str]]] = Shortlived(SECONDS)


def _chambers() -> dict[str, tuple[int, str]]:
    """Key and name by slug, in the federation's order."""
    return _known.get("all", _read)


def _read() -> dict[str, tuple[int, str]]:
    columns = ("slug", "pk", "short_name", "name")
    chambers = Chamber.objects.published().order_by("position", "pk").values_list(*columns)
    return {slug: (pk, short or name) for slug, pk, short, name in chambers}


def _choices() -> Choices:
    return [(slug, name) for slug, (_pk, name) in _chambers().items()]


def _in_chamber(enterprises: QuerySet, slug: str) -> QuerySet:
    if slug not in _chambers():
        return enterprises.none()
    today = Affiliation.objects.on().filter(enterprise=OuterRef("pk"), chamber=_chambers()[slug][0])
    return enterprises.filter(Exists(today))


add_facet(Facet("chamber", _("Chamber"), _("All chambers"), _choices, _in_chamber, position=40))
