"""Figures of money paid out: 户 helped, the amount drawn, new against renewed. A renewal counts by itself; an extension
pays nothing out and has its own figure. What was reversed or replaced by a newer version doesn't count."""

from collections.abc import Collection, Mapping

from django.db.models import Count, Q, QuerySet, Sum
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from chambers.bodies.models import Chamber
from federation.accounts.models import User
from federation.indicators.registry import Dimension, Indicator, Scope, Text, register
from members.enterprises.choices import SizeClass
from members.enterprises.models import Town
from members.enterprises.sections import section_names
from members.indicators import choice_label
from members.partners.models import PartnerOfficer, PartnerOrganisation
from services.drawdowns.models import Drawdown
from services.finance.statuses import Kind

FINANCE = _("Finance matching")
VIEW = "services.view_drawdown"


def town_names(keys: Collection[int]) -> Mapping[int, Text]:
    return {town.pk: town.name for town in Town.objects.filter(pk__in=keys).order_by("position", "pk")}


def chamber_names(keys: Collection[int]) -> Mapping[int, Text]:
    return {chamber.pk: str(chamber) for chamber in Chamber.objects.filter(pk__in=keys).order_by("position", "pk")}


def bank_names(keys: Collection[int]) -> Mapping[int, Text]:
    return {bank.pk: bank.name for bank in PartnerOrganisation.objects.filter(pk__in=keys).order_by("name")}


BANK = Dimension("bank", _("bank"), "bank", names=bank_names, parse=int)
WHERE_AND_WHAT = (
    Dimension("chamber", _("chamber"), "chamber", names=chamber_names, parse=int, order="names"),
    Dimension("town", _("town"), "town", names=town_names, parse=int, order="names"),
    Dimension("size", _("size class"), "size_class", choice_label(SizeClass)),
    Dimension("kind", _("kind"), "kind", choice_label(Kind)),
)
DIMENSIONS = (
    Dimension("year", _("year"), "drawn_on__year", parse=int, order="key", over_time=True),
    BANK,
    *WHERE_AND_WHAT,
    Dimension("section", _("industry section"), "section", names=section_names, order="key"),
)
COLUMNS = ("enterprise_name", "uscc", "bank_name", "kind", "drawn_on", "amount", "town__name", "size_class")
# What everyone may break money down by: a chamber, town or size may be a single firm's loan.
OPEN = ("year", "kind")


def serves_a_bank(user: User) -> bool:
    offices = PartnerOfficer.objects.on().filter(user=user, organisation__is_active=True)
    return offices.filter(organisation__kind=PartnerOrganisation.Kind.BANK).exists()


def sees_all(user: User | None, permission: str) -> bool:
    return user is None or (user.is_staff and user.has_perm(permission))


def banks_of(user: User) -> QuerySet:
    return PartnerOfficer.objects.on().filter(user=user, organisation__is_active=True).values("organisation")


def paid_out(scope: Scope) -> QuerySet[Drawdown]:
    """For a bank's officer the bank's own."""
    found = Drawdown.objects.paid_out()
    return found if sees_all(scope.user, VIEW) else found.filter(bank__in=banks_of(scope.user))


def helping(scope: Scope) -> QuerySet[Drawdown]:
    """A secretary also sees which members of the chamber were helped; how much they drew isn't among the columns."""
    found = Drawdown.objects.paid_out()
    if sees_all(scope.user, VIEW):
        return found
    own = Q(chamber__in=Chamber.objects.run_by(scope.user))
    return found.filter(own | Q(bank__in=banks_of(scope.user)))


def extended(scope: Scope) -> QuerySet[Drawdown]:
    found = Drawdown.objects.counting().filter(kind=Kind.EXTENSION)
    return found if sees_all(scope.user, VIEW) else found.filter(bank__in=banks_of(scope.user))


def knows_who_was_helped(user: User) -> bool:
    return serves_a_bank(user) or Chamber.objects.run_by(user).exists()


register(
    Indicator(
        "finance-enterprises",
        _("Enterprises that obtained loans"),
        _("firms"),
        helping,
        measure=Count("enterprise", distinct=True),
        dimensions=DIMENSIONS,
        columns=("enterprise_name", "uscc", "bank_name", "kind", "drawn_on", "town__name", "size_class"),
        permission=VIEW,
        open_to=knows_who_was_helped,
        public=True,
        public_dimensions=("year", "kind", "size", "section"),
        period="drawn_on",
        group=FINANCE,
        explanation=_(
            "Each enterprise once, whatever number of banks and loans; who was helped in two years counts in each of"
            " them. What was reversed doesn't count."
        ),
        position=12,
        on_desk=("year",),
        on_chamber_desk=("year",),
    )
)
register(
    Indicator(
        "finance-drawn",
        _("Loans drawn"),
        _("yuan"),
        paid_out,
        measure=Sum("amount"),
        dimensions=DIMENSIONS,
        columns=COLUMNS,
        permission=VIEW,
        open_to=serves_a_bank,
        public=True,
        public_dimensions=OPEN,
        money=True,
        period="drawn_on",
        group=FINANCE,
        explanation=_(
            "What banks paid out, new loans and renewals; extensions pay nothing out and have their own figure."
        ),
        position=13,
        on_desk=("year", "bank"),
    )
)
register(
    Indicator(
        "finance-drawdowns",
        _("Drawdowns"),
        pgettext_lazy("counted", "drawdowns"),
        paid_out,
        dimensions=DIMENSIONS,
        columns=COLUMNS,
        permission=VIEW,
        open_to=serves_a_bank,
        period="drawn_on",
        group=FINANCE,
        explanation=_("Payments of banks to enterprises; an enterprise may draw several times on one loan."),
        position=14,
    )
)
register(
    Indicator(
        "finance-new-share",
        _("Share of new loans among drawdowns"),
        "%",
        paid_out,
        share=Q(kind=Kind.NEW),
        dimensions=tuple(one for one in DIMENSIONS if one.name != "kind"),
        columns=COLUMNS,
        permission=VIEW,
        open_to=serves_a_bank,
        period="drawn_on",
        group=FINANCE,
        explanation=_("Of the drawdowns, new loans against renewals."),
        position=15,
    )
)
register(
    Indicator(
        "finance-extended",
        _("Loans extended"),
        _("yuan"),
        extended,
        measure=Sum("amount"),
        dimensions=tuple(one for one in DIMENSIONS if one.name != "kind"),
        columns=COLUMNS,
        permission=VIEW,
        open_to=serves_a_bank,
        money=True,
        period="drawn_on",
        group=FINANCE,
        explanation=_("Loans for which the bank gave more time."),
        position=16,
    )
)
