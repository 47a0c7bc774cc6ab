"""Lists of who signed up and who came, for the staff: shown, never edited here."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import AutocompleteSelectFilter, ChoicesDropdownFilter, RangeDateTimeFilter
from unfold.decorators import display

from events.participants.models import Participant
from events.signups.models import EventAttendance, SignUp
from federation.audit.masking import shown
from federation.portal.admin_base import PortalModelAdmin, RecordAdmin, ShownInline, Unchangeable
from federation.portal.admin_export import ListExported


@admin.register(SignUp)
class SignUpAdmin(ListExported, Unchangeable, PortalModelAdmin):
    list_display = ["name", "enterprise_name", "event", "status", "queued_at"]
    export_columns = ("name", "enterprise_name", "event__title", "event__starts_at", "status", "queued_at")
    list_select_related = ["event"]
    list_filter = [
        ("event", AutocompleteSelectFilter),
        ("status", ChoicesDropdownFilter),
        ("queued_at", RangeDateTimeFilter),
    ]
    search_fields = ["participant__name__exact", "participant__phone__exact"]
    search_help_text = _("A whole name, or a mobile number with its country code")
    ordering = ["-pk"]
    fields = ["event", "name", "enterprise", "enterprise_name", "status", "status_since", "queued_at", "reason"]


@admin.register(EventAttendance)
class EventAttendanceAdmin(Unchangeable, PortalModelAdmin):
    list_display = ["name", "enterprise_name", "event", "how", "at"]
    list_select_related = ["event"]
    list_filter = [("event", AutocompleteSelectFilter), ("how", ChoicesDropdownFilter), ("at", RangeDateTimeFilter)]
    search_fields = ["participant__name__exact", "participant__phone__exact"]
    search_help_text = _("A whole name, or a mobile number with its country code")
    ordering = ["-pk"]
    fields = ["event", "name", "enterprise", "enterprise_name", "how", "at", "recorded_by"]


class AttendanceInline(ShownInline):
    model = EventAttendance
    fields = ["event", "enterprise_name", "how", "at"]
    verbose_name_plural = _("attendances at events")
    ordering = ["-at"]


@admin.register(Participant)
class ParticipantAdmin(Unchangeable, RecordAdmin):
    """Each person once; where they have been."""

    list_display = ["name", "phone_shown", "enterprise"]
    list_select_related = ["enterprise"]
    list_filter = [("enterprise", AutocompleteSelectFilter)]
    search_fields = ["name__exact", "phone__exact"]
    search_help_text = _("A whole name, or a mobile number with its country code")
    ordering = ["-pk"]
    fields = ["name", "phone_shown", "user", "enterprise"]
    readonly_fields = ["phone_shown"]
    inlines = [AttendanceInline]

    @display(description=_("mobile phone"))
    def phone_shown(self, participant: Participant) -> str:
        return shown(participant, "phone")
