"""What the report of 2022 says of visits to government departments: ten sittings within three years."""

from django.utils.translation import gettext_lazy as _

from events.events.models import Kind
from federation.indicators.editions import Stated, state

DEPARTMENTS = {"kind": Kind.DEPARTMENT.value}

state(
    "2022",
    Stated("10场", "events-held", DEPARTMENTS, title=_("Visits to government departments")),
    Stated("近300余位", "event-attendances", DEPARTMENTS, title=_("Participants of visits to departments")),
)
