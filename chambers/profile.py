"""The chambers on an enterprise's public profile."""

from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject
from django.utils.translation import gettext_lazy as _

from chambers.bodies.models import Affiliation, Chamber
from members.directory.registry import ProfilePanel, add_panel

MOST_CHAMBERS = 20


def _chambers() -> QuerySet:
    today = Affiliation.objects.on().filter(enterprise=OuterRef("pk"), chamber__in=Chamber.objects.published())
    return today.order_by("-is_primary", "chamber__position", "chamber").values(
        row=JSONObject(name="chamber__name", slug="chamber__slug", primary="is_primary", year="since__year")
    )[:MOST_CHAMBERS]


add_panel(ProfilePanel("chambers", _("Chambers"), _chambers, "chambers/_profile_panel.html", position=20))
