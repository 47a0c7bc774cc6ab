"""How a secretary narrows the roster."""

import django_filters
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from chambers.desk.roster import without_contact
from federation.search.query import search
from members.enterprises.choices import SizeClass
from members.enterprises.models import Contact, Enterprise, IndustryClass, Town
from members.membership.status import Standing, with_standing

WITH, WITHOUT = "with", "without"


class RosterFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label=_("Name, pinyin, initials or credit code"), method="by_text")
    town = django_filters.ModelChoiceFilter(label=_("Town"), queryset=Town.objects.all(), empty_label=_("All towns"))
    section = django_filters.ChoiceFilter(label=_("Industry section"), empty_label=_("All sections"))
    size_class = django_filters.ChoiceFilter(
        label=_("Size class"), choices=SizeClass.choices, empty_label=_("All sizes")
    )
    standing = django_filters.ChoiceFilter(
        label=_("Membership of the federation"),
        choices=Standing.choices,
        empty_label=_("All"),
        method="by_standing",
    )
    contact = django_filters.ChoiceFilter(
        label=_("Contact"),
        choices=[(WITH, _("has a contact")), (WITHOUT, _("in business, without a contact"))],
        empty_label=_("All"),
        method="by_contact",
    )

    class Meta:
        model = Enterprise
        fields = ["q", "town", "section", "size_class", "standing", "contact"]

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        sections = IndustryClass.objects.filter(level=IndustryClass.Level.SECTION).order_by("code")
        self.filters["section"].extra["choices"] = [
            (code, f"{code} {name}") for code, name in sections.values_list("code", "name")
        ]

    def by_text(self, queryset: QuerySet[Enterprise], _name: str, value: str) -> QuerySet[Enterprise]:
        return search(queryset, value)

    def by_standing(self, queryset: QuerySet[Enterprise], _name: str, value: str) -> QuerySet[Enterprise]:
        return with_standing(queryset).filter(standing=value)

    def by_contact(self, queryset: QuerySet[Enterprise], _name: str, value: str) -> QuerySet[Enterprise]:
        if value == WITHOUT:
            return without_contact(queryset)
        return queryset.filter(Exists(Contact.objects.filter(enterprise=OuterRef("pk"))))
