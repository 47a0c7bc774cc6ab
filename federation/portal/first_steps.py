"""What a new federation lacks before its people can work, on the staff's start page until it is there.

Each app declares its own in a module `first_steps.py`:

    add(FirstStep(_("Enter the towns"), _("Applicants choose one."), "members.add_town", "admin:members_town_add", f))
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.cache import cache

from federation.accounts.models import User
from federation.portal.contributions import Text

# Once nothing is missing, that is asked again after so many seconds only.
DONE_KEPT = 24 * 3600
DONE = "admin:first-steps-done"


@dataclass(frozen=True)
class FirstStep:
    """Shown to who holds `permission`, that of the page `url_name`, while `is_missing` says so."""

    title: Text
    why: Text
    permission: str
    url_name: str
    is_missing: Callable[[], bool]
    position: int = 50


_steps: list[FirstStep] = []


def add(*steps: FirstStep) -> None:
    _steps.extend(steps)


def first_steps_for(user: User) -> list[FirstStep]:
    if cache.get(DONE):
        return []
    missing = [step for step in sorted(_steps, key=lambda step: step.position) if step.is_missing()]
    if not missing:
        cache.set(DONE, True, DONE_KEPT)
    return [step for step in missing if user.has_perm(step.permission)]
