"""Figures of the register: how many enterprises there are, of what kind, and how well they are known."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from django.db import models
from django.db.models import Count, Exists, OuterRef, QuerySet, Sum
from django.utils.translation import gettext_lazy as _

from federation.indicators.registry import Dimension, Indicator, Scope, Text, register
from members.enterprises.choices import Control, Currency, RegistrationType, SizeClass, State
from members.enterprises.models import (
    Contact,
    Enterprise,
    NameRecord,
    Park,
    Representative,
    Town,
)
from members.enterprises.sections import section_names
from members.register.models import ImportBatch

REGISTER = _("The register")


def choice_label(choices: type[models.TextChoices]) -> Callable[[Any], Text]:
    labels = dict(choices.choices)
    return lambda value: labels.get(value, value)


def _named(model: type[models.Model]) -> Callable[[Collection[Any]], Mapping[Any, Text]]:
    return lambda keys: dict(model._default_manager.filter(pk__in=keys).values_list("pk", "name"))


def enterprise_dimensions(prefix: str = "") -> tuple[Dimension, ...]:
    """Ways to break down anything that leads to an enterprise; `prefix` is the ORM path to it ("enterprise__")."""
    return (
        Dimension("town", _("town"), f"{prefix}town", names=_named(Town), parse=int, order="names"),
        Dimension("section", _("industry section"), f"{prefix}section", names=section_names, order="key"),
        Dimension("size", _("size class"), f"{prefix}size_class", choice_label(SizeClass)),
        Dimension(
            "type", _("registration type"), f"{prefix}registration_type", choice_label(RegistrationType), order="key"
        ),
        Dimension("control", _("control"), f"{prefix}control", choice_label(Control), order="key"),
        Dimension("state", _("state"), f"{prefix}state", choice_label(State)),
        Dimension("park", _("park"), f"{prefix}park", names=_named(Park), parse=int),
        Dimension("year", _("year registered"), f"{prefix}registered_on__year", parse=int, order="key", over_time=True),
    )


DIMENSIONS = enterprise_dimensions()
COLUMNS = ("name", "uscc", "state", "town__name", "section", "size_class", "registration_type", "registered_on")


def enterprises(scope: Scope) -> QuerySet[Enterprise]:
    found = Enterprise.objects.current()
    return found if scope.user is None else found.visible_to(scope.user)


def _of_enterprises(rows: QuerySet, scope: Scope) -> QuerySet:
    """Rows that hang on an enterprise, for whom may see it."""
    user = scope.user
    if user is None or (user.is_staff and user.has_perm("members.view_enterprise")):
        return rows
    return rows.filter(enterprise__in=enterprises(scope))


def with_capital(scope: Scope) -> QuerySet[Enterprise]:
    return enterprises(scope).filter(capital_currency=Currency.CNY, capital__isnull=False)


def without_contact(scope: Scope) -> QuerySet[Enterprise]:
    return enterprises(scope).in_business().exclude(Exists(Contact.objects.filter(enterprise=OuterRef("pk"))))


def former_names(scope: Scope) -> QuerySet[NameRecord]:
    return _of_enterprises(NameRecord.objects.filter(enterprise__merged_into=None), scope)


def representatives(scope: Scope) -> QuerySet[Representative]:
    return _of_enterprises(Representative.objects.acting(scope.on).filter(enterprise__merged_into=None), scope)


def imports(scope: Scope) -> QuerySet[ImportBatch]:
    return ImportBatch.objects.filter(status=ImportBatch.Status.APPLIED)


register(
    Indicator(
        "enterprises",
        _("Enterprises in the register"),
        _("firms"),
        enterprises,
        dimensions=DIMENSIONS,
        columns=COLUMNS,
        permission="members.view_enterprise",
        public=True,
        period="registered_on",
        group=REGISTER,
        explanation=_("Each enterprise once, whatever its names; branches count by themselves, merged entries don't."),
        position=10,
        on_desk=("town", "section"),
    )
)
register(
    Indicator(
        "registered-capital",
        _("Registered capital"),
        _("yuan"),
        with_capital,
        measure=Sum("capital"),
        dimensions=DIMENSIONS,
        columns=(*COLUMNS, "capital"),
        permission="members.view_enterprise",
        money=True,
        period="registered_on",
        group=REGISTER,
        explanation=_("Capital stated in yuan; capital in other currencies isn't converted and not counted here."),
        position=20,
    )
)
register(
    Indicator(
        "employees",
        _("Employees of enterprises"),
        _("people"),
        lambda scope: enterprises(scope).in_business().filter(staff_count__isnull=False),
        measure=Sum("staff_count"),
        dimensions=DIMENSIONS,
        columns=("name", "uscc", "town__name", "section", "size_class", "staff_count"),
        permission="members.view_enterprise",
        group=REGISTER,
        explanation=_("As enterprises in business last stated them; who states none isn't counted."),
        position=30,
    )
)
register(
    Indicator(
        "enterprises-without-contact",
        _("Enterprises without a contact"),
        _("firms"),
        without_contact,
        dimensions=DIMENSIONS,
        columns=COLUMNS,
        permission="members.view_enterprise",
        group=REGISTER,
        explanation=_("In business, with nobody recorded whom the federation could call."),
        position=40,
    )
)
register(
    Indicator(
        "former-names",
        _("Former names"),
        _("names"),
        former_names,
        dimensions=(
            Dimension("year", _("year renamed"), "until__year", parse=int, order="key", over_time=True),
            Dimension("source", _("source"), "source"),
        ),
        columns=("name", "enterprise__name", "enterprise__uscc", "until", "source"),
        permission="members.view_enterprise",
        period="until",
        group=REGISTER,
        position=50,
    )
)
register(
    Indicator(
        "representatives",
        _("People acting for enterprises"),
        _("people"),
        representatives,
        measure=Count("user", distinct=True),
        dimensions=(
            Dimension("role", _("role"), "role", choice_label(Representative.Role)),
            *(one for one in enterprise_dimensions("enterprise__") if one.name in ("town", "section", "size")),
        ),
        columns=("enterprise__name", "role", "since", "until"),
        permission="members.view_enterprise",
        as_of=True,
        group=REGISTER,
        explanation=_("Each person once, whatever number of enterprises they act for; the parts may add up to more."),
        position=60,
    )
)
register(
    Indicator(
        "imports",
        _("Imports of the register"),
        _("batches"),
        imports,
        dimensions=(
            Dimension("year", _("year"), "applied_at__year", parse=int, order="key", over_time=True),
            Dimension("source", _("source"), "source"),
        ),
        columns=("file_name", "source", "applied_at", "rows_total", "rows_created", "rows_updated", "rows_invalid"),
        permission="members.view_importbatch",
        period="applied_at__date",
        group=REGISTER,
        position=70,
    )
)
register(
    Indicator(
        "imported-enterprises",
        _("Enterprises brought in by imports"),
        _("firms"),
        imports,
        measure=Sum("rows_created"),
        dimensions=(
            Dimension("year", _("year"), "applied_at__year", parse=int, order="key", over_time=True),
            Dimension("source", _("source"), "source"),
        ),
        columns=("file_name", "source", "applied_at", "rows_total", "rows_created", "rows_updated", "rows_invalid"),
        permission="members.view_importbatch",
        period="applied_at__date",
        group=REGISTER,
        position=80,
    )
)
