"""The table role x action x state of a pairing, made from its predicates."""

from poverty_aid.pairings import access
from poverty_aid.pairings.models import Pairing
from poverty_aid.pairings.statuses import Status
from tests import cast, matrix
from tests.poverty_aid import aid

VERBS = {
    **access.VERBS,
    "see": lambda user, case: Pairing.objects.visible_to(user).filter(pk=case.pk).exists(),
}


def test_matrix_of_a_pairing(people):
    states = {
        status.value: aid.pairing_in(
            status,
            people.manager,
            people.village,
            people.staff,
            # So that the same pair may stand in each state.
            under=aid.programme(f"programme-{status.value}"),
        )
        for status in Status
    }
    both = cast.village_officer(people.village.partner, "村干部兼企业代表")
    cast.represent(both, people.enterprise)
    staff_too = cast.staff("services_clerk", "干部兼村干部")
    cast.PartnerOfficer.objects.create(organisation=people.village.partner, user=staff_too, since=cast.LONG_AGO)
    clerk_too = cast.staff("services_clerk", "干部兼企业同事")
    cast.represent(clerk_too, people.enterprise, "colleague")
    matrix.check(
        "pairing",
        verbs=VERBS,
        states=states,
        people={
            "manager": people.manager,
            "colleague": cast.colleague(people.enterprise),
            "other_manager": cast.representative(),
            "secretary": people.secretary,
            "village": people.villager,
            "other_village": cast.village_officer(),
            "village_who_gives": both,
            "staff_who_signed": people.staff,
            "services_clerk": aid.keeper(),
            "clerk_of_the_village": staff_too,
            "clerk_of_the_enterprise": clerk_too,
            "registry_clerk": cast.staff("registry_clerk"),
            "auditor": cast.staff("auditor"),
            "administrator": cast.staff("administrator"),
            "outsider": cast.outsider(),
        },
    )


def test_matrix_of_a_chambers_pairing(people):
    states = {
        status.value: aid.pairing_in(
            status,
            people.secretary,
            people.village,
            people.staff,
            enterprise=None,
            chamber=people.chamber,
            members=[people.enterprise],
            under=aid.programme(f"programme-{status.value}"),
        )
        for status in Status
    }
    matrix.check(
        "pairing_of_a_chamber",
        verbs=VERBS,
        states=states,
        people={
            "secretary": people.secretary,
            "other_secretary": cast.secretary(),
            "manager_who_takes_part": people.manager,
            "other_manager": cast.representative(),
            "village": people.villager,
            "services_clerk": aid.keeper(),
            "outsider": cast.outsider(),
        },
    )
