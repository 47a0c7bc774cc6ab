"""The steps of the form, in order, and what each must have before the whole can be sent."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chambers.applications.errors import Incomplete
from chambers.applications.models import MembershipApplication
from chambers.bodies.models import Chamber

ENTERPRISE, BUSINESS, CONTACT, CHAMBER, LICENCE, REVIEW = (
    "enterprise",
    "business",
    "contact",
    "chamber",
    "licence",
    "review",
)
TITLES: dict[str, Promise] = {
    ENTERPRISE: gettext_lazy("Enterprise"),
    BUSINESS: gettext_lazy("Business"),
    CONTACT: gettext_lazy("Contact"),
    CHAMBER: gettext_lazy("Chamber"),
    LICENCE: gettext_lazy("Licence"),
    REVIEW: gettext_lazy("Check and send"),
}
ORDER = tuple(TITLES)
FIRST = ORDER[0]
# What the register doesn't know must be stated; a recognised enterprise states only what has changed.
REQUIRED_FACTS = {
    ENTERPRISE: ("name", "legal_representative", "town", "address"),
    BUSINESS: ("industry",),
}
REQUIRED_CONTACT = ("name", "phone")


def after(step: str) -> str:
    return ORDER[min(ORDER.index(step) + 1, len(ORDER) - 1)]


def further(one: str, other: str) -> str:
    """The later of two steps; an unknown one counts as the first."""
    return max(one, other, key=lambda step: ORDER.index(step) if step in ORDER else 0)


def is_complete(application: MembershipApplication, step: str) -> bool:
    if step in REQUIRED_FACTS:
        facts = application.form.get("facts") or {}
        return application.enterprise is not None or all(facts.get(name) for name in REQUIRED_FACTS[step])
    if step == CONTACT:
        contact = application.form.get("contact") or {}
        return all(contact.get(name) for name in REQUIRED_CONTACT)
    if step == CHAMBER:
        return application.chamber is not None and application.chamber.state == Chamber.State.ACTIVE
    if step == LICENCE:
        return application.licence_id is not None
    return bool((application.form.get("consent") or {}).get("truth"))


def first_incomplete(application: MembershipApplication) -> str:
    """Where to go on: the first step that lacks something, else the last."""
    return next((step for step in ORDER if not is_complete(application, step)), REVIEW)


def require_all(application: MembershipApplication) -> None:
    """Raises Incomplete, naming the step to go back to."""
    step = first_incomplete(application)
    if step == REVIEW and is_complete(application, REVIEW):
        return
    raise Incomplete(_("The step “%(step)s” still lacks something.") % {"step": TITLES[step]}, step)
