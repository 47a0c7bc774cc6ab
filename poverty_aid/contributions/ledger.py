"""The ledger's lines: written with a confirmation, taken back by their opposites, never changed."""

from collections.abc import Iterable
from fractions import Fraction

from poverty_aid.contributions.models import Confirmation, Contribution, LedgerEntry, Share
from poverty_aid.contributions.shares import split


def lines_of(contribution: Contribution, confirmation: Confirmation, shares: list[Share]) -> list[LedgerEntry]:
    """One line for each giver, in the scope that the gift has now. Not yet saved."""
    parts = split(confirmation.amount, [Fraction(one.numerator, one.denominator) for one in shares])
    return [
        LedgerEntry(
            contribution=contribution,
            confirmation=confirmation,
            share=share,
            kind=contribution.kind,
            mode=contribution.mode,
            amount=amount,
            counted_on=confirmation.confirmed_on,
            year=confirmation.confirmed_on.year,
            programme_id=contribution.programme_id,
            campaign_id=contribution.campaign_id,
            village_id=contribution.village_id,
            county_id=contribution.county_id,
            enterprise_id=share.enterprise_id,
            chamber_id=share.chamber_id,
            giver_name=share.giver_name,
        )
        for share, amount in zip(shares, parts, strict=True)
    ]


SAME = (
    "contribution_id",
    "share_id",
    "kind",
    "mode",
    "counted_on",
    "year",
    "programme_id",
    "campaign_id",
    "village_id",
    "county_id",
    "enterprise_id",
    "chamber_id",
    "giver_name",
)


def opposites_of(entries: Iterable[LedgerEntry], confirmation: Confirmation | None = None) -> list[LedgerEntry]:
    """What takes the lines back: the same scope and day, the opposite amount. Not yet saved."""
    return [
        LedgerEntry(
            confirmation_id=confirmation.pk if confirmation else one.confirmation_id,
            amount=-one.amount,
            reverses=one,
            **{name: getattr(one, name) for name in SAME},
        )
        for one in entries
    ]


def standing_entries(contribution: Contribution) -> list[LedgerEntry]:
    """Lines that no other takes back."""
    return list(contribution.entries.filter(reverses=None, reversed_by=None).order_by("pk"))
