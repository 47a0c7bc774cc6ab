"""Words of demands that are neither a state nor a category."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Source(models.TextChoices):
    ENTERPRISE = "enterprise", _("raised by the enterprise")
    CHAMBER = "chamber", _("raised by its chamber")
    VISIT = "visit", _("raised on a visit")


class Priority(models.TextChoices):
    NORMAL = "normal", _("ordinary")
    URGENT = "urgent", _("urgent")


class Satisfaction(models.TextChoices):
    SATISFIED = "satisfied", _("satisfied")
    MOSTLY = "mostly", _("mostly satisfied")
    DISSATISFIED = "dissatisfied", _("dissatisfied")


class Ended(models.TextChoices):
    """Why an owner's turn was over."""

    CLOSED = "closed", _("closed after the call back")
    REOPENED = "reopened", _("reopened after the call back")
    TRANSFERRED = "transferred", _("transferred")
    HANDED_BACK = "handed_back", _("handed back to the federation")
    WITHDRAWN = "withdrawn", _("withdrawn by the enterprise")
    DUPLICATE = "duplicate", _("joined to another demand")


class Side(models.TextChoices):
    """On whose behalf somebody spoke in the conversation."""

    ENTERPRISE = "enterprise", _("enterprise")
    CHAMBER = "chamber", _("chamber")
    OWNER = "owner", _("in charge of it")
    STAFF = "staff", _("federation")
