"""How a secretary narrows the roster."""

import django_filters
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from chambers.desk.roster import without_contact
from federation.search.query import search
from members.enterprises.choices import SizeClass
from members.enterprises.models import Contact, Enterprise, IndustryClass

MEMBER, NO_MEMBER = "member", "none"
WITH, WITHOUT = "with", "without"


class RosterFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label=_("Name, pinyin, initials or credit code"), method="by_text")
    section = django_filters.ChoiceFilter(label=_("Industry section"), empty_label=_("All sections"))
    size_class = django_filters.ChoiceFilter(
        label=_("Size class"), choices=SizeClass.choices, empty_label=_("All sizes")
    )
    member = django_filters.ChoiceFilter(
        label=_("Membership of the federation"),
        choices=[(MEMBER, _("member")), (NO_MEMBER, _("not a member"))],
        empty_label=_("All"),
        method="by_membership",
    )
    contact = django_filters.ChoiceFilter(
        label=_("Contact"),
        choices=[(WITH, _("has a contact")), (WITHOUT, _("without a contact"))],
        empty_label=_("All"),
        method="by_contact",
    )

    class Meta:
        model = Enterprise
        fields = ["q", "section", "size_class", "member", "contact"]

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        sections = IndustryClass.objects.filter(level=IndustryClass.Level.SECTION).order_by("code")
        self.filters["section"].extra["choices"] = [
            (code, f"{code} {name}") for code, name in sections.values_list("code", "name")
        ]

    def by_text(self, queryset: QuerySet[Enterprise], _name: str, value: str) -> QuerySet[Enterprise]:
        return search(queryset, value)

    def by_membership(self, queryset: QuerySet[Enterprise], _name: str, value: str) -> QuerySet[Enterprise]:
        members = Enterprise.objects.members().filter(pk=OuterRef("pk"))
        return queryset.filter(Exists(members)) if value == MEMBER else queryset.exclude(Exists(members))

    def by_contact(self, queryset: QuerySet[Enterprise], _name: str, value: str) -> QuerySet[Enterprise]:
        if value == WITHOUT:
            return without_contact(queryset)
        return queryset.filter(Exists(Contact.objects.filter(enterprise=OuterRef("pk"))))
