"""政会银企: what an enterprise asks for, its versions, papers, consents, and what chamber and government desk said."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from chambers.bodies.models import Chamber, DatedQuerySet
from federation.accounts.models import User
from federation.audit.history import tracked, untracked
from federation.audit.masking import mask_name, mask_phone, personal_data
from federation.audit.models import append_only
from federation.cases.models import REASON_LENGTH, Case, CaseStep
from members.enterprises.choices import SizeClass
from members.enterprises.models import Enterprise, Town
from members.partners.models import PartnerOfficer, PartnerOrganisation
from services.finance.loans import BankLoan, LoanStep
from services.finance.statuses import TONES, Guarantee, Hand, Kind, Policy, Purpose, Status

__all__ = [
    "BankLoan",
    "DataConsent",
    "EndorsementCheck",
    "FinanceApplication",
    "FinancePaper",
    "FinanceStep",
    "FinanceVersion",
    "LoanStep",
    "PolicyDecision",
    "PolicyDesk",
]


@tracked()
class PolicyDesk(models.Model):
    """A department whose officers decide, between two dates, about policy support: the government desk."""

    organisation = models.ForeignKey(
        PartnerOrganisation, models.CASCADE, related_name="policy_desks", verbose_name=_("department")
    )
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("government desk")
        verbose_name_plural = _("government desks")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"],
                condition=Q(until=None),
                name="policy_desk_once_at_a_time",
                violation_error_message=_("This department is the government desk already."),
            ),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=models.F("since")), name="policy_desk_dates"),
        ]

    def __str__(self) -> str:
        return str(self.organisation)


def is_policy_desk(organisation: PartnerOrganisation) -> bool:
    return PolicyDesk.objects.on().filter(organisation=organisation).exists()


def offices_at_a_desk(user: User) -> models.QuerySet[PartnerOfficer]:
    """The user's offices today in a department that is a government desk today."""
    desks = PolicyDesk.objects.on().values("organisation")
    return PartnerOfficer.objects.on().filter(user=user, organisation__is_active=True, organisation__in=desks)


class FinanceQuerySet(models.QuerySet["FinanceApplication"]):
    def sent(self) -> "FinanceQuerySet":
        return self.exclude(submitted_at=None)

    def of(self, user: User) -> "FinanceQuerySet":
        """Of enterprises that the user acts for today, drafts included."""
        return self.filter(enterprise__in=Enterprise.objects.current().represented_by(user))

    def at_chambers_of(self, user: User) -> "FinanceQuerySet":
        return self.sent().filter(chamber__in=Chamber.objects.run_by(user))

    def endorsed(self) -> "FinanceQuerySet":
        """What has come to the government desk at least once."""
        return self.exclude(endorsed_at=None)

    def visible_to(self, user: User) -> "FinanceQuerySet":
        """Each hand sees its part: the enterprise its own, the chamber what was sent to it, the government desk what
        was endorsed, staff with the right all that was sent. A bank reads one through its own loans (`BankLoan`)."""
        if not user.is_authenticated:
            return self.none()
        if user.is_staff and user.has_perm("services.view_financeapplication"):
            # What was never sent is the enterprise's own.
            return self.exclude(version=0)
        seen = Q(enterprise__in=Enterprise.objects.current().represented_by(user))
        seen |= Q(chamber__in=Chamber.objects.run_by(user)) & ~Q(submitted_at=None)
        if offices_at_a_desk(user).exists():
            seen |= ~Q(endorsed_at=None)
        return self.filter(seen)


def mask_form(value: dict[str, Any] | None) -> str:
    """Only whom to call, masked."""
    contact = (value or {}).get("contact") or {}
    known = (mask_name(contact.get("name")), mask_phone(contact.get("phone")))
    return " · ".join(part for part in known if part)


class Stated(models.Model):
    """What is asked for; on an application as its newest version says, on a version as it was sent."""

    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.NEW)
    amount = models.DecimalField(_("amount (yuan)"), max_digits=16, decimal_places=2, null=True, blank=True)
    term_months = models.PositiveSmallIntegerField(_("term (months)"), null=True, blank=True)
    guarantee = models.CharField(_("guarantee"), max_length=10, choices=Guarantee, blank=True)
    purpose = models.CharField(_("purpose"), max_length=10, choices=Purpose, blank=True)
    purpose_note = models.CharField(_("purpose in words"), max_length=300, blank=True)

    class Meta:
        abstract = True


class AsOnTheDay(models.Model):
    """The enterprise as it stood when the application was sent."""

    enterprise_name = models.CharField(_("enterprise name on the day"), max_length=200, blank=True)
    chamber_name = models.CharField(_("chamber on the day"), max_length=120, blank=True)
    town_name = models.CharField(_("town on the day"), max_length=60, blank=True)
    size_class = models.CharField(_("size class"), max_length=8, choices=SizeClass, default=SizeClass.UNKNOWN)
    section = models.CharField(_("industry section"), max_length=1, blank=True)

    class Meta:
        abstract = True


@tracked(bulk=True)
@personal_data(contact_name=mask_name, contact_phone=mask_phone, form=mask_form)
class FinanceApplication(Case, Stated, AsOnTheDay):
    """`form` keeps what is being typed until it is sent; what was sent is a `FinanceVersion`, never changed again."""

    TONES = TONES

    enterprise = models.ForeignKey(
        Enterprise, models.PROTECT, related_name="finance_applications", verbose_name=_("enterprise")
    )
    applicant = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="finance_applications", verbose_name=_("applicant")
    )
    chamber = models.ForeignKey(
        Chamber, models.PROTECT, null=True, blank=True, related_name="finance_applications", verbose_name=_("chamber")
    )
    town = models.ForeignKey(Town, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("town"))
    contact_name = models.CharField(_("contact"), max_length=80, blank=True)
    contact_phone = models.CharField(_("telephone"), max_length=30, blank=True)
    form = models.JSONField(_("form"), default=dict, blank=True)
    step = models.CharField(_("step reached"), max_length=20, blank=True)
    version = models.PositiveSmallIntegerField(_("version"), default=0)
    status = models.CharField(_("status"), max_length=12, choices=Status, default=Status.DRAFT)
    policy = models.CharField(_("policy support"), max_length=10, choices=Policy, default=Policy.PENDING)
    created_at = models.DateTimeField(_("begun at"), db_default=Now())
    submitted_at = models.DateTimeField(_("submitted at"), null=True, blank=True)
    endorsed_at = models.DateTimeField(_("first endorsed at"), null=True, blank=True)

    objects = FinanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("finance application")
        verbose_name_plural = _("finance applications")
        permissions = [("match_financeapplication", _("Can match finance applications with banks"))]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount=None) | Q(amount__gt=0),
                name="finance_amount_positive",
                violation_error_message=_("An amount is more than nothing."),
            ),
        ]
        indexes = [
            models.Index(fields=["-status_since", "-id"], name="finance_newest"),
            models.Index(fields=["status", "-status_since", "-id"], name="finance_by_status"),
            models.Index(fields=["status", "due_at"], name="finance_due"),
            models.Index(fields=["chamber", "status", "-status_since", "-id"], name="finance_at_chamber"),
            models.Index(fields=["chamber", "-status_since", "-id"], name="finance_of_chamber"),
            models.Index(fields=["enterprise", "-status_since"], name="finance_of_enterprise"),
            models.Index(fields=["-status_since", "-id"], condition=~Q(endorsed_at=None), name="finance_at_desk"),
        ]

    def __str__(self) -> str:
        return self.enterprise_name or str(self.pk)

    def get_absolute_url(self) -> str:
        return reverse("finance:status", args=[self.pk])


@untracked("append-only: the rows are their own history")
class FinanceVersion(Stated, AsOnTheDay):
    """What was sent, as it was sent. A correction is the next one; the database refuses to change or delete any."""

    application = models.ForeignKey(
        FinanceApplication, models.PROTECT, related_name="versions", verbose_name=_("finance application")
    )
    number = models.PositiveSmallIntegerField(_("version"))
    uscc = models.CharField(_("unified social credit code"), max_length=18, blank=True)
    staff_count = models.PositiveIntegerField(_("staff"), null=True, blank=True)
    revenue = models.DecimalField(_("revenue (yuan)"), max_digits=20, decimal_places=2, null=True, blank=True)
    # Files that the version holds, by their ids, and the products it wished for: id and name as on the day.
    papers = models.JSONField(_("papers"), default=list)
    wishes = models.JSONField(_("products wished for"), default=list)
    note = models.CharField(_("what changed"), max_length=REASON_LENGTH, blank=True)
    sent_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name=_("sent by"))
    sent_at = models.DateTimeField(_("sent at"), db_default=Now())

    class Meta:
        verbose_name = _("version of a finance application")
        verbose_name_plural = _("versions of finance applications")
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["application", "number"], name="finance_version_once")]
        triggers = [append_only()]

    def __str__(self) -> str:
        return f"v{self.number}"


class PaperQuerySet(models.QuerySet["FinancePaper"]):
    def current(self) -> "PaperQuerySet":
        return self.filter(removed_at=None)


@tracked()
class FinancePaper(models.Model):
    """A paper put to an application. What a version held is kept, also when the next one leaves it out."""

    class Kind(models.TextChoices):
        STATEMENTS = "statements", _("financial statements")
        TAX = "tax", _("tax returns")
        ORDERS = "orders", _("contracts and orders")
        SECURITY = "security", _("proof of what secures the loan")
        OLD_LOAN = "old_loan", _("contract of the running loan")
        CREDIT = "credit", _("credit report")
        OTHER = "other", _("other paper")

    application = models.ForeignKey(FinanceApplication, models.CASCADE, related_name="papers")
    kind = models.CharField(_("kind of paper"), max_length=12, choices=Kind)
    file = models.ForeignKey("files.StoredFile", models.PROTECT, related_name="+", verbose_name=_("file"))
    added_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+", verbose_name=_("added by"))
    added_at = models.DateTimeField(_("added at"), db_default=Now())
    since_version = models.PositiveSmallIntegerField(_("since version"), null=True, blank=True)
    removed_at = models.DateTimeField(_("left out since"), null=True, blank=True)

    objects = PaperQuerySet.as_manager()

    class Meta:
        verbose_name = _("paper of a finance application")
        verbose_name_plural = _("papers of finance applications")
        ordering = ["kind", "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.file}"


class ConsentQuerySet(models.QuerySet["DataConsent"]):
    def standing(self) -> "ConsentQuerySet":
        return self.filter(withdrawn_at=None)


@tracked()
class DataConsent(models.Model):
    """Leave to pass the application's data to one bank: apart from everything else, by name, and withdrawable."""

    application = models.ForeignKey(FinanceApplication, models.PROTECT, related_name="consents")
    bank = models.ForeignKey(PartnerOrganisation, models.PROTECT, related_name="data_consents", verbose_name=_("bank"))
    bank_name = models.CharField(_("bank name on the day"), max_length=120)
    given_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name=_("consent given by"))
    giver_name = models.CharField(_("name on the day"), max_length=80, blank=True)
    given_at = models.DateTimeField(_("consent given at"), db_default=Now())
    text_version = models.CharField(_("version of the text"), max_length=20)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("withdrawn by")
    )

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent to pass data to a bank")
        verbose_name_plural = _("consents to pass data to banks")
        ordering = ["given_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["application", "bank"], condition=Q(withdrawn_at=None), name="finance_consent_standing_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.application} → {self.bank_name}"


@untracked("append-only: the rows are their own history")
class EndorsementCheck(models.Model):
    """One answer of the chamber's checklist about one version."""

    class Item(models.TextChoices):
        IN_BUSINESS = "in_business", _("The enterprise is in business where it says it is.")
        PURPOSE = "purpose", _("The purpose fits what the enterprise does.")
        AMOUNT = "amount", _("Amount and term fit its size.")
        WAGES = "wages", _("No unpaid wages, taxes or social insurance are known.")
        COURTS = "courts", _("It isn't listed as refusing to obey a court judgment.")
        PAPERS = "papers", _("The papers were looked at and agree with what is stated.")

    class Answer(models.TextChoices):
        YES = "yes", _("yes")
        NO = "no", _("no")
        UNKNOWN = "unknown", _("not known")

    application = models.ForeignKey(FinanceApplication, models.PROTECT, related_name="checks")
    version = models.PositiveSmallIntegerField(_("version"))
    item = models.CharField(_("item"), max_length=12, choices=Item)
    answer = models.CharField(_("result of the check"), max_length=8, choices=Answer)
    remark = models.CharField(_("remark"), max_length=300, blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name=_("checked by"))
    answered_at = models.DateTimeField(_("checked at"), db_default=Now())

    class Meta:
        verbose_name = _("answer of an endorsement")
        verbose_name_plural = _("answers of endorsements")
        ordering = ["-answered_at", "pk"]
        triggers = [append_only()]

    def __str__(self) -> str:
        return f"{self.get_item_display()} {self.get_answer_display()}"


@untracked("append-only: the rows are their own history")
class PolicyDecision(models.Model):
    """What a government desk said about one version, and why."""

    application = models.ForeignKey(FinanceApplication, models.PROTECT, related_name="decisions")
    version = models.PositiveSmallIntegerField(_("version"))
    organisation = models.ForeignKey(
        PartnerOrganisation, models.PROTECT, null=True, related_name="+", verbose_name=_("department")
    )
    organisation_name = models.CharField(_("department on the day"), max_length=120, blank=True)
    outcome = models.CharField(_("outcome"), max_length=10, choices=Policy)
    note = models.CharField(_("opinion"), max_length=REASON_LENGTH, blank=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name=_("decided by"))
    decided_at = models.DateTimeField(_("decided at"), db_default=Now())

    class Meta:
        verbose_name = _("decision about policy support")
        verbose_name_plural = _("decisions about policy support")
        ordering = ["-decided_at", "-pk"]
        triggers = [append_only()]

    def __str__(self) -> str:
        return f"{self.organisation_name} {self.get_outcome_display()}"


@tracked(bulk=True)
class FinanceStep(CaseStep):
    STATUSES: ClassVar[type[models.TextChoices]] = Status

    application = models.ForeignKey(FinanceApplication, models.CASCADE, related_name="steps")
    hand = models.CharField(_("hand"), max_length=10, choices=Hand, blank=True)
    version = models.PositiveSmallIntegerField(_("version"), default=0)

    class Meta(CaseStep.Meta):
        verbose_name = _("step of a finance application")
        verbose_name_plural = _("steps of finance applications")

    @property
    def told(self) -> str:
        before, to = self.from_status, Status(self.to_status)
        if to == Status.DRAFT:
            return gettext("taken back") if before else gettext("begun")
        if to == Status.SUBMITTED:
            if self.version > 1:
                return gettext("sent again, version %(number)s") % {"number": self.version}
            return gettext("sent")
        if to == Status.MATCHING and before == Status.ENDORSED:
            return gettext("policy support decided")
        if to == Status.ENDORSED or (to == Status.MATCHING and before in {Status.SUBMITTED, Status.REFERRED}):
            return gettext("endorsed by the chamber")
        if to == Status.WITH_BANKS and before == Status.MATCHING:
            return gettext("assigned to a bank")
        return super().told
