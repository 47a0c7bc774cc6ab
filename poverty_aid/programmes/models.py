"""Under what a gift is made: programmes and campaigns, as data; and who passes gifts on."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from federation.audit.history import tracked

# The codes of the two that the federation's reports name; others are data like any other.
FIRM_AND_VILLAGE = "qicun-jiedui"
TWO_HUNDREDS = "shuang-yi-bai"


class DatedQuerySet(models.QuerySet):
    def open(self) -> "DatedQuerySet":
        return self.filter(is_open=True)


class Undertaking(models.Model):
    """What programmes and campaigns have in common."""

    code = models.SlugField(_("address name"), unique=True, help_text=_("Latin letters; used in addresses of pages."))
    name = models.CharField(_("name"), max_length=60, unique=True)
    description = models.CharField(_("description"), max_length=300, blank=True)
    starts_on = models.DateField(_("first day"), null=True, blank=True)
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    is_open = models.BooleanField(_("open for new gifts"), default=True)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(starts_on=None) | Q(ends_on__gte=F("starts_on")),
                name="%(class)s_dates",
                violation_error_message=_("The last day lies before the first."),
            )
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class Programme(Undertaking):
    """企村结对, 双一百: what a pairing is made under. Every gift belongs to one of them or to none, never to two."""

    class Meta(Undertaking.Meta):
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")


@tracked()
class Campaign(Undertaking):
    """A call with a beginning and an end, such as help in an epidemic; independent of the programme."""

    class Meta(Undertaking.Meta):
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")


@tracked()
class Intermediary(models.Model):
    """Who passes gifts on, such as the 光彩会: never a giver, so that what passes through isn't counted twice."""

    name = models.CharField(_("name"), max_length=120, unique=True)
    uscc = models.CharField(_("unified social credit code"), max_length=18, unique=True, null=True, blank=True)
    is_active = models.BooleanField(_("active"), default=True)

    class Meta:
        verbose_name = _("intermediary")
        verbose_name_plural = _("intermediaries")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
