"""One application at one bank: what the bank was asked for, what it said, and the names as on that day."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from chambers.bodies.models import Chamber
from federation.accounts.models import User
from federation.audit.history import tracked
from federation.cases.models import Case, CaseStep
from members.enterprises.choices import SizeClass
from members.enterprises.models import Enterprise, Town
from members.partners.models import PartnerOfficer, PartnerOrganisation
from services.finance.statuses import LOAN_TONES, Hand, Kind, LoanStatus, RejectReason


class LoanQuerySet(models.QuerySet["BankLoan"]):
    def of_banks_of(self, user: User) -> "LoanQuerySet":
        """At banks that the user is an officer of today. What the enterprise took back is nothing to the bank now."""
        offices = PartnerOfficer.objects.on().filter(user=user, organisation__is_active=True)
        return self.filter(bank__in=offices.values("organisation")).exclude(status=LoanStatus.WITHDRAWN)

    def visible_to(self, user: User) -> "LoanQuerySet":
        """Its own bank, the enterprise, staff with the right; no other bank, no chamber, no department."""
        if not user.is_authenticated:
            return self.none()
        if user.is_staff and user.has_perm("services.view_bankloan"):
            return self
        offices = PartnerOfficer.objects.on().filter(user=user, organisation__is_active=True)
        at_bank = Q(bank__in=offices.values("organisation")) & ~Q(status=LoanStatus.WITHDRAWN)
        return self.filter(at_bank | Q(enterprise__in=Enterprise.objects.current().represented_by(user)))


@tracked(bulk=True)
class BankLoan(Case):
    """`version` is the version of the application that was passed on. Enterprise, chamber, town, size and kind are
    copied from it, so that figures over millions of rows need no join and stay as on the day."""

    TONES = LOAN_TONES

    application = models.ForeignKey(
        "services.FinanceApplication", models.PROTECT, related_name="loans", verbose_name=_("finance application")
    )
    bank = models.ForeignKey(PartnerOrganisation, models.PROTECT, related_name="loans", verbose_name=_("bank"))
    bank_name = models.CharField(_("bank name on the day"), max_length=120)
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    enterprise = models.ForeignKey(Enterprise, models.PROTECT, related_name="bank_loans", verbose_name=_("enterprise"))
    enterprise_name = models.CharField(_("enterprise name on the day"), max_length=200)
    chamber = models.ForeignKey(
        Chamber, models.PROTECT, null=True, blank=True, related_name="bank_loans", verbose_name=_("chamber")
    )
    town = models.ForeignKey(Town, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("town"))
    size_class = models.CharField(_("size class"), max_length=8, choices=SizeClass, default=SizeClass.UNKNOWN)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.NEW)
    status = models.CharField(_("status"), max_length=12, choices=LoanStatus, default=LoanStatus.ASSIGNED)
    assigned_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name=_("assigned by"))
    assigned_at = models.DateTimeField(_("assigned at"), db_default=Now())
    # What the bank says.
    question = models.CharField(_("what the bank asks for"), max_length=500, blank=True)
    approved_amount = models.DecimalField(
        _("approved amount (yuan)"), max_digits=16, decimal_places=2, null=True, blank=True
    )
    rate = models.DecimalField(_("yearly rate (%)"), max_digits=6, decimal_places=3, null=True, blank=True)
    approved_months = models.PositiveSmallIntegerField(_("approved term (months)"), null=True, blank=True)
    contract_number = models.CharField(_("contract number"), max_length=60, blank=True)
    approved_on = models.DateField(_("approved on"), null=True, blank=True)
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    reject_code = models.CharField(_("reason code"), max_length=12, choices=RejectReason, blank=True)

    objects = LoanQuerySet.as_manager()

    class Meta:
        verbose_name = _("bank loan")
        verbose_name_plural = _("bank loans")
        constraints = [
            models.UniqueConstraint(
                fields=["application", "bank"],
                condition=~Q(status__in=["rejected", "referred", "withdrawn", "closed"]),
                name="bank_loan_one_open_each",
                violation_error_message=_("The application is at this bank already."),
            ),
            models.CheckConstraint(
                condition=Q(approved_amount=None) | Q(approved_amount__gt=0), name="bank_loan_amount_positive"
            ),
            models.CheckConstraint(
                condition=~Q(status="rejected") | ~Q(reject_code=""),
                name="bank_loan_rejected_with_code",
                violation_error_message=_("A rejection has a reason code."),
            ),
        ]
        indexes = [
            models.Index(fields=["bank", "status", "-status_since", "-id"], name="bank_loan_at_bank"),
            models.Index(fields=["bank", "-status_since", "-id"], name="bank_loan_of_bank"),
            models.Index(fields=["-status_since", "-id"], name="bank_loan_newest"),
            models.Index(fields=["status", "due_at"], name="bank_loan_due"),
            models.Index(fields=["enterprise", "-status_since"], name="bank_loan_of_enterprise"),
        ]

    def __str__(self) -> str:
        return f"{self.enterprise_name} · {self.bank_name}"

    def get_absolute_url(self) -> str:
        return reverse("finance:status", args=[self.application_id])


@tracked(bulk=True)
class LoanStep(CaseStep):
    STATUSES: ClassVar[type[models.TextChoices]] = LoanStatus

    loan = models.ForeignKey(BankLoan, models.CASCADE, related_name="steps")
    hand = models.CharField(_("hand"), max_length=10, choices=Hand, default=Hand.BANK)

    class Meta(CaseStep.Meta):
        verbose_name = _("step of a bank loan")
        verbose_name_plural = _("steps of bank loans")
