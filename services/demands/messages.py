"""Who is told what when a demand moves or somebody writes. One message for each step, in the reader's language."""

from collections.abc import Callable, Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from chambers.bodies.models import Officer
from federation.accounts.models import User
from federation.accounts.rights import staff_with
from federation.inbox.languages import tell
from federation.portal.formats import cn_date
from members.enterprises.models import Representative
from services.demands.access import ASSIGN, CALL_BACK, in_charge, is_own, officers_who_may
from services.demands.choices import Side, Source
from services.demands.models import Demand, DemandRemark, DemandStep
from services.demands.statuses import Status

Words = Callable[[], tuple[str, str]]
EXCERPT = 120


def askers(demand: Demand) -> list[User]:
    """Who acts for the enterprise today."""
    acting = Representative.objects.acting().filter(enterprise=demand.enterprise_id)
    return list(User.objects.filter(pk__in=acting.values("user"), is_active=True))


def secretaries(demand: Demand) -> list[User]:
    if not demand.chamber_id or not demand.shown_to_chamber:
        return []
    offices = Officer.objects.on().filter(chamber=demand.chamber_id, office=Officer.Office.SECRETARY)
    return list(User.objects.filter(pk__in=offices.values("user"), is_active=True))


def assigners(demand: Demand) -> list[User]:
    return [person for person in staff_with(ASSIGN) if not is_own(person, demand)]


def callers(demand: Demand) -> list[User]:
    return [person for person in staff_with(CALL_BACK) if not is_own(person, demand) and not in_charge(person, demand)]


def own_page(demand: Demand) -> str:
    return reverse("demands:demand", args=[demand.pk])


def chamber_page(demand: Demand) -> str:
    return reverse("chamber_demands:demand", args=[demand.pk])


def staff_page(demand: Demand) -> str:
    return reverse("admin:services_demand_change", args=[demand.pk])


def owner_page(demand: Demand) -> str:
    """Where whoever is in charge acts: a department's officers at their desk, staff in the admin."""
    if demand.department_id:
        return reverse("department_demands:demand", args=[demand.pk])
    return staff_page(demand)


class _Teller:
    """Tells groups of people about one step; the ledger keeps who is in two groups from being told twice."""

    def __init__(self, demand: Demand, step: DemandStep) -> None:
        self.demand, self.step = demand, step

    def __call__(self, people: Iterable[User], url: str, words: Words, include_actor: bool = False) -> None:
        tell(
            rule=f"demand-{self.step.to_status}",
            about=self.step,
            recipients=[person for person in people if include_actor or person.pk != self.step.actor_id],
            words=words,
            url=url,
        )

    def askers(self, words: Words, include_actor: bool = False) -> None:
        """The enterprise, and the secretary who raised it in its place."""
        self(askers(self.demand), own_page(self.demand), words, include_actor)
        if self.demand.source == Source.CHAMBER:
            self(secretaries(self.demand), chamber_page(self.demand), words, include_actor)


def tell_step(demand: Demand, step: DemandStep) -> None:
    """Tell everyone whom the step concerns; who made it isn't told of it, but for the receipt."""
    say = _Teller(demand, step)
    names = {
        "title": demand.title,
        "enterprise": demand.enterprise_name,
        "reference": demand.reference,
        "owner": demand.in_charge,
    }
    _TOLD[Status(step.to_status)](say, names, step)


def _raised(say: _Teller, names: dict[str, str], step: DemandStep) -> None:
    demand = say.demand
    if step.from_status:
        say(assigners(demand), staff_page(demand), lambda: (_("Please assign anew: %(title)s") % names, step.reason))
        if step.from_status == Status.DUPLICATE:
            say.askers(lambda: (_("Your demand is dealt with on its own again: %(title)s") % names, step.reason))
        return
    say.askers(
        lambda: (
            _("Your demand has arrived: %(title)s") % names,
            _("Its number is %(reference)s. You will be told who deals with it.") % names,
        ),
        include_actor=True,
    )
    say(
        assigners(demand),
        staff_page(demand),
        lambda: (_("%(enterprise)s raised a demand: %(title)s") % names, _("Please classify and assign it.")),
    )
    if demand.source != Source.CHAMBER:
        say(
            secretaries(demand),
            chamber_page(demand),
            lambda: (_("%(enterprise)s raised a demand: %(title)s") % names, _("You can follow it at your desk.")),
        )


def _assigned(say: _Teller, names: dict[str, str], step: DemandStep) -> None:
    demand = say.demand

    def asks() -> tuple[str, str]:
        due = _("Please call the enterprise by %(day)s.") % {"day": cn_date(demand.due_at)} if demand.due_at else ""
        return _("A demand of %(enterprise)s for you: %(title)s") % names, "\n".join(filter(None, [step.reason, due]))

    say(officers_who_may(demand), owner_page(demand), asks)
    say.askers(
        lambda: (
            _("%(owner)s deals with your demand: %(title)s") % names,
            _("They will call you, plan what to do, and answer."),
        )
    )


def _planned(say: _Teller, names: dict[str, str], step: DemandStep) -> None:
    say.askers(lambda: (_("There is a plan for your demand: %(title)s") % names, step.reason))


def _answered(say: _Teller, names: dict[str, str], step: DemandStep) -> None:
    demand = say.demand
    say.askers(
        lambda: (
            _("%(owner)s answered your demand: %(title)s") % names,
            f"{step.reason}\n{_('The federation will call you and ask whether you are satisfied.')}",
        )
    )
    say(
        callers(demand),
        staff_page(demand),
        lambda: (_("Please call back %(enterprise)s: %(title)s") % names, step.reason),
    )


def _reopened(say: _Teller, names: dict[str, str], step: DemandStep) -> None:
    demand = say.demand
    say(
        officers_who_may(demand),
        owner_page(demand),
        lambda: (
            _("%(enterprise)s is dissatisfied; please take it up again: %(title)s") % names,
            step.reason,
        ),
    )
    say.askers(lambda: (_("Your demand is taken up again: %(title)s") % names, step.reason))


def _closed(say: _Teller, names: dict[str, str], step: DemandStep) -> None:
    demand = say.demand
    say.askers(lambda: (_("Your demand is closed: %(title)s") % names, _("Thank you for telling us how it went.")))
    say(
        officers_who_may(demand),
        owner_page(demand),
        lambda: (
            _("Closed after the call back: %(title)s") % names,
            _("The enterprise is %(satisfaction)s.") % {"satisfaction": demand.get_satisfaction_display()},
        ),
    )


def _withdrawn(say: _Teller, names: dict[str, str], step: DemandStep) -> None:
    demand = say.demand

    def words() -> tuple[str, str]:
        return _("%(enterprise)s withdrew its demand: %(title)s") % names, step.reason

    if demand.in_charge:
        say(officers_who_may(demand), owner_page(demand), words)
    else:
        say(assigners(demand), staff_page(demand), words)
    say.askers(words)


def _joined(say: _Teller, names: dict[str, str], step: DemandStep) -> None:
    other = say.demand.duplicate_of
    known = {**names, "other": other.reference if other else ""}
    say.askers(
        lambda: (
            _("Your demand is dealt with together with %(other)s: %(title)s") % known,
            step.reason,
        )
    )


def _nobody(say: _Teller, names: dict[str, str], step: DemandStep) -> None:
    """Who called knows, and whom they called."""


_TOLD: dict[Status, Callable[[_Teller, dict[str, str], DemandStep], None]] = {
    Status.RAISED: _raised,
    Status.ASSIGNED: _assigned,
    Status.CONTACTED: _nobody,
    Status.PLANNED: _planned,
    Status.ANSWERED: _answered,
    Status.REOPENED: _reopened,
    Status.CLOSED: _closed,
    Status.WITHDRAWN: _withdrawn,
    Status.DUPLICATE: _joined,
}


# --- The conversation -----------------------------------------------------------------------------


def tell_remark(demand: Demand, remark: DemandRemark) -> None:
    """The other side, and of a note the other of those who deal with it."""
    title = {"reference": demand.reference, "title": demand.title}
    owners = officers_who_may(demand) if demand.in_charge else []
    groups: list[tuple[list[User], str]] = []
    if remark.side in {Side.ENTERPRISE, Side.CHAMBER}:
        groups.append((owners, owner_page(demand)) if owners else (assigners(demand), staff_page(demand)))
    elif remark.internal:
        other = (assigners(demand), staff_page(demand)) if remark.side == Side.OWNER else (owners, owner_page(demand))
        groups.append(other)
    else:
        groups.append((askers(demand), own_page(demand)))
        if demand.source == Source.CHAMBER:
            groups.append((secretaries(demand), chamber_page(demand)))
        if remark.side == Side.STAFF:
            groups.append((owners, owner_page(demand)))

    def words() -> tuple[str, str]:
        written = (
            _("A note on %(reference)s: %(title)s") if remark.internal else _("A message on %(reference)s: %(title)s")
        )
        return written % title, remark.text[:EXCERPT] or _("Papers were added.")

    for people, url in groups:
        tell(
            rule="demand-note" if remark.internal else "demand-message",
            about=remark,
            recipients=[person for person in people if person.pk != remark.author_id],
            words=words,
            url=url,
        )
