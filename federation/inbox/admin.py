"""Whether messages left. What they say is between the portal and their readers; only the auditor may look."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import ChoicesDropdownFilter
from unfold.decorators import display

from federation.audit.masking import mask_contact
from federation.inbox.models import Delivery, Letter, Message
from federation.portal.admin_base import PortalModelAdmin, Unchangeable

STATUS_COLOURS = {Delivery.Status.WAITING: "info", Delivery.Status.SENT: "success", Delivery.Status.FAILED: "danger"}


@admin.register(Delivery)
class DeliveryAdmin(Unchangeable, PortalModelAdmin):
    list_display = ["recipient", "channel", "state", "attempts", "due_at", "sent_at", "last_error"]
    list_filter = [("status", ChoicesDropdownFilter), ("channel", ChoicesDropdownFilter)]
    search_fields = ["message__recipient__name"]
    sortable_by = ["due_at"]
    ordering = ["-pk"]
    fields = ["recipient", "rule", "channel", "status", "attempts", "due_at", "sent_at", "last_error"]
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[Delivery]:
        return super().get_queryset(request).select_related("message__recipient")

    @display(description=_("recipient"))
    def recipient(self, delivery: Delivery) -> str:
        return str(delivery.message.recipient)

    @display(description=_("rule"))
    def rule(self, delivery: Delivery) -> str:
        return delivery.message.rule

    @display(description=_("status"), label=STATUS_COLOURS)
    def state(self, delivery: Delivery) -> tuple[str, str]:
        return delivery.status, delivery.get_status_display()


@admin.register(Message)
class MessageAdmin(Unchangeable, PortalModelAdmin):
    list_display = ["title", "recipient", "rule", "on_date", "created_at", "read_at"]
    list_select_related = ["recipient"]
    search_fields = ["recipient__name", "title"]
    sortable_by = ["created_at"]
    ordering = ["-pk"]
    fields = ["title", "recipient", "rule", "subject_key", "on_date", "created_at", "read_at", "body"]
    readonly_fields = fields


@admin.register(Letter)
class LetterAdmin(Unchangeable, PortalModelAdmin):
    """Words to people without an account, such as invitations."""

    list_display = ["title", "masked_address", "rule", "state", "attempts", "due_at", "sent_at", "last_error"]
    list_filter = [("status", ChoicesDropdownFilter)]
    sortable_by = ["due_at"]
    ordering = ["-pk"]
    fields = ["title", "masked_address", "rule", "subject_key", "number", "status", "attempts", "sent_at", "last_error"]
    readonly_fields = fields

    @display(description=_("address"))
    def masked_address(self, letter: Letter) -> str:
        return mask_contact(letter.address)

    @display(description=_("status"), label=STATUS_COLOURS)
    def state(self, letter: Letter) -> tuple[str, str]:
        return letter.status, letter.get_status_display()
