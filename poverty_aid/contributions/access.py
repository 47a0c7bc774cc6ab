"""Who may do what with a gift. Nobody confirms their own, and nobody lends it two hands, whatever hats they wear."""

from collections.abc import Iterable

from federation.accounts.models import User
from poverty_aid.contributions.models import Contribution
from poverty_aid.contributions.parts import progress_of
from poverty_aid.contributions.shares import Giver
from poverty_aid.contributions.statuses import DELIVERABLE, Status
from poverty_aid.hands import (
    Hand,
    acts_for_enterprises,
    nobody_speaks_for,
    officers_of,
    runs_chambers,
    serves_village,
)

KEEP = "poverty_aid.keep_contribution"


def keeps(user: User) -> bool:
    return user.is_active and user.is_staff and user.has_perm(KEEP)


def parties_of(contribution: Contribution) -> tuple[list[int], list[int]]:
    """Enterprises that have a share, and chambers that have one or through which one is given."""
    if not contribution.pk:
        return [], []
    rows = list(contribution.shares.values_list("enterprise", "chamber", "through"))
    enterprises = [enterprise for enterprise, _chamber, _through in rows if enterprise]
    return enterprises, [chamber for enterprise, chamber, through in rows if chamber and (through or not enterprise)]


def gives(user: User, contribution: Contribution) -> bool:
    """Acts, in whatever role, for an enterprise or a chamber that has a share in it."""
    enterprises, chambers = parties_of(contribution)
    return acts_for_enterprises(user, enterprises) or runs_chambers(user, chambers)


def speaks_for_giver(user: User, contribution: Contribution) -> bool:
    enterprises, chambers = parties_of(contribution)
    return acts_for_enterprises(user, enterprises, manager=True) or runs_chambers(user, chambers)


def serves(user: User, contribution: Contribution) -> bool:
    return serves_village(user, contribution.village)


def lent_another_hand(user: User, contribution: Contribution, hand: str) -> bool:
    """Whether the user made a step of it, or of a version before it, on behalf of somebody else."""
    if not contribution.pk:
        return False
    if contribution.steps.filter(actor=user).exclude(hand__in=[hand, ""]).exists():
        return True
    return contribution.corrects is not None and lent_another_hand(user, contribution.corrects, hand)


def village_is_vacant(contribution: Contribution) -> bool:
    """Nobody logs in for the village who doesn't also give: the staff confirm in its place, on its receipt."""
    return not any(not gives(officer, contribution) for officer in officers_of(contribution.village))


def may_pledge_for(user: User, givers: Iterable[Giver]) -> bool:
    """Speaks for one of those who give, or enters for them as staff."""
    givers = list(givers)
    enterprises = [one.enterprise.pk for one in givers if one.enterprise]
    chambers = [one.chamber.pk for one in givers if one.chamber]
    return acts_for_enterprises(user, enterprises, manager=True) or runs_chambers(user, chambers) or keeps(user)


def giver_is_vacant(contribution: Contribution) -> bool:
    """Nobody of those who give has an account: the staff enter in their place what they report."""
    return nobody_speaks_for(*parties_of(contribution))


def _giver_may(user: User, contribution: Contribution) -> bool:
    if lent_another_hand(user, contribution, Hand.GIVER):
        return False
    return on_givers_side(user, contribution)


def _village_may(user: User, contribution: Contribution) -> bool:
    if gives(user, contribution) or lent_another_hand(user, contribution, Hand.VILLAGE):
        return False
    return on_villages_side(user, contribution)


def on_givers_side(user: User, contribution: Contribution) -> bool:
    """Whose verbs are the giver's, in whatever state it is: others who see it only read."""
    return speaks_for_giver(user, contribution) or (keeps(user) and giver_is_vacant(contribution))


def on_villages_side(user: User, contribution: Contribution) -> bool:
    return serves(user, contribution) or (keeps(user) and village_is_vacant(contribution))


def may_ever_replace(user: User, contribution: Contribution) -> bool:
    return on_givers_side(user, contribution) or keeps(user)


def may_ever_close(user: User, contribution: Contribution) -> bool:
    return on_givers_side(user, contribution) or keeps(user)


def _staff_may(user: User, contribution: Contribution) -> bool:
    return (
        keeps(user)
        and not gives(user, contribution)
        and not serves(user, contribution)
        and not lent_another_hand(user, contribution, Hand.STAFF)
    )


def may_deliver(user: User, contribution: Contribution) -> bool:
    return contribution.status in DELIVERABLE and _giver_may(user, contribution)


def hand_to_replace(user: User, contribution: Contribution) -> Hand | None:
    """On whose behalf somebody may replace a delivery that was entered wrongly: whoever gives, else the staff."""
    if _giver_may(user, contribution):
        return Hand.GIVER
    return Hand.STAFF if _staff_may(user, contribution) else None


def may_replace(user: User, contribution: Contribution) -> bool:
    """While a delivery waits to be confirmed."""
    if contribution.status not in DELIVERABLE or not contribution.pk:
        return False
    return hand_to_replace(user, contribution) is not None and bool(progress_of(contribution).replaceable)


def may_withdraw(user: User, contribution: Contribution) -> bool:
    return contribution.status == Status.PLEDGED and _giver_may(user, contribution)


def may_close_short(user: User, contribution: Contribution) -> bool:
    """Who gives says that no more is coming, or the staff do."""
    if contribution.status != Status.PARTLY:
        return False
    return _giver_may(user, contribution) or _staff_may(user, contribution)


def may_confirm(user: User, contribution: Contribution) -> bool:
    return contribution.status == Status.DELIVERED and _village_may(user, contribution)


def may_dispute(user: User, contribution: Contribution) -> bool:
    return may_confirm(user, contribution)


def may_settle(user: User, contribution: Contribution) -> bool:
    return contribution.status == Status.DISPUTED and _staff_may(user, contribution)


def may_reverse(user: User, contribution: Contribution) -> bool:
    """A confirmation that didn't hold: in any state in which one can stand."""
    standing = (Status.DELIVERED, Status.PARTLY, Status.CONFIRMED)
    return contribution.status in standing and _staff_may(user, contribution)


def may_correct(user: User, contribution: Contribution) -> bool:
    standing = (Status.PLEDGED, Status.DELIVERED, Status.PARTLY, Status.CONFIRMED)
    return contribution.status in standing and _staff_may(user, contribution)


VERBS = {
    "deliver": may_deliver,
    "replace": may_replace,
    "withdraw": may_withdraw,
    "close short": may_close_short,
    "confirm": may_confirm,
    "dispute": may_dispute,
    "settle": may_settle,
    "reverse": may_reverse,
    "correct": may_correct,
}
