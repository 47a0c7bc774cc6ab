"""Joint gifts: who gave which part. Parts are fractions, so that thirds make a whole; amounts are split to the fen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from chambers.bodies.models import Chamber
from federation.search.text import to_halfwidth
from members.enterprises.models import Enterprise
from poverty_aid.contributions.errors import CannotGive, WrongShares
from poverty_aid.programmes.models import Intermediary

WHOLE = Fraction(1)
MOST_GIVERS = 100
FINEST = 1_000_000
FEN = Decimal("0.01")


@dataclass(frozen=True)
class Giver:
    """An enterprise, perhaps through a chamber; or a chamber with its own means."""

    enterprise: Enterprise | None = None
    chamber: Chamber | None = None
    part: Fraction = WHOLE

    @property
    def name(self) -> str:
        return self.enterprise.name if self.enterprise else self.chamber.name if self.chamber else ""

    @property
    def key(self) -> tuple[int | None, int | None]:
        """An enterprise is one giver, through whichever chamber."""
        return (self.enterprise.pk, None) if self.enterprise else (None, self.chamber.pk if self.chamber else None)


def parse_part(text: str) -> Fraction:
    """“1/3”, “30%” or “0.3”. Raises ValidationError in words."""
    plain = to_halfwidth(text).replace(" ", "")
    try:
        part = Fraction(plain[:-1]) / 100 if plain.endswith("%") else Fraction(plain)
    except (ValueError, ZeroDivisionError) as error:
        raise ValidationError(_("“%(value)s” is no share: write 1/3, 30%% or 0.3.") % {"value": text}) from error
    if not 0 < part <= 1:
        raise ValidationError(_("A share lies above zero and is at most one."))
    if part.denominator > FINEST:
        raise ValidationError(_("A share that fine can't be kept: write it as a fraction, such as 1/3."))
    return part


def in_words(part: Fraction) -> str:
    """30% where that is exact, else 1/3."""
    percent = part * 100
    if percent.denominator in (1, 2, 4, 5, 10, 20, 25, 50, 100):
        return f"{Decimal(percent.numerator) / Decimal(percent.denominator):f}%"
    return f"{part.numerator}/{part.denominator}"


def check_givers(givers: Sequence[Giver], intermediary: Intermediary | None = None) -> None:
    """Raises WrongShares or CannotGive in words."""
    if not givers:
        raise WrongShares(_("Say who gives."))
    if len(givers) > MOST_GIVERS:
        raise WrongShares(_("At most %(number)s can give together.") % {"number": MOST_GIVERS})
    seen = set()
    for giver in givers:
        if giver.enterprise is None and giver.chamber is None:
            raise WrongShares(_("Say who gives."))
        if giver.key in seen:
            raise WrongShares(_("%(giver)s stands here twice: add its shares up.") % {"giver": giver.name})
        seen.add(giver.key)
    whole = sum((giver.part for giver in givers), Fraction(0))
    if whole != WHOLE:
        raise WrongShares(
            _("The shares add up to %(sum)s, not to exactly one (100%%). Mend them so that nothing is missing.")
            % {"sum": in_words(whole)}
        )
    _refuse_who_only_passes_on(givers, intermediary)


def _refuse_who_only_passes_on(givers: Iterable[Giver], intermediary: Intermediary | None) -> None:
    """What passes through is its first giver's: else it would count twice."""
    codes = {one.enterprise.uscc if one.enterprise else one.chamber.uscc if one.chamber else None for one in givers}
    passing = Intermediary.objects.filter(uscc__in=codes - {None, ""}).first()
    if passing:
        raise CannotGive(
            _("%(name)s passes on what others give: enter the gift under those who gave it, and name it as passed on.")
            % {"name": passing}
        )
    if intermediary is not None and not intermediary.is_active:
        raise CannotGive(_("%(name)s passes on nothing any more.") % {"name": intermediary})


def split(amount: Decimal, parts: Sequence[Fraction]) -> list[Decimal]:
    """The amount by parts, to the fen; what rounding leaves goes to those who were cut most, so that the sum is exact.

    Works alike for negative amounts, so a reversal undoes each part exactly.
    """
    sign = -1 if amount < 0 else 1
    fen = int(abs(amount) / FEN)
    exact = [part * fen for part in parts]
    whole = [int(one) for one in exact]
    left = fen - sum(whole)
    by_loss = sorted(range(len(parts)), key=lambda number: (whole[number] - exact[number], number))
    for number in by_loss[:left]:
        whole[number] += 1
    return [sign * FEN * one for one in whole]
