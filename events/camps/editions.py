"""What the report of 2022 says of training camps: five cohorts at Jinggangshan, more than 250 people trained."""

from django.utils.translation import gettext_lazy as _

from federation.indicators.editions import Stated, state

JINGGANGSHAN = {"camp": "jinggangshan"}

state(
    "2022",
    Stated("5期", "camp-cohorts", JINGGANGSHAN, title=_("Cohorts at Jinggangshan")),
    Stated("250余名", "camp-people", JINGGANGSHAN, title=_("People trained at Jinggangshan")),
)
