"""Who is told what when a gift moves. One message for each step, in the reader's language."""

from collections.abc import Callable

from django.urls import reverse
from django.utils.translation import gettext as _

from federation.accounts.models import User
from federation.accounts.rights import staff_with
from federation.inbox.languages import tell
from federation.portal.formats import money
from poverty_aid.contributions.access import KEEP, parties_of, village_is_vacant
from poverty_aid.contributions.models import Contribution, ContributionStep
from poverty_aid.contributions.statuses import Status
from poverty_aid.hands import Hand, officers_of
from poverty_aid.pairings.messages import people_of

Words = Callable[[Contribution, ContributionStep], tuple[str, str]]


def givers(contribution: Contribution) -> list[User]:
    """Who acts for those that have a share, or through whom one is given."""
    return people_of(*parties_of(contribution))


def keepers() -> list[User]:
    return staff_with(KEEP)


def page_of(contribution: Contribution) -> str:
    return reverse("poverty_aid:contribution", args=[contribution.pk])


def admin_page_of(contribution: Contribution) -> str:
    return reverse("admin:poverty_aid_contribution_change", args=[contribution.pk])


def tell_step(contribution: Contribution, step: ContributionStep, *, replaced: bool = False) -> None:
    """Tell everyone whom the step concerns; who made it isn't told of it. `replaced`: one delivery took another's
    place."""
    page, admin = page_of(contribution), admin_page_of(contribution)
    giving, village = ("giver", page), ("village", page)
    staff = ("staff", admin)
    to, hand = step.to_status, step.hand
    told: list[tuple[tuple[str, str], Words]] = []
    if hand == Hand.STAFF:
        # Settled, reversed or corrected: both sides read why.
        told = [(giving, _by_staff), (village, _asked_again if to == Status.DELIVERED else _by_staff)]
    elif to == Status.PLEDGED and not step.from_status:
        told = [(giving, _pledged), (village, _pledged)]
    elif to == Status.DELIVERED and hand == Hand.GIVER:
        told = [(village, _replaced if replaced else _asks_village)]
    elif hand == Hand.VILLAGE and to != Status.DISPUTED:
        told = [(giving, _confirmed)]
    elif to == Status.DISPUTED:
        told = [(staff, _asks_staff), (giving, _disputed)]
    elif to == Status.CONFIRMED:
        told = [(village, _closed), (giving, _closed)]
    elif to == Status.WITHDRAWN:
        told = [(village, _withdrawn), (giving, _withdrawn)]
    if to == Status.DELIVERED and hand != Hand.VILLAGE and village_is_vacant(contribution):
        told.append((staff, _asks_in_place))
    people = {"giver": givers, "village": lambda one: officers_of(one.village), "staff": lambda one: keepers()}
    for (who, url), words in told:
        tell(
            rule=f"gift-{to}",
            about=step,
            recipients=[person for person in people[who](contribution) if person.pk != step.actor_id],
            words=lambda words=words: words(contribution, step),
            url=url,
        )


def _names(contribution: Contribution) -> dict[str, str]:
    return {
        "giver": contribution.giver_name,
        "village": contribution.village_name,
        "gift": contribution.title,
        "amount": str(money(contribution.pledged_amount)),
    }


def _reason(step: ContributionStep) -> str:
    return _("Reason: %(reason)s") % {"reason": step.reason} if step.reason else ""


def _pledged(contribution: Contribution, step: ContributionStep) -> tuple[str, str]:
    title = _("%(giver)s pledges %(gift)s (%(amount)s) to %(village)s") % _names(contribution)
    return title, f"{_('The village confirms it when it has arrived.')}\n{step.reason}".strip()


def _asks_village(contribution: Contribution, step: ContributionStep) -> tuple[str, str]:
    title = _("%(giver)s has delivered %(gift)s to %(village)s") % _names(contribution)
    return title, _("Please confirm what arrived, or say what is wrong.")


def _asks_in_place(contribution: Contribution, step: ContributionStep) -> tuple[str, str]:
    title = _("%(giver)s has delivered %(gift)s to %(village)s") % _names(contribution)
    return title, _(
        "Nobody of the village can confirm it here: please ask there, and confirm in its place on its receipt."
    )


def _replaced(contribution: Contribution, step: ContributionStep) -> tuple[str, str]:
    title = _("%(giver)s has corrected a delivery of %(gift)s to %(village)s") % _names(contribution)
    return title, f"{_reason(step)}\n{_('Please confirm what arrived, or say what is wrong.')}"


def _asked_again(contribution: Contribution, step: ContributionStep) -> tuple[str, str]:
    title = _("Please look at %(gift)s from %(giver)s once more") % _names(contribution)
    return title, _reason(step)


def _confirmed(contribution: Contribution, step: ContributionStep) -> tuple[str, str]:
    title = _("%(village)s confirms %(gift)s") % _names(contribution)
    return title, f"{contribution.get_status_display()}\n{step.reason}".strip()


def _asks_staff(contribution: Contribution, step: ContributionStep) -> tuple[str, str]:
    return _("%(village)s disputes %(gift)s from %(giver)s") % _names(contribution), _reason(step)


def _disputed(contribution: Contribution, step: ContributionStep) -> tuple[str, str]:
    title = _("%(village)s disputes %(gift)s") % _names(contribution)
    return title, f"{_reason(step)}\n{_('The federation settles it with both of you.')}"


def _by_staff(contribution: Contribution, step: ContributionStep) -> tuple[str, str]:
    title = _("The federation has looked into %(gift)s from %(giver)s to %(village)s") % _names(contribution)
    return title, f"{contribution.get_status_display()}\n{_reason(step)}".strip()


def _closed(contribution: Contribution, step: ContributionStep) -> tuple[str, str]:
    return _("No more is coming of %(gift)s from %(giver)s") % _names(contribution), _reason(step)


def _withdrawn(contribution: Contribution, step: ContributionStep) -> tuple[str, str]:
    return _("%(giver)s takes back the pledge of %(gift)s to %(village)s") % _names(contribution), _reason(step)
