"""The directory's filter by chamber."""

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from chambers.bodies.models import Affiliation, Chamber
from members.directory.registry import Choices, Facet, add_facet


def _choices() -> Choices:
    chambers = Chamber.objects.published().order_by("position", "pk").values_list("slug", "short_name", "name")
    return [(slug, short or name) for slug, short, name in chambers]


def _in_chamber(enterprises: QuerySet, slug: str) -> QuerySet:
    chamber = Chamber.objects.published().filter(slug=slug).values("pk")
    return enterprises.filter(Exists(Affiliation.objects.on().filter(enterprise=OuterRef("pk"), chamber__in=chamber)))


add_facet(Facet("chamber", _("Chamber"), _("All chambers"), _choices, _in_chamber, position=40))
