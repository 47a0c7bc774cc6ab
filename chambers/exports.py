"""What this floor holds about an enterprise or a person, for them to take along."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from chambers.applications.models import ApplicationStep, MembershipApplication
from chambers.bodies.models import Affiliation, Officer
from federation.accounts.models import User
from members.desk.exports import Sheet, enterprise_export, person_export, sheet_of
from members.enterprises.models import Enterprise

APPLICATION = (
    "uscc",
    "enterprise_name",
    "kind",
    "chamber",
    "licence",
    "form",
    "status",
    "status_since",
    "submitted_at",
)


@enterprise_export
def its_chambers_and_applications(enterprise: Enterprise) -> Iterable[Sheet]:
    yield sheet_of(
        "chambers",
        _("chambers"),
        Affiliation.objects.filter(enterprise=enterprise),
        ("chamber", "since", "until", "is_primary"),
    )
    yield sheet_of(
        "chamber_offices",
        _("offices in chambers"),
        Officer.objects.filter(enterprise=enterprise),
        ("chamber", "office", "name", "since", "until"),
    )
    # A draft is its writer's own until it is sent.
    sent = MembershipApplication.objects.filter(enterprise=enterprise).exclude(submitted_at=None)
    yield sheet_of("applications", _("Applications for membership"), sent, APPLICATION)
    yield sheet_of(
        "application_steps",
        _("steps of applications"),
        ApplicationStep.objects.filter(application__in=sent),
        ("application", "from_status", "to_status", "at", "reason"),
    )


@person_export
def own_applications_and_offices(user: User) -> Iterable[Sheet]:
    yield sheet_of("own_applications", _("own applications"), user.membership_applications.all(), APPLICATION)
    yield sheet_of(
        "own_chamber_offices",
        _("own offices in chambers"),
        user.chamber_offices.all(),
        ("chamber", "office", "name", "since", "until"),
    )
