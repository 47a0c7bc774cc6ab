"""What the report of 2022 states of this floor. 双一百's villages and funds lie inside the figures above them: they are
stated beside each other and never added up (see scopes.py)."""

from django.utils.translation import gettext_lazy as _

from federation.indicators.editions import Stated, state
from poverty_aid.programmes.models import TWO_HUNDREDS

state(
    "2022",
    Stated("200多家", "aid-enterprises"),
    Stated("119个贫困村", "aid-villages"),
    Stated("约2000万元", "aid-funds"),
    Stated("近4000万元", "aid-purchases"),
    Stated(
        "10个村",
        "aid-villages",
        filters={"programme": TWO_HUNDREDS},
        title=_("Villages paired under 双一百"),
    ),
    Stated(
        "345万元",
        "aid-funds",
        filters={"programme": TWO_HUNDREDS},
        title=_("Funds given under 双一百"),
    ),
)
