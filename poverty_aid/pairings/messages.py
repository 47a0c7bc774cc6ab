"""Who is told what when a pairing moves. One message for each step, in the reader's language."""

from collections.abc import Callable, Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from chambers.bodies.models import Officer
from federation.accounts.models import User
from federation.accounts.rights import staff_with
from federation.inbox.languages import tell
from members.enterprises.models import Representative
from poverty_aid.hands import officers_of
from poverty_aid.pairings.access import KEEP, village_is_vacant
from poverty_aid.pairings.models import Pairing, PairingStep
from poverty_aid.pairings.statuses import Status

Words = Callable[[Pairing, PairingStep], tuple[str, str]]


def people_of(enterprises: Iterable[int], chambers: Iterable[int]) -> list[User]:
    """Who acts for the enterprises today, and the secretaries of the chambers."""
    acting = Representative.objects.acting().filter(enterprise__in=list(enterprises)).values("user")
    offices = Officer.objects.on().filter(chamber__in=list(chambers), office=Officer.Office.SECRETARY)
    wanted = User.objects.filter(pk__in=acting) | User.objects.filter(pk__in=offices.values("user"))
    return list(wanted.filter(is_active=True).distinct())


def givers(pairing: Pairing) -> list[User]:
    return people_of(
        [pairing.enterprise_id] if pairing.enterprise_id else [], [pairing.chamber_id] if pairing.chamber_id else []
    )


def keepers() -> list[User]:
    return staff_with(KEEP)


def page_of(pairing: Pairing) -> str:
    return reverse("poverty_aid:pairing", args=[pairing.pk])


def admin_page_of(pairing: Pairing) -> str:
    return reverse("admin:poverty_aid_pairing_change", args=[pairing.pk])


def tell_step(pairing: Pairing, step: PairingStep) -> None:
    """Tell everyone whom the step concerns; who made it isn't told of it."""
    giving = ("giver", givers(pairing), page_of(pairing))
    village = ("village", officers_of(pairing.village), page_of(pairing))
    staff = ("staff", keepers(), admin_page_of(pairing))
    told: dict[str, list[tuple[tuple[str, list[User], str], Words]]] = {
        Status.INTENT: [(staff, _asks_staff), (village, _hears_of_intent), (giving, _receipt)],
        Status.SIGNED: [(giving, _asks_to_begin), (village, _signed)],
        Status.UNDER_WAY: [(village, _begun), (staff, _begun)]
        if step.from_status == Status.SIGNED
        else [(giving, _sent_back), (staff, _sent_back)],
        Status.ACCEPTANCE: [(village, _asks_village), (staff, _reported)],
        Status.ACCEPTED: [(staff, _asks_to_archive), (giving, _accepted)],
        Status.ARCHIVED: [(giving, _archived), (village, _archived)],
        Status.DECLINED: [(giving, _declined), (village, _declined), (staff, _declined)],
        Status.WITHDRAWN: [(staff, _withdrawn), (village, _withdrawn)],
    }
    for (_name, people, url), words in told[step.to_status]:
        tell(
            rule=f"pairing-{step.to_status}",
            about=step,
            recipients=[person for person in people if person.pk != step.actor_id],
            words=lambda words=words: words(pairing, step),
            url=url,
        )


def _names(pairing: Pairing) -> dict[str, str]:
    return {"giver": pairing.giver_name, "village": pairing.village_name, "programme": str(pairing.programme)}


def _reason(step: PairingStep) -> str:
    return _("Reason: %(reason)s") % {"reason": step.reason} if step.reason else ""


def _asks_staff(pairing: Pairing, step: PairingStep) -> tuple[str, str]:
    title = _("%(giver)s wants to pair with %(village)s (%(programme)s)") % _names(pairing)
    return title, _("Please bring both to the table and file the signed agreement, or decline with a reason.")


def _hears_of_intent(pairing: Pairing, step: PairingStep) -> tuple[str, str]:
    title = _("%(giver)s wants to pair with %(village)s (%(programme)s)") % _names(pairing)
    return title, _("The federation prepares the agreement with you. You may decline with a reason.")


def _receipt(pairing: Pairing, step: PairingStep) -> tuple[str, str]:
    title = _("%(giver)s wants to pair with %(village)s (%(programme)s)") % _names(pairing)
    return title, _("The federation prepares the agreement and calls you.")


def _asks_to_begin(pairing: Pairing, step: PairingStep) -> tuple[str, str]:
    title = _("The agreement of %(giver)s with %(village)s is signed") % _names(pairing)
    return title, _("Please begin with what was agreed, and pledge the gifts here.")


def _signed(pairing: Pairing, step: PairingStep) -> tuple[str, str]:
    title = _("The agreement of %(giver)s with %(village)s is signed") % _names(pairing)
    return title, _("You will be asked to confirm what arrives.")


def _begun(pairing: Pairing, step: PairingStep) -> tuple[str, str]:
    return _("%(giver)s has begun to help %(village)s") % _names(pairing), step.reason


def _sent_back(pairing: Pairing, step: PairingStep) -> tuple[str, str]:
    return _("%(village)s doesn't accept the pairing with %(giver)s yet") % _names(pairing), _reason(step)


def _asks_village(pairing: Pairing, step: PairingStep) -> tuple[str, str]:
    title = _("%(giver)s reports that the pairing with %(village)s is done") % _names(pairing)
    return title, _("Please accept it, or say what is still missing.") + "\n" + pairing.outcome


def _reported(pairing: Pairing, step: PairingStep) -> tuple[str, str]:
    title = _("%(giver)s reports that the pairing with %(village)s is done") % _names(pairing)
    if village_is_vacant(pairing):
        return title, _("Nobody of the village can accept it here: please ask there, and accept in its place.")
    return title, _("The village is asked to accept it.")


def _asks_to_archive(pairing: Pairing, step: PairingStep) -> tuple[str, str]:
    return _("%(village)s accepts the pairing with %(giver)s") % _names(pairing), _("Please archive it.")


def _accepted(pairing: Pairing, step: PairingStep) -> tuple[str, str]:
    return _("%(village)s accepts the pairing with %(giver)s") % _names(pairing), step.reason


def _archived(pairing: Pairing, step: PairingStep) -> tuple[str, str]:
    return _("The pairing of %(giver)s with %(village)s is archived") % _names(pairing), step.reason


def _declined(pairing: Pairing, step: PairingStep) -> tuple[str, str]:
    return _("The pairing of %(giver)s with %(village)s was declined") % _names(pairing), _reason(step)


def _withdrawn(pairing: Pairing, step: PairingStep) -> tuple[str, str]:
    return _("%(giver)s no longer wants to pair with %(village)s") % _names(pairing), _reason(step)
