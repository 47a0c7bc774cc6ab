"""Of the register, a new federation lacks its towns and the enterprises."""

from django.utils.translation import gettext_lazy as _

from federation.portal.first_steps import FirstStep, add
from members.enterprises.models import Enterprise, Town

add(
    FirstStep(
        _("Enter the towns and sub-districts"),
        _("Applicants choose one, and the chamber is suggested by it."),
        "members.add_town",
        "admin:members_town_add",
        lambda: not Town.objects.exists(),
        position=20,
    ),
    FirstStep(
        _("Import the register"),
        _("From Excel or CSV. Enterprises that it knows hardly have to type anything."),
        "members.add_importbatch",
        "admin:members_importbatch_add",
        lambda: not Enterprise.objects.exists(),
        position=50,
    ),
)
