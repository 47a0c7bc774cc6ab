"""Demands 诉求: what an enterprise needs, whoever deals with it, and every turn until a call back finds it content."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from chambers.bodies.models import Chamber
from federation.accounts.models import User
from federation.audit.history import tracked
from federation.audit.masking import mask_name, mask_phone, personal_data
from federation.cases.models import Case, CaseStep
from members.enterprises.models import Enterprise, Town
from members.partners.models import PartnerOrganisation
from services.demands import choices
from services.demands.querysets import DemandQuerySet, HandlingQuerySet, RemarkQuerySet
from services.demands.statuses import IN_HAND, OPEN, TONES, Status

TITLE_LENGTH = 80
TEXT_LENGTH = 3000
OPEN_VALUES = sorted(str(status) for status in OPEN)
IN_HAND_VALUES = sorted(str(status) for status in IN_HAND)


@tracked()
class DemandCategory(models.Model):
    """What demands are about; its clocks count calendar days from the assignment."""

    code = models.SlugField(_("code"), unique=True, help_text=_("Latin letters; used in addresses of pages."))
    name = models.CharField(_("name"), max_length=40, unique=True)
    hint = models.CharField(_("what belongs here"), max_length=120, blank=True)
    department = models.ForeignKey(
        PartnerOrganisation,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"kind": PartnerOrganisation.Kind.DEPARTMENT, "is_active": True},
        verbose_name=_("usual department"),
        help_text=_("Proposed when a demand of this kind is assigned."),
    )
    contact_days = models.PositiveSmallIntegerField(_("days until contact"), default=2)
    plan_days = models.PositiveSmallIntegerField(_("days until a plan"), default=7)
    close_days = models.PositiveSmallIntegerField(_("days until an answer"), default=20)
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    is_active = models.BooleanField(_("offered"), default=True)

    class Meta:
        verbose_name = _("category of demands")
        verbose_name_plural = _("categories of demands")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(contact_days__gte=1, plan_days__gte=F("contact_days"), close_days__gte=F("plan_days")),
                name="demand_category_days",
                violation_error_message=_("Contact comes first, then the plan, then the answer."),
            )
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
@personal_data(contact_name=mask_name, contact_phone=mask_phone)
class Demand(Case):
    """Names, chamber and town are those of the day on which it was raised. `due_at` is the clock that runs now.

    `department` or `owner` (one of the staff) has it in hand; both are empty until it is assigned. `turn` counts
    assignments, `round` the times it was taken up for the enterprise: a dissatisfied enterprise begins a new round.
    """

    TONES: ClassVar[dict[str, str]] = TONES
    Source = choices.Source
    Priority = choices.Priority
    Satisfaction = choices.Satisfaction

    enterprise = models.ForeignKey(
        Enterprise, models.PROTECT, related_name="demands", db_index=False, verbose_name=_("enterprise")
    )
    enterprise_name = models.CharField(_("enterprise name when it was raised"), max_length=200)
    chamber = models.ForeignKey(
        Chamber,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="demands",
        db_index=False,
        verbose_name=_("chamber"),
    )
    shown_to_chamber = models.BooleanField(_("the chamber may follow it"), default=True)
    town = models.ForeignKey(
        Town, models.PROTECT, null=True, blank=True, related_name="+", db_index=False, verbose_name=_("town")
    )
    source = models.CharField(_("source"), max_length=10, choices=choices.Source)
    raised_by = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("raised by")
    )
    raised_at = models.DateTimeField(_("raised at"), db_default=Now())
    title = models.CharField(_("in one line"), max_length=TITLE_LENGTH)
    text = models.TextField(_("what is needed"), max_length=TEXT_LENGTH)
    category = models.ForeignKey(
        DemandCategory,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="demands",
        db_index=False,
        verbose_name=_("category"),
    )
    priority = models.CharField(_("priority"), max_length=8, choices=choices.Priority, default=choices.Priority.NORMAL)
    contact_name = models.CharField(_("whom to call"), max_length=80, blank=True)
    contact_phone = models.CharField(_("telephone"), max_length=30, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.RAISED)
    department = models.ForeignKey(
        PartnerOrganisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="demands",
        db_index=False,
        verbose_name=_("department"),
    )
    owner = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, related_name="owned_demands", verbose_name=_("owner")
    )
    turn = models.PositiveSmallIntegerField(_("turn"), default=0)
    round = models.PositiveSmallIntegerField(_("round"), default=0)
    assigned_at = models.DateTimeField(_("first assigned at"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    satisfaction = models.CharField(_("satisfaction"), max_length=12, choices=choices.Satisfaction, blank=True)
    duplicate_of = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="duplicates", verbose_name=_("same as")
    )

    objects = DemandQuerySet.as_manager()

    class Meta:
        verbose_name = _("demand")
        verbose_name_plural = _("demands of enterprises")
        permissions = [
            ("assign_demand", _("Can classify and assign demands")),
            ("handle_demand", _("Can be in charge of a demand and answer it")),
            ("callback_demand", _("Can call back and close demands")),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(department=None) | Q(owner=None),
                name="demand_one_in_charge",
                violation_error_message=_("Either a department or one of the staff is in charge."),
            ),
            models.CheckConstraint(
                condition=Q(duplicate_of=None) | ~Q(duplicate_of=F("pk")),
                name="demand_not_its_own_duplicate",
                violation_error_message=_("A demand can't be the same as itself."),
            ),
            models.CheckConstraint(
                condition=Q(status="duplicate", duplicate_of__isnull=False)
                | (~Q(status="duplicate") & Q(duplicate_of=None)),
                name="demand_duplicate_of_another",
            ),
        ]
        indexes = [
            models.Index(fields=["status", "due_at", "id"], name="demand_status_due"),
            models.Index(fields=["raised_at", "id"], name="demand_raised"),
            models.Index(fields=["enterprise", "raised_at", "id"], name="demand_enterprise"),
            models.Index(fields=["chamber", "raised_at", "id"], name="demand_chamber"),
            models.Index(fields=["department", "raised_at", "id"], name="demand_department"),
            models.Index(fields=["category", "raised_at", "id"], name="demand_category"),
            models.Index(fields=["town", "raised_at", "id"], name="demand_town"),
            models.Index(
                fields=["department", "due_at", "id"],
                condition=Q(status__in=IN_HAND_VALUES),
                name="demand_in_hand",
            ),
            # What is over has no clock and stands last.
            models.Index(fields=["due_at", "id"], name="demand_due"),
            models.Index(fields=["satisfaction", "raised_at", "id"], name="demand_satisfaction"),
            models.Index(
                fields=["chamber", "status_since", "id"],
                condition=Q(status__in=OPEN_VALUES),
                name="demand_chamber_open",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"

    @property
    def reference(self) -> str:
        """What people name it by on the telephone: the year it was raised in, and its number."""
        return f"SQ{timezone.localtime(self.raised_at).year}-{self.pk:06d}"

    def get_absolute_url(self) -> str:
        return reverse("demands:demand", args=[self.pk])

    @property
    def in_charge(self) -> str:
        return str(self.department or self.owner or "")


@tracked()
class DemandStep(CaseStep):
    STATUSES = Status

    demand = models.ForeignKey(Demand, models.CASCADE, related_name="steps", db_index=False)

    class Meta(CaseStep.Meta):
        verbose_name = _("step of a demand")
        verbose_name_plural = _("steps of demands")
        indexes = [models.Index(fields=["demand", "at", "id"], name="demand_step_order")]


@tracked()
class DemandHandling(models.Model):
    """One owner's turn at a demand, from the assignment until it was closed, reopened, passed on or taken back.

    Three clocks, set when it is assigned and kept: contact, plan, and the answer with which the owner has done
    (`close_due_at`; how long the federation takes to call back isn't the owner's time).
    """

    demand = models.ForeignKey(Demand, models.CASCADE, related_name="handlings", verbose_name=_("demand"))
    turn = models.PositiveSmallIntegerField(_("turn"))
    round = models.PositiveSmallIntegerField(_("round"))
    department = models.ForeignKey(
        PartnerOrganisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="handlings",
        db_index=False,
        verbose_name=_("department"),
    )
    owner = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("owner"))
    assigned_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+", verbose_name=_("assigned by"))
    assigned_at = models.DateTimeField(_("assigned at"), db_default=Now())
    contact_due_at = models.DateTimeField(_("contact due"))
    plan_due_at = models.DateTimeField(_("plan due"))
    close_due_at = models.DateTimeField(_("answer due"))
    contacted_at = models.DateTimeField(_("contacted at"), null=True, blank=True)
    contact_note = models.TextField(_("what was said"), blank=True, max_length=TEXT_LENGTH)
    planned_at = models.DateTimeField(_("planned at"), null=True, blank=True)
    plan = models.TextField(_("plan"), blank=True, max_length=TEXT_LENGTH)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    answered_by = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("answered by")
    )
    answer = models.TextField(_("answer"), blank=True, max_length=TEXT_LENGTH)
    called_back_at = models.DateTimeField(_("called back at"), null=True, blank=True)
    called_back_by = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("called back by")
    )
    satisfaction = models.CharField(_("satisfaction"), max_length=12, choices=choices.Satisfaction, blank=True)
    callback_note = models.TextField(_("said at the call back"), blank=True, max_length=TEXT_LENGTH)
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)
    ended = models.CharField(_("ended by being"), max_length=12, choices=choices.Ended, blank=True)

    objects = HandlingQuerySet.as_manager()

    class Meta:
        verbose_name = _("turn at a demand")
        verbose_name_plural = _("turns at demands")
        ordering = ["demand", "turn"]
        constraints = [
            models.UniqueConstraint(fields=["demand", "turn"], name="handling_turn_once"),
            models.UniqueConstraint(fields=["demand"], condition=Q(ended_at=None), name="handling_one_at_a_time"),
            models.CheckConstraint(
                condition=Q(called_back_by=None) | Q(answered_by=None) | ~Q(called_back_by=F("answered_by")),
                name="handling_called_back_by_another",
                violation_error_message=_("Somebody other than who answered calls back."),
            ),
        ]
        indexes = [
            models.Index(fields=["department", "close_due_at"], name="handling_department"),
            models.Index(fields=["close_due_at", "id"], name="handling_due"),
            models.Index(fields=["called_back_at", "id"], name="handling_called_back"),
        ]

    def __str__(self) -> str:
        return f"{self.demand} · {self.department or self.owner or ''}"


@tracked()
class DemandRemark(models.Model):
    """One message of the conversation, or a note among those who deal with the demand (`internal`)."""

    demand = models.ForeignKey(Demand, models.CASCADE, related_name="remarks", db_index=False)
    side = models.CharField(_("speaks for"), max_length=10, choices=choices.Side)
    author = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+", verbose_name=_("by"))
    hat = models.CharField(_("acting as"), max_length=120, blank=True)
    text = models.TextField(_("message"), max_length=TEXT_LENGTH, blank=True)
    internal = models.BooleanField(_("internal note"), default=False)
    at = models.DateTimeField(_("at"), db_default=Now())

    objects = RemarkQuerySet.as_manager()

    class Meta:
        verbose_name = _("message about a demand")
        verbose_name_plural = _("messages about demands")
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["demand", "at", "id"], name="demand_remark_order")]

    def __str__(self) -> str:
        return self.text[:60]


@tracked()
class DemandPaper(models.Model):
    """A paper or photo that came with a message."""

    remark = models.ForeignKey(DemandRemark, models.CASCADE, related_name="papers")
    file = models.OneToOneField("files.StoredFile", models.PROTECT, related_name="+", verbose_name=_("file"))

    class Meta:
        verbose_name = _("paper of a demand")
        verbose_name_plural = _("papers of demands")

    def __str__(self) -> str:
        return str(self.file)


def mask_draft(value: object) -> str:
    form = value if isinstance(value, dict) else {}
    parts = (mask_name(form.get("contact_name")), mask_phone(form.get("contact_phone")))
    return " · ".join(part for part in parts if part)


@tracked()
@personal_data(form=mask_draft)
class DemandDraft(models.Model):
    """What somebody has begun to write for an enterprise, kept until it is sent; theirs alone."""

    user = models.ForeignKey(User, models.CASCADE, related_name="+", verbose_name=_("by"))
    enterprise = models.ForeignKey(Enterprise, models.CASCADE, related_name="+", verbose_name=_("enterprise"))
    form = models.JSONField(_("form"), default=dict, blank=True)
    updated_at = models.DateTimeField(_("updated at"), auto_now=True)

    class Meta:
        verbose_name = _("demand being written")
        verbose_name_plural = _("demands being written")
        constraints = [models.UniqueConstraint(fields=["user", "enterprise"], name="demand_draft_one_each")]

    def __str__(self) -> str:
        return str(self.enterprise)
