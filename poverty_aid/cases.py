"""Clocks of this floor that ran out: who has it before them is reminded once for each deadline, the staff where
nobody logs in for the village or the giver."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from federation.accounts.models import User
from federation.cases.clocks import Chase, chase
from poverty_aid.contributions import access as gift_access
from poverty_aid.contributions import messages as gift_messages
from poverty_aid.contributions.models import Contribution
from poverty_aid.contributions.statuses import Status as Gift
from poverty_aid.hands import officers_of
from poverty_aid.pairings import access as pairing_access
from poverty_aid.pairings import messages as pairing_messages
from poverty_aid.pairings.models import Pairing
from poverty_aid.pairings.statuses import Status


def _pairings() -> QuerySet[Pairing]:
    waiting = (Status.INTENT, Status.SIGNED, Status.UNDER_WAY, Status.ACCEPTANCE, Status.ACCEPTED)
    return Pairing.objects.filter(status__in=waiting).select_related("programme", "village__successor")


def _whom_of_pairing(pairing: Pairing) -> tuple[list[User], str]:
    asks_village = pairing.status == Status.ACCEPTANCE
    is_vacant = pairing_access.village_is_vacant if asks_village else pairing_access.giver_is_vacant
    if pairing.status in (Status.INTENT, Status.ACCEPTED) or is_vacant(pairing):
        return pairing_messages.keepers(), pairing_messages.admin_page_of(pairing)
    people = officers_of(pairing.village) if asks_village else pairing_messages.givers(pairing)
    return people, pairing_messages.page_of(pairing)


def _words_of_pairing(pairing: Pairing) -> tuple[str, str]:
    names = {"giver": pairing.giver_name, "village": pairing.village_name, "status": pairing.get_status_display()}
    asks: dict[str, Any] = {
        Status.INTENT: _("Please file the signed agreement, or decline with a reason."),
        Status.SIGNED: _("Please begin with what was agreed."),
        Status.UNDER_WAY: _("The agreed time is over: please report what was achieved."),
        Status.ACCEPTANCE: _("Please accept it, or say what is still missing."),
        Status.ACCEPTED: _("Please archive it."),
    }
    title = _("Overdue: the pairing of %(giver)s with %(village)s (%(status)s)") % names
    return title, asks[Status(pairing.status)]


def _gifts() -> QuerySet[Contribution]:
    waiting = (Gift.PLEDGED, Gift.DELIVERED, Gift.PARTLY, Gift.DISPUTED)
    return Contribution.objects.filter(status__in=waiting).select_related("village__successor")


def _whom_of_gift(gift: Contribution) -> tuple[list[User], str]:
    if gift.status == Gift.DISPUTED:
        return gift_messages.keepers(), gift_messages.admin_page_of(gift)
    if gift.status == Gift.DELIVERED:
        if gift_access.village_is_vacant(gift):
            return gift_messages.keepers(), gift_messages.admin_page_of(gift)
        return officers_of(gift.village), gift_messages.page_of(gift)
    vacant = gift_access.giver_is_vacant(gift)
    return gift_messages.keepers() if vacant else gift_messages.givers(gift), gift_messages.page_of(gift)


def _words_of_gift(gift: Contribution) -> tuple[str, str]:
    names = {"gift": gift.title, "giver": gift.giver_name, "village": gift.village_name}
    if gift.status == Gift.DISPUTED:
        return _("Overdue: the dispute over %(gift)s") % names, _("Please settle it with both sides.")
    if gift.status == Gift.DELIVERED:
        title = _("Overdue: %(gift)s from %(giver)s waits for the village's word") % names
        return title, _("Please confirm what arrived, or say what is wrong.")
    title = _("Overdue: %(gift)s promised to %(village)s") % names
    return title, _("Please enter the delivery, or take the pledge back.")


chase(Chase("aid-pairing", _pairings, _whom_of_pairing, _words_of_pairing))
chase(Chase("aid-gift", _gifts, _whom_of_gift, _words_of_gift))
