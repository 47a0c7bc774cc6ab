"""Who is told what when an application moves. One message for each step, in the reader's language."""

from collections.abc import Callable, Iterable

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from chambers.applications.access import DECIDE, secretaries_who_may
from chambers.applications.models import ApplicationStep, MembershipApplication
from chambers.applications.statuses import Status
from federation.accounts.models import User
from federation.accounts.rights import staff_with
from federation.inbox.languages import tell
from federation.portal.formats import cn_date
from members.enterprises.models import Representative


def applicants(application: MembershipApplication) -> list[User]:
    """Who asked, and who acts for the enterprise today."""
    acting = Representative.objects.acting().filter(enterprise=application.enterprise_id)
    return list(User.objects.filter(Q(pk=application.applicant_id) | Q(pk__in=acting.values("user")), is_active=True))


def deciders() -> list[User]:
    return staff_with(DECIDE)


def tell_step(application: MembershipApplication, step: ApplicationStep) -> None:
    """Tell everyone whom the step concerns; who made it isn't told of it."""
    page = reverse("apply:status", args=[application.pk])
    desk = reverse("chamber_desk:application", args=[application.pk])
    admin = reverse("admin:chambers_membershipapplication_change", args=[application.pk])
    ours, theirs, staff = applicants(application), secretaries_who_may(application), deciders()
    say = _Teller(application, step)
    to = Status(step.to_status)
    if to == Status.SUBMITTED:
        say(ours, page, _receipt, include_actor=True)
        if theirs:
            say(theirs, desk, _asks_chamber)
        else:
            say(staff, admin, _asks_vacant_chamber)
    elif to == Status.RECOMMENDED:
        say(staff, admin, _asks_federation)
        say(ours, page, _recommended)
    elif to == Status.RETURNED:
        say(ours, page, _returned)
        say(theirs, desk, _returned_elsewhere)
    elif to == Status.APPROVED:
        say(ours, page, _approved)
        say(theirs, desk, _approved)
    elif to == Status.REJECTED:
        say(ours, page, _rejected)
        say(theirs, desk, _rejected)
    elif to == Status.WITHDRAWN and step.from_status != Status.DRAFT:
        say(theirs, desk, _withdrawn)
        if step.from_status == Status.RECOMMENDED:
            say(staff, admin, _withdrawn)


class _Teller:
    """Tells groups of people about one step; the ledger keeps who is in two groups from being told twice."""

    def __init__(self, application: MembershipApplication, step: ApplicationStep) -> None:
        self.application, self.step = application, step

    def __call__(
        self,
        recipients: Iterable[User],
        url: str,
        words: Callable[[MembershipApplication, ApplicationStep], tuple[str, str]],
        include_actor: bool = False,
    ) -> None:
        people = [person for person in recipients if include_actor or person.pk != self.step.actor_id]
        tell(
            rule=f"application-{self.step.to_status}",
            about=self.step,
            recipients=people,
            words=lambda: words(self.application, self.step),
            url=url,
        )


def _names(application: MembershipApplication) -> dict[str, str]:
    return {
        "enterprise": application.enterprise_name,
        "chamber": str(application.chamber) if application.chamber else "",
        "kind": application.get_kind_display(),
    }


def _reason(step: ApplicationStep) -> str:
    return _("Reason: %(reason)s") % {"reason": step.reason}


def _receipt(application: MembershipApplication, step: ApplicationStep) -> tuple[str, str]:
    title = _("Your application for %(enterprise)s has reached %(chamber)s") % _names(application)
    return title, _("The chamber looks at it first, then the federation. You will be told of every step.")


def _asks_chamber(application: MembershipApplication, step: ApplicationStep) -> tuple[str, str]:
    title = _("%(enterprise)s applies for membership through %(chamber)s") % _names(application)
    return title, _("Please recommend it to the federation, or return it with a reason.")


def _asks_vacant_chamber(application: MembershipApplication, step: ApplicationStep) -> tuple[str, str]:
    title = _("%(enterprise)s applies for membership through %(chamber)s") % _names(application)
    return title, _("Nobody in the chamber can look at it at present: please recommend or return it in its place.")


def _asks_federation(application: MembershipApplication, step: ApplicationStep) -> tuple[str, str]:
    title = _("%(chamber)s recommends %(enterprise)s") % _names(application)
    return title, _("Please approve, return or reject the application.")


def _recommended(application: MembershipApplication, step: ApplicationStep) -> tuple[str, str]:
    title = _("%(chamber)s recommends %(enterprise)s") % _names(application)
    return title, _("The federation decides next.")


def _returned(application: MembershipApplication, step: ApplicationStep) -> tuple[str, str]:
    title = _("Please mend your application for %(enterprise)s") % _names(application)
    return title, f"{_reason(step)}\n{_('What you entered is kept. Mend it and submit again.')}"


def _returned_elsewhere(application: MembershipApplication, step: ApplicationStep) -> tuple[str, str]:
    return _("The application of %(enterprise)s was returned to it") % _names(application), _reason(step)


def _approved(application: MembershipApplication, step: ApplicationStep) -> tuple[str, str]:
    period = application.period
    title = _("%(enterprise)s is a member of the federation") % _names(application)
    if period is None:
        return title, ""
    return title, _("Member number %(number)s, from %(first)s to %(last)s.") % {
        "number": period.membership.number,
        "first": cn_date(period.starts_on),
        "last": cn_date(period.ends_on),
    }


def _rejected(application: MembershipApplication, step: ApplicationStep) -> tuple[str, str]:
    return _("The application of %(enterprise)s was rejected") % _names(application), _reason(step)


def _withdrawn(application: MembershipApplication, step: ApplicationStep) -> tuple[str, str]:
    return _("%(enterprise)s withdrew its application") % _names(application), _reason(step) if step.reason else ""
