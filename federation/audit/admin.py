"""For the auditor: who came in how, and who looked at whose personal data. Nothing here can be changed, by anyone."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import ChoicesDropdownFilter, RangeDateTimeFilter
from unfold.decorators import display

from federation.audit.models import PersonalDataAccess, SecurityEvent
from federation.portal.admin_base import PortalModelAdmin, Unchangeable

# The theme shows a value without a colour by its code, so each has one.
COLOURS = dict.fromkeys(SecurityEvent.Kind, "info") | {
    SecurityEvent.Kind.SIGN_IN_FAILED: "warning",
    SecurityEvent.Kind.LOCKED_OUT: "danger",
    SecurityEvent.Kind.FACTOR_REMOVED: "warning",
    SecurityEvent.Kind.PASSWORD_RESET: "warning",
}

MEANS = {
    "password": _("password"),
    "code": _("one-time code"),
    "mfa": _("second factor"),
    "totp": _("authenticator app"),
    "webauthn": _("passkey"),
    "recovery_codes": _("recovery codes"),
    "socialaccount": _("WeChat"),
    "password_reset": _("new password"),
}


@admin.register(SecurityEvent)
class SecurityEventAdmin(Unchangeable, PortalModelAdmin):
    list_display = ["at", "what", "who", "address", "how"]
    list_filter = [("kind", ChoicesDropdownFilter), ("at", RangeDateTimeFilter)]
    search_fields = ["who", "request_id"]
    sortable_by: list[str] = []
    ordering = ["-at", "-pk"]
    fields = ["at", "kind", "who", "address", "request_id", "how"]
    readonly_fields = fields

    @display(description=SecurityEvent._meta.get_field("kind").verbose_name, label=COLOURS)
    def what(self, event: SecurityEvent) -> tuple[str, str]:
        return event.kind, event.get_kind_display()

    @display(description=SecurityEvent._meta.get_field("detail").verbose_name)
    def how(self, event: SecurityEvent) -> str:
        return " + ".join(str(MEANS.get(part, part)) for part in event.detail.split(" + "))


@admin.register(PersonalDataAccess)
class PersonalDataAccessAdmin(Unchangeable, PortalModelAdmin):
    list_display = ["at", "actor", "subject_name", "field", "reason", "address"]
    list_select_related = ["actor"]
    list_filter = [("at", RangeDateTimeFilter)]
    search_fields = ["subject_name", "reason", "actor__name"]
    sortable_by: list[str] = []
    ordering = ["-at", "-pk"]
    fields = ["at", "actor", "hat", "subject_name", "subject_key", "field", "reason", "address", "request_id"]
    readonly_fields = fields
