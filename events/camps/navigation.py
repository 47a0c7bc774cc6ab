"""Training camps on a secretary's desk. The public finds them from the events."""

from django.utils.translation import gettext_lazy as _

from chambers.desk.places import Place, add_chamber_places

add_chamber_places(
    Place(_("Places at camps"), "camps_chamber:cohorts", _("Whom of your members to recommend, and how many."))
)
