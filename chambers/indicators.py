"""Figures of the chambers: who is in them."""

from collections.abc import Collection, Mapping

from django.db.models import Count, QuerySet
from django.utils.translation import gettext_lazy as _

from chambers.bodies.models import Affiliation, Chamber
from federation.accounts.models import User
from federation.indicators.registry import Dimension, Indicator, Scope, Text, register
from members.indicators import enterprise_dimensions

CHAMBERS = _("Chambers")


def _chamber_names(keys: Collection[int]) -> Mapping[int, Text]:
    named = Chamber.objects.filter(pk__in=keys).order_by("position", "pk")
    return {chamber.pk: str(chamber) for chamber in named}


def runs_a_chamber(user: User) -> bool:
    return Chamber.objects.run_by(user).exists()


def places(scope: Scope) -> QuerySet[Affiliation]:
    """Places in chambers on the day: an enterprise in two chambers has two."""
    found = Affiliation.objects.on(scope.on).filter(enterprise__merged_into=None)
    user = scope.user
    if user is None or (user.is_staff and user.has_perm("chambers.view_affiliation")):
        return found
    return found.filter(chamber__in=Chamber.objects.run_by(user))


register(
    Indicator(
        "chamber-members",
        _("Members of chambers"),
        _("firms"),
        places,
        measure=Count("enterprise", distinct=True),
        dimensions=(
            Dimension("chamber", _("chamber"), "chamber", names=_chamber_names, parse=int, order="names"),
            *enterprise_dimensions("enterprise__"),
        ),
        columns=(
            "enterprise__name",
            "enterprise__uscc",
            "chamber__name",
            "is_primary",
            "since",
            "enterprise__town__name",
            "enterprise__section",
            "enterprise__size_class",
        ),
        permission="chambers.view_affiliation",
        open_to=runs_a_chamber,
        period="since",
        as_of=True,
        group=CHAMBERS,
        explanation=_("Each enterprise once in the district, and once in each chamber it is in."),
        position=60,
        on_desk=("chamber",),
    )
)
