"""The table role x action x state of a gift, made from its predicates."""

from fractions import Fraction

from poverty_aid.contributions import access, actions
from poverty_aid.contributions.correcting import correct_contribution
from poverty_aid.contributions.models import Contribution
from poverty_aid.contributions.shares import Giver
from poverty_aid.contributions.statuses import Status
from tests import cast, matrix
from tests.poverty_aid import aid

VERBS = {
    **access.VERBS,
    "see": lambda user, case: Contribution.objects.visible_to(user).filter(pk=case.pk).exists(),
}


def gift_in(status: Status, people, givers: list[Giver], staff) -> Contribution:
    """A gift that came to the status by its own way, moved by others than the table's people."""
    by = cast.representative(people.enterprise)
    villager = aid.officer(people.village)
    gift = aid.pledged(by, people.village, 100, givers=givers)
    if status == Status.WITHDRAWN:
        return actions.withdraw_contribution(gift, by=by)
    if status == Status.PLEDGED:
        return gift
    delivery = aid.delivered(gift, by, 60 if status == Status.PARTLY else 100)
    if status == Status.DISPUTED:
        actions.dispute_delivery(gift, delivery, by=villager, reason="没有收到")
    elif status != Status.DELIVERED:
        aid.confirmed(gift, delivery, villager)
    if status == Status.SUPERSEDED:
        correct_contribution(gift, by=staff, reason="录错", changes={"title": "更正"})
    gift.refresh_from_db()
    assert gift.status == status
    return gift


def test_matrix_of_a_joint_gift(people):
    other = cast.enterprise("上海共同捐赠有限公司")
    partner = cast.representative(other)
    givers = [
        Giver(people.enterprise, None, Fraction(1, 2)),
        Giver(other, None, Fraction(1, 4)),
        Giver(None, people.chamber, Fraction(1, 4)),
    ]
    states = {status.value: gift_in(status, people, givers, aid.keeper()) for status in Status}
    both = cast.village_officer(people.village.partner, "村干部兼企业代表")
    cast.represent(both, other, "colleague")
    staff_too = cast.staff("services_clerk", "干部兼村干部")
    cast.PartnerOfficer.objects.create(organisation=people.village.partner, user=staff_too, since=cast.LONG_AGO)
    matrix.check(
        "contribution",
        verbs=VERBS,
        states=states,
        people={
            "manager": people.manager,
            "colleague": cast.colleague(people.enterprise),
            "manager_of_another_giver": partner,
            "stranger": cast.representative(),
            "secretary_who_gives": people.secretary,
            "other_secretary": cast.secretary(),
            "village": people.villager,
            "other_village": cast.village_officer(),
            "village_who_gives": both,
            "services_clerk": people.staff,
            "clerk_of_the_village": staff_too,
            "registry_clerk": cast.staff("registry_clerk"),
            "auditor": cast.staff("auditor"),
            "administrator": cast.staff("administrator"),
            "outsider": cast.outsider(),
        },
    )


def test_matrix_where_only_the_staff_can_act(people):
    """Nobody logs in for the village, nor for the enterprise."""
    giver = cast.enterprise("上海无账号有限公司")
    village = aid.village("无账号村")
    gift = aid.pledged(people.staff, village, 100, givers=[Giver(giver)])
    other = aid.keeper()
    pledged = aid.pledged(people.staff, village, 100, givers=[Giver(giver)])
    aid.delivered(gift, people.staff)
    gift.refresh_from_db()
    matrix.check(
        "contribution_without_logins",
        verbs={name: VERBS[name] for name in ("deliver", "replace", "confirm", "dispute", "withdraw", "correct")},
        states={"pledged": pledged, "delivered": gift},
        people={"clerk_who_entered_it": people.staff, "services_clerk": other, "outsider": cast.outsider()},
    )
