"""How many are paired: pairs, villages, enterprises. Who is in two pairs counts once in each figure."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from django.db import models
from django.db.models import Count, F, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from chambers.bodies.models import Chamber
from federation.accounts.models import User
from federation.indicators.registry import Dimension, Indicator, Scope, Text, register
from members.enterprises.models import Representative
from members.indicators import choice_label
from poverty_aid.pairings.models import VIEW, Mode, Pairing, PairingMember
from poverty_aid.pairings.statuses import PAIRED, Status
from poverty_aid.programmes.models import Programme
from poverty_aid.villages.models import County, Village

AID = _("Poverty aid")
HOME = "poverty_aid:home"


def names_of(model: type[models.Model], *order: str) -> Callable[[Collection[Any]], Mapping[Any, Text]]:
    """Names in the order in which the rows stand in their list."""

    def named(keys: Collection[Any]) -> Mapping[Any, Text]:
        return dict(model._default_manager.filter(pk__in=keys).order_by(*order, "pk").values_list("pk", "name"))

    return named


def programme_names(codes: Collection[str]) -> Mapping[str, Text]:
    """By code, which printed reports name as well as addresses do."""
    return dict(Programme.objects.filter(code__in=codes).order_by("position", "pk").values_list("code", "name"))


def takes_part(user: User) -> bool:
    """Gives or receives: acts for an enterprise, runs a chamber, or serves a village."""
    return (
        Representative.objects.acting().filter(user=user).exists()
        or Chamber.objects.run_by(user).exists()
        or Village.objects.served_by(user).exists()
    )


def pairs(scope: Scope) -> QuerySet[Pairing]:
    """Signed agreements, whatever became of them; each in the chamber that is bound, or in its enterprise's."""
    found = Pairing.objects.paired()
    if scope.user is not None:
        found = found.visible_to(scope.user)
    first = PairingMember.objects.filter(pairing=OuterRef("pk")).order_by("pk").values("chamber")[:1]
    return found.annotate(credited_chamber=Coalesce("chamber", Subquery(first), output_field=IntegerField()))


def taking_part(scope: Scope) -> QuerySet[PairingMember]:
    """Enterprises in signed agreements, also through their chamber; one that was merged away isn't a second one."""
    found = PairingMember.objects.filter(pairing__status__in=PAIRED)
    if scope.user is not None:
        found = found.filter(pairing__in=Pairing.objects.visible_to(scope.user))
    return found.annotate(firm=Coalesce(F("enterprise__merged_into"), F("enterprise"), output_field=IntegerField()))


def dimensions(prefix: str, chamber: str) -> tuple[Dimension, ...]:
    return (
        Dimension("year", _("year signed"), f"{prefix}signed_on__year", parse=int, order="key", over_time=True),
        Dimension(
            "programme",
            _("programme"),
            f"{prefix}programme__code",
            names=programme_names,
            order="names",
        ),
        Dimension(
            "county", _("county"), f"{prefix}county", names=names_of(County, "position"), parse=int, order="names"
        ),
        Dimension("village", _("village"), f"{prefix}village", names=names_of(Village, "code"), parse=int),
        Dimension("mode", _("mode"), f"{prefix}mode", choice_label(Mode)),
        Dimension("chamber", _("chamber"), chamber, names=names_of(Chamber, "position"), parse=int, order="names"),
        Dimension("status", _("status"), f"{prefix}status", choice_label(Status)),
    )


PAIR_DIMENSIONS = dimensions("", "credited_chamber")
PAIR_COLUMNS = (
    "giver_name",
    "village_name",
    "village_code",
    "county__name",
    "programme__name",
    "mode",
    "status",
    "signed_on",
)

register(
    Indicator(
        "aid-pairs",
        _("Pairs with villages"),
        _("pairs"),
        pairs,
        dimensions=PAIR_DIMENSIONS,
        columns=PAIR_COLUMNS,
        permission=VIEW,
        open_to=takes_part,
        period="signed_on",
        group=AID,
        explanation=_("Agreements signed between an enterprise or a chamber and a village, by the day of signing."),
        position=300,
        on_desk=("programme",),
    )
)
register(
    Indicator(
        "aid-villages",
        _("Villages paired"),
        pgettext_lazy("counted", "villages"),
        pairs,
        measure=Count("village", distinct=True),
        dimensions=PAIR_DIMENSIONS,
        columns=PAIR_COLUMNS,
        permission=VIEW,
        open_to=takes_part,
        public=True,
        public_url=HOME,
        period="signed_on",
        group=AID,
        explanation=_(
            "Each village once, however many are paired with it and under whichever programme: the parts by programme"
            " may have villages in common, so they are never added up."
        ),
        position=301,
    )
)
register(
    Indicator(
        "aid-enterprises",
        _("Enterprises paired with villages"),
        _("firms"),
        taking_part,
        measure=Count("firm", distinct=True),
        dimensions=dimensions("pairing__", "chamber"),
        columns=(
            "enterprise_name",
            "chamber__name",
            "pairing__village_name",
            "pairing__county__name",
            "pairing__programme__name",
            "pairing__signed_on",
        ),
        permission=VIEW,
        open_to=takes_part,
        public=True,
        public_url=HOME,
        period="pairing__signed_on",
        group=AID,
        explanation=_(
            "Each enterprise once: those that are bound themselves, and those that take part in their chamber's"
            " pairing. A chamber itself is no enterprise."
        ),
        position=302,
    )
)
