"""What this floor holds about an enterprise or a person, for them to take along."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from federation.accounts.models import User
from members.desk.exports import Sheet, enterprise_export, person_export, sheet_of
from members.enterprises.models import Enterprise
from poverty_aid.contributions.models import Contribution, ContributionStep, LedgerEntry, Share
from poverty_aid.pairings.models import Pairing, PairingMember, PairingStep

GIFT = (
    *("title", "kind", "mode", "pledged_amount", "pledged_on", "promised_on", "quantity", "valuation"),
    *("village_name", "village_code", "county", "programme", "campaign", "intermediary", "giver_name", "status"),
    *("status_since", "version"),
)
STEP = ("from_status", "to_status", "at", "reason")


@enterprise_export
def its_pairings_and_gifts(enterprise: Enterprise) -> Iterable[Sheet]:
    places = PairingMember.objects.filter(enterprise=enterprise)
    pairings = Pairing.objects.filter(pk__in=places.values("pairing"))
    yield sheet_of(
        "pairings",
        _("pairings"),
        pairings,
        (
            *("giver_name", "village_name", "village_code", "county", "programme", "mode", "plan", "status"),
            *("proposed_at", "signed_on", "ends_on", "agreement", "outcome"),
        ),
    )
    yield sheet_of(
        "pairing_steps",
        _("steps of pairings"),
        PairingStep.objects.filter(pairing__in=pairings),
        ("pairing", *STEP),
    )
    shares = Share.objects.filter(enterprise=enterprise)
    gifts = Contribution.objects.filter(pk__in=shares.values("contribution"))
    yield sheet_of("contributions", _("contributions"), gifts, GIFT)
    yield sheet_of(
        "shares", _("shares of gifts"), shares, ("contribution", "giver_name", "numerator", "denominator", "chamber")
    )
    yield sheet_of(
        "contribution_steps",
        _("steps of contributions"),
        ContributionStep.objects.filter(contribution__in=gifts),
        ("contribution", *STEP),
    )
    yield sheet_of(
        "ledger_entries",
        _("ledger entries"),
        LedgerEntry.objects.filter(enterprise=enterprise),
        ("contribution", "kind", "amount", "counted_on", "programme", "campaign", "village", "county", "giver_name"),
    )


@person_export
def own_steps_with_villages(user: User) -> Iterable[Sheet]:
    yield sheet_of(
        "own_pairing_steps",
        _("own steps of pairings"),
        PairingStep.objects.filter(actor=user),
        ("pairing", "hat", *STEP),
    )
    yield sheet_of(
        "own_contribution_steps",
        _("own steps of contributions"),
        ContributionStep.objects.filter(actor=user),
        ("contribution", "hat", *STEP),
    )
