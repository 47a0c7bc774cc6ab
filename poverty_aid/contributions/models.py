"""Gifts to villages. A gift is pledged, delivered in parts and confirmed by the village.

What was confirmed is entered in a ledger: one line for each confirmation and each giver, that is never changed, only
reversed by another. Every figure is a sum over these lines, so a joint gift, a correction and what passes through the
hands of an intermediary are each counted once.
"""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from chambers.bodies.models import Chamber
from federation.accounts.models import User
from federation.audit.history import tracked
from federation.cases.models import Case, CaseStep
from members.enterprises.models import Enterprise, Representative
from poverty_aid.contributions.statuses import OPEN, STANDING, TONES, Status
from poverty_aid.hands import HandedStep
from poverty_aid.pairings.models import Mode, Pairing
from poverty_aid.programmes.models import Campaign, Intermediary, Programme
from poverty_aid.villages.models import County, Village

VIEW = "poverty_aid.view_contribution"
AMOUNT = {"max_digits": 16, "decimal_places": 2}


class Kind(models.TextChoices):
    MONEY = "money", _("money")
    GOODS = "goods", _("goods")
    PURCHASE = "purchase", _("purchase of produce")
    SERVICE = "service", _("services")


IN_KIND = (Kind.GOODS, Kind.SERVICE)


class ContributionQuerySet(models.QuerySet["Contribution"]):
    def open(self) -> "ContributionQuerySet":
        return self.filter(status__in=OPEN)

    def standing(self) -> "ContributionQuerySet":
        """Neither withdrawn nor replaced by a corrected version."""
        return self.filter(status__in=STANDING)

    def given_by(self, *, enterprise: int | None = None, chamber: int | None = None) -> "ContributionQuerySet":
        shares = Share.objects.filter(contribution=OuterRef("pk"))
        if enterprise is not None:
            shares = shares.filter(enterprise=enterprise)
        if chamber is not None:
            shares = shares.filter(chamber=chamber)
        return self.filter(Exists(shares))

    def visible_to(self, user: User) -> "ContributionQuerySet":
        """Staff with the right see all; others what their enterprises and chambers give and their villages receive."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        if user.is_staff and user.has_perm(VIEW):
            return self
        acting = Representative.objects.acting().filter(user_id=user.pk)
        own = Share.objects.filter(
            Q(enterprise__in=acting.values("enterprise")) | Q(chamber__in=Chamber.objects.run_by(user)),
            contribution=OuterRef("pk"),
        )
        served = Village.objects.served_by(user)
        return self.filter(Exists(own) | Q(village__in=served) | Q(village__successor__in=served))


@tracked(bulk=True)
class Contribution(Case):
    """Amounts are yuan; what isn't money is valued, and `valuation` says how.

    A correction is a new row that names the one it corrects; the corrected one stays as it was.
    """

    TONES = TONES

    status = models.CharField(_("status"), max_length=12, choices=Status, default=Status.PLEDGED)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    mode = models.CharField(_("mode"), max_length=12, choices=Mode)
    title = models.CharField(_("what is given"), max_length=120)
    quantity = models.CharField(_("quantity"), max_length=60, blank=True)
    valuation = models.CharField(
        _("how it was valued"), max_length=200, blank=True, help_text=_("An invoice, a price list, an expert.")
    )
    pledged_amount = models.DecimalField(_("pledged (yuan)"), **AMOUNT)
    pledged_on = models.DateField(_("pledged on"))
    promised_on = models.DateField(_("promised for"), null=True, blank=True)
    pairing = models.ForeignKey(
        Pairing, models.PROTECT, null=True, blank=True, related_name="contributions", verbose_name=_("pairing")
    )
    programme = models.ForeignKey(
        Programme,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="contributions",
        verbose_name=_("programme"),
        db_index=False,
    )
    campaign = models.ForeignKey(
        Campaign, models.PROTECT, null=True, blank=True, related_name="contributions", verbose_name=_("campaign")
    )
    village = models.ForeignKey(
        Village, models.PROTECT, related_name="contributions", verbose_name=_("village"), db_index=False
    )
    county = models.ForeignKey(County, models.PROTECT, related_name="+", verbose_name=_("county"), db_index=False)
    village_name = models.CharField(_("village on the day"), max_length=60)
    village_code = models.CharField(_("village code on the day"), max_length=12)
    giver_name = models.CharField(_("giver"), max_length=200)
    intermediary = models.ForeignKey(
        Intermediary,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="contributions",
        verbose_name=_("passed on by"),
    )
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="corrected_by", verbose_name=_("corrects")
    )

    objects = ContributionQuerySet.as_manager()

    class Meta:
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")
        permissions = [("keep_contribution", _("Can settle, reverse and correct contributions"))]
        constraints = [
            models.CheckConstraint(
                condition=Q(pledged_amount__gt=0),
                name="contribution_amount",
                violation_error_message=_("The amount must be above zero."),
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=["goods", "service"]) | ~Q(valuation=""),
                name="contribution_valued",
                violation_error_message=_("Say how goods and services were valued."),
            ),
        ]
        indexes = [
            models.Index(fields=["status", "status_since", "id"], name="contribution_waiting"),
            models.Index(fields=["status", "due_at"], name="contribution_due"),
            models.Index(fields=["village", "status", "-status_since", "-id"], name="contribution_village"),
            models.Index(fields=["-status_since", "-id"], name="contribution_newest"),
            models.Index(fields=["programme", "-status_since", "-id"], name="contribution_programme"),
            models.Index(fields=["county", "-status_since", "-id"], name="contribution_county"),
            models.Index(fields=["kind", "-status_since", "-id"], name="contribution_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.title} · {self.giver_name}"

    def get_absolute_url(self) -> str:
        return reverse("poverty_aid:contribution", args=[self.pk])


@tracked(bulk=True)
class Share(models.Model):
    """One giver's part: an enterprise (perhaps through a chamber) or a chamber with its own means.

    `numerator`/`denominator` of one contribution add up to exactly one; the action that writes them sees to it.
    """

    contribution = models.ForeignKey(Contribution, models.CASCADE, related_name="shares")
    enterprise = models.ForeignKey(
        Enterprise,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="aid_shares",
        verbose_name=_("enterprise"),
        db_index=False,
    )
    chamber = models.ForeignKey(
        Chamber,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="aid_shares",
        verbose_name=_("chamber on the day"),
        db_index=False,
    )
    through = models.BooleanField(
        _("given through the chamber"), default=False, help_text=_("Its secretary speaks for the enterprise then.")
    )
    giver_name = models.CharField(_("giver on the day"), max_length=200)
    numerator = models.PositiveIntegerField(_("parts"), default=1)
    denominator = models.PositiveIntegerField(_("of"), default=1)

    class Meta:
        verbose_name = _("share of a gift")
        verbose_name_plural = _("shares of gifts")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(enterprise__isnull=False) | Q(chamber__isnull=False), name="share_has_a_giver"
            ),
            models.CheckConstraint(
                condition=Q(numerator__gt=0, denominator__gt=0, numerator__lte=F("denominator")), name="share_of_one"
            ),
        ]
        indexes = [
            models.Index(fields=["enterprise", "-contribution"], name="share_enterprise"),
            models.Index(fields=["chamber", "-contribution"], name="share_chamber"),
            # What a chamber answers for is little of what its members give.
            models.Index(
                fields=["chamber", "contribution"],
                name="share_answers",
                condition=Q(enterprise=None) | Q(through=True),
            ),
        ]

    def __str__(self) -> str:
        return self.giver_name


@tracked(bulk=True)
class Delivery(models.Model):
    """What was handed over on one day. One that was entered wrongly is replaced by another, never edited.

    With an intermediary there are two legs: into its hands, and from them to the village. Only the village's
    confirmation of the second is counted.
    """

    class Leg(models.TextChoices):
        INTERMEDIARY = "intermediary", _("to the intermediary")
        VILLAGE = "village", _("to the village")

    contribution = models.ForeignKey(Contribution, models.CASCADE, related_name="deliveries")
    leg = models.CharField(_("to whom"), max_length=12, choices=Leg, default=Leg.VILLAGE)
    amount = models.DecimalField(_("amount (yuan)"), **AMOUNT)
    delivered_on = models.DateField(_("delivered on"))
    note = models.CharField(_("note"), max_length=300, blank=True)
    receipt = models.ForeignKey(
        "files.StoredFile", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("receipt")
    )
    photo = models.ForeignKey(
        "files.StoredFile", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("photo")
    )
    replaced_by = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaces", verbose_name=_("replaced by")
    )
    voided_at = models.DateTimeField(_("void since"), null=True, blank=True)
    entered_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+", verbose_name=_("entered by"))
    entered_at = models.DateTimeField(_("entered at"), db_default=Now())

    class Meta:
        verbose_name = _("delivery of a gift")
        verbose_name_plural = _("deliveries of gifts")
        ordering = ["delivered_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gt=0),
                name="delivery_amount",
                violation_error_message=_("The amount must be above zero."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.amount} · {self.delivered_on}"


@tracked(bulk=True)
class Confirmation(models.Model):
    """The village's word that this much of a delivery arrived; or, with `reverses`, that it didn't hold after all."""

    delivery = models.ForeignKey(Delivery, models.CASCADE, related_name="confirmations")
    amount = models.DecimalField(_("amount (yuan)"), **AMOUNT)
    confirmed_on = models.DateField(_("confirmed on"))
    note = models.CharField(_("note"), max_length=300, blank=True)
    photo = models.ForeignKey(
        "files.StoredFile", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("photo")
    )
    reverses = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="reversed_by", verbose_name=_("reverses")
    )
    confirmed_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"), db_default=Now())

    class Meta:
        verbose_name = _("confirmation")
        verbose_name_plural = _("confirmations")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(reverses=None, amount__gte=0) | Q(reverses__isnull=False, amount__lte=0),
                name="confirmation_sign",
            )
        ]

    def __str__(self) -> str:
        return f"{self.amount} · {self.confirmed_on}"


class EntryQuerySet(models.QuerySet["LedgerEntry"]):
    def visible_to(self, user: User) -> "EntryQuerySet":
        """Staff with the right see all; others the lines of their enterprises, chambers and villages."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        if user.is_staff and user.has_perm(VIEW):
            return self
        acting = Representative.objects.acting().filter(user_id=user.pk)
        served = Village.objects.served_by(user)
        return self.filter(
            Q(enterprise__in=acting.values("enterprise"))
            | Q(chamber__in=Chamber.objects.run_by(user))
            | Q(village__in=served)
            | Q(village__successor__in=served)
        )


@tracked(bulk=True)
class LedgerEntry(models.Model):
    """One giver's part of one confirmation, with the scope in which it counts as of that moment.

    Lines are written once. A reversal has the opposite amount and the same day and scope, so that the year and the
    programme in which something was counted too much are those in which it is taken back.
    """

    contribution = models.ForeignKey(
        Contribution, models.PROTECT, related_name="entries", verbose_name=_("contribution")
    )
    confirmation = models.ForeignKey(Confirmation, models.PROTECT, related_name="entries")
    share = models.ForeignKey(Share, models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    mode = models.CharField(_("mode"), max_length=12, choices=Mode)
    amount = models.DecimalField(_("amount (yuan)"), **AMOUNT)
    counted_on = models.DateField(_("counted on"))
    year = models.PositiveSmallIntegerField(_("year"))
    programme = models.ForeignKey(
        Programme, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("programme"), db_index=False
    )
    campaign = models.ForeignKey(
        Campaign, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("campaign"), db_index=False
    )
    village = models.ForeignKey(
        Village, models.PROTECT, related_name="entries", verbose_name=_("village"), db_index=False
    )
    county = models.ForeignKey(County, models.PROTECT, related_name="+", verbose_name=_("county"), db_index=False)
    enterprise = models.ForeignKey(
        Enterprise,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="aid_entries",
        verbose_name=_("enterprise"),
        db_index=False,
    )
    chamber = models.ForeignKey(
        Chamber,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="aid_entries",
        verbose_name=_("chamber"),
        db_index=False,
    )
    giver_name = models.CharField(_("giver on the day"), max_length=200)
    reverses = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="reversed_by", verbose_name=_("reverses")
    )
    entered_at = models.DateTimeField(_("entered at"), db_default=Now())

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("ledger entry")
        verbose_name_plural = _("ledger entries")
        ordering = ["-counted_on", "-pk"]
        indexes = [
            models.Index(fields=["-counted_on", "-id"], name="ledger_newest"),
            models.Index(fields=["enterprise", "-counted_on", "-id"], name="ledger_enterprise"),
            models.Index(fields=["chamber", "-counted_on", "-id"], name="ledger_chamber"),
            models.Index(fields=["village", "-counted_on", "-id"], name="ledger_village"),
            models.Index(fields=["kind", "programme"], name="ledger_kind_programme"),
        ]

    def __str__(self) -> str:
        return f"{self.amount} · {self.giver_name}"


@tracked(bulk=True)
class ContributionStep(HandedStep, CaseStep):
    STATUSES = Status

    contribution = models.ForeignKey(Contribution, models.CASCADE, related_name="steps")

    class Meta(CaseStep.Meta):
        verbose_name = _("step of a contribution")
        verbose_name_plural = _("steps of contributions")
