"""How visitors narrow the list of chambers."""

import django_filters
from django.utils.translation import gettext_lazy as _

from chambers.bodies.models import Chamber
from members.enterprises.models import Town


class ChamberFilter(django_filters.FilterSet):
    kind = django_filters.ChoiceFilter(label=_("Type"), choices=Chamber.Kind.choices, empty_label=_("All types"))
    town = django_filters.ModelChoiceFilter(
        label=_("Town"), queryset=Town.objects.all(), to_field_name="code", empty_label=_("All towns")
    )

    class Meta:
        model = Chamber
        fields = ["kind", "town"]
