"""How the staff's list of enterprises is narrowed."""

from django.contrib.admin import ModelAdmin
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import DropdownFilter

from members.enterprises.models import Contact, Enterprise, IndustryClass

YES, NO = "yes", "no"


class SectionFilter(DropdownFilter):
    title = _("industry section")
    parameter_name = "section"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> list[tuple[str, str]]:
        sections = IndustryClass.objects.filter(level=IndustryClass.Level.SECTION)
        return [(code, f"{code} {name}") for code, name in sections.values_list("code", "name")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Enterprise]) -> QuerySet[Enterprise]:
        return queryset.filter(section=self.value()) if self.value() else queryset


class YesNoFilter(DropdownFilter):
    """`condition` is what "yes" asks for."""

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> list[tuple[str, str]]:
        return [(YES, _("yes")), (NO, _("no"))]

    def condition(self) -> Exists | Q:
        raise NotImplementedError

    def queryset(self, request: HttpRequest, queryset: QuerySet[Enterprise]) -> QuerySet[Enterprise]:
        if self.value() == YES:
            return queryset.filter(self.condition())
        return queryset.filter(~self.condition()) if self.value() == NO else queryset


class MemberFilter(YesNoFilter):
    title = _("member today")
    parameter_name = "member"

    def condition(self) -> Exists:
        return Exists(Enterprise.objects.members().filter(pk=OuterRef("pk")))


class ContactFilter(YesNoFilter):
    title = _("has a contact")
    parameter_name = "contact"

    def condition(self) -> Exists:
        return Exists(Contact.objects.filter(enterprise=OuterRef("pk")))


class MergedFilter(DropdownFilter):
    """Entries merged away stay in the register for their history, but not in anyone's way."""

    title = _("merged entries")
    parameter_name = "merged"
    all_option = None

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> list[tuple[str, str]]:
        return [("", _("left out")), (YES, _("only these"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Enterprise]) -> QuerySet[Enterprise]:
        return queryset.exclude(merged_into=None) if self.value() == YES else queryset.current()
