"""Messages to people. A message is written in the transaction that causes it and leaves after commit."""

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from federation.accounts.models import User
from federation.audit.masking import mask_contact, personal_data
from federation.audit.tracking import tracked


class MessageQuerySet(models.QuerySet["Message"]):
    def visible_to(self, user: User) -> "MessageQuerySet":
        return self.filter(recipient_id=user.pk) if user.is_authenticated else self.none()

    def unread(self) -> "MessageQuerySet":
        return self.filter(read_at=None)


@tracked()
class Message(models.Model):
    """One message to one person; the unique key makes any rule speak once about one thing on one date."""

    recipient = models.ForeignKey(User, models.CASCADE, related_name="messages", verbose_name=_("recipient"))
    rule = models.CharField(_("rule"), max_length=60)
    subject_key = models.CharField(_("about"), max_length=80, help_text=_("Model label and key of what it is about."))
    on_date = models.DateField(_("date of the occasion"))
    title = models.CharField(_("title"), max_length=200)
    body = models.TextField(_("text"), blank=True)
    url = models.CharField(_("link"), max_length=300, blank=True)
    created_at = models.DateTimeField(_("written at"), db_default=Now())
    read_at = models.DateTimeField(_("read at"), null=True, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["rule", "subject_key", "on_date", "recipient"],
                name="message_once_per_rule_object_date",
                violation_error_message=_("This message has been sent already."),
            )
        ]
        indexes = [
            models.Index(fields=["recipient", "-created_at", "-id"], name="message_inbox"),
            models.Index(fields=["recipient"], condition=models.Q(read_at=None), name="message_unread"),
        ]

    def __str__(self) -> str:
        return self.title


@tracked()
class Delivery(models.Model):
    """A message's way out by mail or SMS; swept with SKIP LOCKED, so a killed worker loses nothing."""

    class Channel(models.TextChoices):
        EMAIL = "email", _("e-mail")
        SMS = "sms", _("SMS")

    class Status(models.TextChoices):
        WAITING = "waiting", _("waiting")
        SENT = "sent", _("sent")
        FAILED = "failed", _("failed")

    message = models.ForeignKey(Message, models.CASCADE, related_name="deliveries", verbose_name=_("message"))
    channel = models.CharField(_("channel"), max_length=8, choices=Channel)
    status = models.CharField(_("status"), max_length=8, choices=Status, default=Status.WAITING)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    due_at = models.DateTimeField(_("due at"), db_default=Now())
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    last_error = models.CharField(_("last error"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        constraints = [models.UniqueConstraint(fields=["message", "channel"], name="delivery_once_per_channel")]
        indexes = [models.Index(fields=["due_at"], condition=models.Q(status="waiting"), name="delivery_due")]

    def __str__(self) -> str:
        return f"{self.get_channel_display()} · {self.message}"


@personal_data(address=mask_contact)
@tracked(exclude=["url"])
class Letter(models.Model):
    """Words to an address without an account, such as an invitation; the inbox is for those who have one.

    `number` counts the sendings of one rule about one thing, so that none is doubled and each wanted one leaves.
    """

    rule = models.CharField(_("rule"), max_length=60)
    subject_key = models.CharField(_("about"), max_length=80, help_text=_("Model label and key of what it is about."))
    number = models.PositiveSmallIntegerField(_("sending"), default=1)
    channel = models.CharField(_("channel"), max_length=8, choices=Delivery.Channel)
    address = models.CharField(_("address"), max_length=254)
    title = models.CharField(_("title"), max_length=200)
    body = models.TextField(_("text"), blank=True)
    # May hold a secret that opens a door once: never copied into history.
    url = models.CharField(_("link"), max_length=300, blank=True)
    created_at = models.DateTimeField(_("written at"), db_default=Now())
    status = models.CharField(_("status"), max_length=8, choices=Delivery.Status, default=Delivery.Status.WAITING)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    due_at = models.DateTimeField(_("due at"), db_default=Now())
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    last_error = models.CharField(_("last error"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["rule", "subject_key", "number"], name="letter_once_per_sending")
        ]
        indexes = [models.Index(fields=["due_at"], condition=models.Q(status="waiting"), name="letter_due")]

    def __str__(self) -> str:
        return self.title
