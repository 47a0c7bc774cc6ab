"""What banks offer: amount, term, rate, whom they lend to and against what."""

import datetime
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from federation.accounts.models import User
from federation.audit.history import tracked
from members.enterprises.choices import SizeClass
from members.partners.models import PartnerOrganisation
from services.finance.statuses import Guarantee, Kind


class ProductQuerySet(models.QuerySet["LoanProduct"]):
    def open_on(self, day: datetime.date | None = None) -> "ProductQuerySet":
        """What an enterprise may ask for on the day (today)."""
        day = day or timezone.localdate()
        return self.filter(Q(closes_on=None) | Q(closes_on__gte=day), opens_on__lte=day, bank__is_active=True)

    def of_bank(self, bank: PartnerOrganisation | int) -> "ProductQuerySet":
        return self.filter(bank=bank)


@tracked()
class LoanProduct(models.Model):
    """A list that is empty limits nothing: no sections named means all of them. Amounts in yuan, terms in months,
    rates in per cent a year."""

    LISTS: ClassVar[tuple[str, ...]] = ("kinds", "guarantees", "sections", "sizes")

    bank = models.ForeignKey(
        PartnerOrganisation,
        models.PROTECT,
        related_name="loan_products",
        limit_choices_to={"kind": PartnerOrganisation.Kind.BANK},
        verbose_name=_("bank"),
    )
    name = models.CharField(_("product"), max_length=60)
    summary = models.CharField(_("in one line"), max_length=120, help_text=_("What it is for, as you would say it."))
    conditions = models.TextField(_("conditions and papers"), max_length=2000, blank=True)
    amount_min = models.DecimalField(_("least amount (yuan)"), max_digits=16, decimal_places=2, default=0)
    amount_max = models.DecimalField(_("highest amount (yuan)"), max_digits=16, decimal_places=2)
    term_min = models.PositiveSmallIntegerField(_("shortest term (months)"), default=1)
    term_max = models.PositiveSmallIntegerField(_("longest term (months)"))
    rate_from = models.DecimalField(_("lowest yearly rate (%)"), max_digits=6, decimal_places=3)
    rate_to = models.DecimalField(_("highest yearly rate (%)"), max_digits=6, decimal_places=3, null=True, blank=True)
    kinds = ArrayField(models.CharField(max_length=10, choices=Kind), verbose_name=_("kinds of loan"), default=list)
    guarantees = ArrayField(
        models.CharField(max_length=10, choices=Guarantee), verbose_name=_("what it may be secured by"), default=list
    )
    sections = ArrayField(models.CharField(max_length=1), verbose_name=_("industry sections"), default=list, blank=True)
    sizes = ArrayField(
        models.CharField(max_length=8, choices=SizeClass),
        verbose_name=_("size classes"),
        default=list,
        blank=True,
    )
    opens_on = models.DateField(_("open from"))
    closes_on = models.DateField(_("open until"), null=True, blank=True)
    kept_by = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, editable=False, related_name="+", verbose_name=_("kept by")
    )

    objects = ProductQuerySet.as_manager()

    class Meta:
        verbose_name = _("loan product")
        verbose_name_plural = _("loan products")
        ordering = ["bank", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["bank", "name"],
                name="loan_product_name_once",
                violation_error_message=_("The bank has a product of this name already."),
            ),
            models.CheckConstraint(
                condition=Q(amount_min__gte=0, amount_max__gt=0, amount_max__gte=F("amount_min")),
                name="loan_product_amounts",
                violation_error_message=_("The highest amount is below the least."),
            ),
            models.CheckConstraint(
                condition=Q(term_min__gte=1, term_max__gte=F("term_min")),
                name="loan_product_terms",
                violation_error_message=_("The longest term is below the shortest."),
            ),
            models.CheckConstraint(
                condition=Q(rate_to=None) | Q(rate_to__gte=F("rate_from")),
                name="loan_product_rates",
                violation_error_message=_("The highest rate is below the lowest."),
            ),
            models.CheckConstraint(
                condition=Q(closes_on=None) | Q(closes_on__gte=F("opens_on")),
                name="loan_product_dates",
                violation_error_message=_("It closes before it opens."),
            ),
        ]
        indexes = [models.Index(fields=["opens_on", "closes_on"], name="loan_product_open")]

    def __str__(self) -> str:
        return f"{self.name} · {self.bank}"

    def is_open(self, day: datetime.date | None = None) -> bool:
        day = day or timezone.localdate()
        return self.opens_on <= day and (self.closes_on is None or self.closes_on >= day)
