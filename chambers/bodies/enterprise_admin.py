"""What the chambers add to the staff's face of an enterprise: a filter, and the chambers it is in."""

from typing import Any

from django.core.validators import EMPTY_VALUES
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from unfold.contrib.filters.admin import AutocompleteSelectFilter

from chambers.bodies.models import Affiliation
from federation.portal.admin_base import PartInline
from members.enterprises.admin import EnterpriseAdmin
from members.enterprises.models import Enterprise


class ChamberFilter(AutocompleteSelectFilter):
    """In the chamber today: an enterprise that left it isn't found, one with two places isn't found twice."""

    def queryset(self, request: HttpRequest, queryset: QuerySet[Enterprise]) -> QuerySet[Enterprise]:
        chamber = self.value()
        if chamber in EMPTY_VALUES:
            return queryset
        if not str(chamber).isdecimal():
            return queryset.none()
        places = Affiliation.objects.on().filter(chamber_id=int(chamber), enterprise=OuterRef("pk"))
        return queryset.filter(Exists(places))


class ChamberInline(PartInline):
    """A place ends by a date."""

    model = Affiliation
    fields = ["chamber", "since", "until", "is_primary"]
    autocomplete_fields = ["chamber"]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


EnterpriseAdmin.extra_filters.append(("affiliations__chamber", ChamberFilter))
EnterpriseAdmin.extra_inlines.append(ChamberInline)
