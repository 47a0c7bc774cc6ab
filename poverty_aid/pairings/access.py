"""Who may do what with a pairing. Each predicate looks at one verb; nobody lends two hands to one pairing."""

from federation.accounts.models import User
from poverty_aid.hands import (
    Hand,
    acts_for_enterprises,
    nobody_speaks_for,
    officers_of,
    runs_chambers,
    serves_village,
)
from poverty_aid.pairings.models import Pairing
from poverty_aid.pairings.statuses import Status

KEEP = "poverty_aid.keep_pairing"


def keeps(user: User) -> bool:
    return user.is_active and user.is_staff and user.has_perm(KEEP)


def _enterprises(pairing: Pairing) -> list[int]:
    bound = [pairing.enterprise_id] if pairing.enterprise_id else []
    return bound + (list(pairing.members.values_list("enterprise", flat=True)) if pairing.pk else [])


def _chambers(pairing: Pairing) -> list[int]:
    return [pairing.chamber_id] if pairing.chamber_id else []


def gives(user: User, pairing: Pairing) -> bool:
    """Belongs to those who give: acts, in whatever role, for an enterprise that takes part, or runs the chamber."""
    return acts_for_enterprises(user, _enterprises(pairing)) or runs_chambers(user, _chambers(pairing))


def speaks_for_giver(user: User, pairing: Pairing) -> bool:
    """Manages the enterprise that is bound, or is secretary of the chamber that is."""
    bound = [pairing.enterprise_id] if pairing.enterprise_id else []
    return acts_for_enterprises(user, bound, manager=True) or runs_chambers(user, _chambers(pairing))


def serves(user: User, pairing: Pairing) -> bool:
    return serves_village(user, pairing.village)


def lent_another_hand(user: User, pairing: Pairing, hand: str) -> bool:
    """Whether the user made a step of this pairing on behalf of somebody else."""
    return bool(pairing.pk) and pairing.steps.filter(actor=user).exclude(hand__in=[hand, ""]).exists()


def village_is_vacant(pairing: Pairing) -> bool:
    """Nobody logs in for the village who doesn't also give: the staff stand in, on paper that the village signed."""
    return not any(not gives(officer, pairing) for officer in officers_of(pairing.village))


def giver_is_vacant(pairing: Pairing) -> bool:
    """Nobody of those who are bound has an account: the staff enter in their place what they report."""
    return nobody_speaks_for([pairing.enterprise_id] if pairing.enterprise_id else [], _chambers(pairing))


def _giver_may(user: User, pairing: Pairing) -> bool:
    if lent_another_hand(user, pairing, Hand.GIVER):
        return False
    return on_givers_side(user, pairing)


def _village_may(user: User, pairing: Pairing) -> bool:
    if gives(user, pairing) or lent_another_hand(user, pairing, Hand.VILLAGE):
        return False
    return on_villages_side(user, pairing)


def on_givers_side(user: User, pairing: Pairing) -> bool:
    """Whose verbs are the giver's, in whatever state it is: others who see it only read."""
    return speaks_for_giver(user, pairing) or (keeps(user) and giver_is_vacant(pairing))


def on_villages_side(user: User, pairing: Pairing) -> bool:
    return serves(user, pairing) or (keeps(user) and village_is_vacant(pairing))


def _staff_may(user: User, pairing: Pairing) -> bool:
    return (
        keeps(user)
        and not gives(user, pairing)
        and not serves(user, pairing)
        and not lent_another_hand(user, pairing, Hand.STAFF)
    )


def may_withdraw(user: User, pairing: Pairing) -> bool:
    return pairing.status == Status.INTENT and _giver_may(user, pairing)


def may_decline(user: User, pairing: Pairing) -> bool:
    """The staff, or the village that doesn't want it."""
    if pairing.status != Status.INTENT:
        return False
    return _staff_may(user, pairing) or (serves(user, pairing) and _village_may(user, pairing))


def may_sign(user: User, pairing: Pairing) -> bool:
    return pairing.status == Status.INTENT and _staff_may(user, pairing)


def may_begin(user: User, pairing: Pairing) -> bool:
    return pairing.status == Status.SIGNED and _giver_may(user, pairing)


def may_report(user: User, pairing: Pairing) -> bool:
    return pairing.status == Status.UNDER_WAY and _giver_may(user, pairing)


def may_accept(user: User, pairing: Pairing) -> bool:
    return pairing.status == Status.ACCEPTANCE and _village_may(user, pairing)


def may_send_back(user: User, pairing: Pairing) -> bool:
    return may_accept(user, pairing)


def may_archive(user: User, pairing: Pairing) -> bool:
    return pairing.status == Status.ACCEPTED and _staff_may(user, pairing)


VERBS = {
    "withdraw": may_withdraw,
    "decline": may_decline,
    "sign": may_sign,
    "begin": may_begin,
    "report": may_report,
    "accept": may_accept,
    "send back": may_send_back,
    "archive": may_archive,
}
