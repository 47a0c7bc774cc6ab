"""What approval writes: the register's entry, whom to call, who acts, the period, the chamber."""

from typing import Any

from django.utils import timezone

from chambers.applications import facts
from chambers.applications.models import MembershipApplication
from chambers.bodies.models import Affiliation
from federation.accounts.models import User
from members.enterprises.actions import create_enterprise, edit_enterprise
from members.enterprises.models import Contact, Enterprise, Representative
from members.membership.actions import grant_period
from members.membership.models import MembershipPeriod


def admit(application: MembershipApplication, by: User) -> tuple[Enterprise, MembershipPeriod]:
    """Call it in the transaction that approves. Raises ValidationError in words."""
    enterprise = _register(application)
    _contact(application, enterprise)
    _representative(application, enterprise)
    period = grant_period(enterprise, by=by)
    _affiliation(application, enterprise)
    return enterprise, period


def _register(application: MembershipApplication) -> Enterprise:
    consents = application.form.get("consent") or {}
    listing: dict[str, Any] = {}
    known = Enterprise.objects.filter(uscc=application.uscc).select_related("merged_into").first()
    enterprise = (known.merged_into or known) if known else None
    if consents.get("listed") and not (enterprise and enterprise.listed):
        listing = {"listed": True, "listed_at": timezone.now()}
    if enterprise is None:
        return create_enterprise({"uscc": application.uscc, **facts.stated(application), **listing})
    added = {**facts.news(application, enterprise), **listing}
    if added:
        edit_enterprise(enterprise, added)
    return enterprise


def _contact(application: MembershipApplication, enterprise: Enterprise) -> None:
    said = application.form.get("contact") or {}
    if not said.get("name"):
        return
    if enterprise.contacts.filter(name=said["name"], phone=said.get("phone", "")).exists():
        return
    Contact.objects.create(
        enterprise=enterprise,
        name=said["name"],
        position=said.get("position", ""),
        phone=said.get("phone", ""),
        email=said.get("email", ""),
        is_primary=not enterprise.contacts.filter(is_primary=True).exists(),
    )


def _representative(application: MembershipApplication, enterprise: Enterprise) -> None:
    """The applicant acts for the enterprise; whoever is the first to do so manages it."""
    acting = Representative.objects.acting().filter(enterprise=enterprise)
    if acting.filter(user=application.applicant).exists():
        return
    managed = acting.filter(role=Representative.Role.MANAGER).exists()
    Representative.objects.create(
        enterprise=enterprise,
        user=application.applicant,
        role=Representative.Role.COLLEAGUE if managed else Representative.Role.MANAGER,
        since=timezone.localdate(),
    )


def _affiliation(application: MembershipApplication, enterprise: Enterprise) -> None:
    standing = Affiliation.objects.filter(enterprise=enterprise, until=None)
    if application.chamber is None or standing.filter(chamber=application.chamber).exists():
        return
    Affiliation.objects.create(
        chamber=application.chamber,
        enterprise=enterprise,
        since=timezone.localdate(),
        is_primary=not standing.filter(is_primary=True).exists(),
    )
