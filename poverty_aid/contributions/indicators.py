"""What was given, as the villages confirmed it: sums over the ledger's lines, reversals included as what they are."""

from django.db.models import Count, F, IntegerField, QuerySet, Sum
from django.db.models.functions import Coalesce
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chambers.bodies.models import Chamber
from federation.indicators.registry import Dimension, Indicator, Scope, register
from members.indicators import choice_label
from poverty_aid.contributions.models import VIEW, Contribution, Kind, LedgerEntry
from poverty_aid.contributions.statuses import Status
from poverty_aid.pairings.indicators import AID, HOME, names_of, programme_names, takes_part
from poverty_aid.pairings.models import Mode
from poverty_aid.programmes.models import Campaign
from poverty_aid.villages.models import County, Village

PLACE = (
    Dimension("programme", _("programme"), "programme__code", names=programme_names, order="names"),
    Dimension("campaign", _("campaign"), "campaign", names=names_of(Campaign, "position"), parse=int, order="names"),
    Dimension("county", _("county"), "county", names=names_of(County, "position"), parse=int, order="names"),
    Dimension("village", _("village"), "village", names=names_of(Village, "code"), parse=int),
    Dimension("mode", _("mode"), "mode", choice_label(Mode)),
)
LEDGER_DIMENSIONS = (
    Dimension("year", _("year"), "year", parse=int, order="key", over_time=True),
    *PLACE,
    Dimension("chamber", _("chamber"), "chamber", names=names_of(Chamber, "position"), parse=int, order="names"),
)
LEDGER_COLUMNS = (
    "giver_name",
    "chamber__name",
    "village__name",
    "county__name",
    "programme__name",
    "campaign__name",
    "mode",
    "counted_on",
    "amount",
)


def entries(scope: Scope) -> QuerySet[LedgerEntry]:
    found = LedgerEntry.objects.all()
    return found if scope.user is None else found.visible_to(scope.user)


def standing(scope: Scope) -> QuerySet[LedgerEntry]:
    """Lines of enterprises that no other line takes back: who gave something that holds."""
    found = entries(scope).filter(reverses=None, reversed_by=None, enterprise__isnull=False)
    return found.annotate(firm=Coalesce(F("enterprise__merged_into"), F("enterprise"), output_field=IntegerField()))


def pledged(scope: Scope) -> QuerySet[Contribution]:
    found = Contribution.objects.standing()
    return found if scope.user is None else found.visible_to(scope.user)


def _of_kind(
    name: str, title: str | Promise, kind: Kind, explanation: str | Promise, position: int, *, public: bool = False
) -> None:
    register(
        Indicator(
            name,
            title,
            _("yuan"),
            lambda scope: entries(scope).filter(kind=kind),
            measure=Sum("amount"),
            dimensions=LEDGER_DIMENSIONS,
            columns=LEDGER_COLUMNS,
            permission=VIEW,
            open_to=takes_part,
            public=public,
            public_url=HOME if public else "",
            money=True,
            period="counted_on",
            group=AID,
            explanation=explanation,
            position=position,
            on_desk=("year",) if public else (),
        )
    )


_of_kind(
    "aid-funds",
    _("Funds given to villages"),
    Kind.MONEY,
    _(
        "Money that a village has confirmed, by the day of its word. What an intermediary passes on counts once,"
        " when it has arrived; a joint gift is split by shares. Funds under one programme are part of this figure,"
        " not beside it."
    ),
    310,
    public=True,
)
_of_kind(
    "aid-purchases",
    _("Produce bought from villages"),
    Kind.PURCHASE,
    _("Purchases that the village has confirmed. They are trade, not gifts: never added to the funds."),
    311,
    public=True,
)
_of_kind("aid-goods", _("Goods given to villages"), Kind.GOODS, _("At the value stated with each gift."), 312)
_of_kind("aid-services", _("Services given to villages"), Kind.SERVICE, _("At the value stated with each gift."), 313)
register(
    Indicator(
        "aid-givers",
        _("Enterprises that gave to villages"),
        _("firms"),
        standing,
        measure=Count("firm", distinct=True),
        dimensions=(Dimension("kind", _("kind"), "kind", choice_label(Kind)), *LEDGER_DIMENSIONS),
        columns=("kind", *LEDGER_COLUMNS),
        permission=VIEW,
        open_to=takes_part,
        period="counted_on",
        group=AID,
        explanation=_("Each enterprise once, with whatever part of a gift that was confirmed and not taken back."),
        position=314,
        on_chamber_desk=("year",),
    )
)
register(
    Indicator(
        "aid-pledged",
        _("Pledged to villages"),
        _("yuan"),
        pledged,
        measure=Sum("pledged_amount"),
        dimensions=(
            Dimension("kind", _("kind"), "kind", choice_label(Kind)),
            Dimension("year", _("year pledged"), "pledged_on__year", parse=int, order="key", over_time=True),
            *PLACE,
            Dimension("status", _("status"), "status", choice_label(Status)),
        ),
        columns=(
            "title",
            "giver_name",
            "village_name",
            "county__name",
            "programme__name",
            "kind",
            "status",
            "pledged_on",
            "pledged_amount",
        ),
        permission=VIEW,
        open_to=takes_part,
        money=True,
        period="pledged_on",
        group=AID,
        explanation=_("What was promised and neither taken back nor corrected; what of it arrived is counted apart."),
        position=315,
    )
)
