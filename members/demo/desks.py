"""What waits on the desks of this floor: a proposed change, an invitation, pairs that look alike."""

import datetime

from federation.accounts.phones import normalise_phone
from federation.demo.world import World
from members.demo.enterprises import Firm
from members.desk.models import Invitation, ProfileChange
from members.duplicates.finding import find_duplicates
from members.enterprises.words import as_json

CHANGES = 3


def make_desks(world: World) -> None:
    represented: list[tuple[object, Firm]] = world.shelf["represented"]
    for number, (user, firm) in enumerate(represented[5 : 5 + CHANGES]):
        one = firm.enterprise
        values = {"address": one.address.replace("号", "号乙", 1)} if number else {"legal_representative": "沈换届"}
        change = ProfileChange.objects.create(
            enterprise=one,
            values=values,
            before={name: as_json(getattr(one, name)) for name in values},
            proposed_by=user,
        )
        ProfileChange.objects.filter(pk=change.pk).update(proposed_at=world.time_ago(2 + 3 * number))
    manager, firm = represented[0]
    Invitation.objects.create(
        enterprise=firm.enterprise,
        name="高新人",
        phone=normalise_phone("13800000088"),
        invited_by=manager,
        expires_at=world.now + datetime.timedelta(days=10),
    )
    find_duplicates()
