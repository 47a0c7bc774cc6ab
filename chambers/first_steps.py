"""Of chambers, a new federation lacks the first of them, and somebody who runs it."""

from django.utils.translation import gettext_lazy as _

from chambers.bodies.models import Chamber, Officer
from federation.portal.first_steps import FirstStep, add


def no_chamber_has_a_secretary() -> bool:
    offices = Officer.objects.on().filter(office=Officer.Office.SECRETARY, user__is_active=True)
    return Chamber.objects.published().exists() and not offices.exists()


add(
    FirstStep(
        _("Enter the chambers"),
        _("Every application goes to a chamber first: until there is one, none can be sent."),
        "chambers.add_chamber",
        "admin:chambers_chamber_add",
        lambda: not Chamber.objects.published().exists(),
        position=30,
    ),
    FirstStep(
        _("Name the chambers' secretaries"),
        _("With an account each. Where a chamber has none, two of the federation's staff act for it."),
        "chambers.add_officer",
        "admin:chambers_officer_add",
        no_chamber_has_a_secretary,
        position=40,
    ),
)
