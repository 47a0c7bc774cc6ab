"""Villages that are helped, their counties, former names, and what is told of them in public."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from federation.accounts.models import User
from federation.audit.history import tracked
from members.partners.models import PartnerOfficer, PartnerOrganisation
from poverty_aid.programmes.models import Programme
from poverty_aid.villages import codes

VIEW = "poverty_aid.view_village"


@tracked()
class County(models.Model):
    """`code` has six digits; a village's code begins with its county's."""

    code = models.CharField(_("code"), max_length=6, unique=True)
    name = models.CharField(_("name"), max_length=60)
    prefecture = models.CharField(_("prefecture"), max_length=60)
    province = models.CharField(_("province"), max_length=60)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("county")
        verbose_name_plural = _("counties")
        ordering = ["position", "code"]
        constraints = [
            models.CheckConstraint(
                condition=Q(code__regex=r"^[0-9]{6}$"),
                name="county_code_form",
                violation_error_message=_("A county's code has six digits."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class VillageQuerySet(models.QuerySet["Village"]):
    def current(self) -> "VillageQuerySet":
        """Not merged into another."""
        return self.filter(successor=None)

    def served_by(self, user: User) -> "VillageQuerySet":
        """For which the user is officer today."""
        offices = PartnerOfficer.objects.on().filter(
            user_id=user.pk, organisation__is_active=True, organisation=OuterRef("partner")
        )
        return self.filter(Exists(offices))


@tracked()
class Village(models.Model):
    """A village as it is called today; pairings and gifts keep the code and name of their day.

    `partner` is the organisation under which its officers log in. A village that was merged names its successor.
    """

    code = models.CharField(_("village code"), max_length=12, unique=True)
    name = models.CharField(_("name"), max_length=60)
    county = models.ForeignKey(County, models.PROTECT, related_name="villages", verbose_name=_("county"))
    township = models.CharField(_("township"), max_length=60, blank=True)
    households = models.PositiveIntegerField(_("households"), null=True, blank=True)
    needs = models.TextField(
        _("needs"), blank=True, max_length=2000, help_text=_("What the village asks for; everyone may read it.")
    )
    partner = models.OneToOneField(
        PartnerOrganisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="village",
        limit_choices_to={"kind": PartnerOrganisation.Kind.VILLAGE},
        verbose_name=_("organisation that logs in"),
    )
    successor = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="predecessors", verbose_name=_("merged into")
    )
    merged_on = models.DateField(_("merged on"), null=True, blank=True)

    objects = VillageQuerySet.as_manager()

    class Meta:
        verbose_name = _("village")
        verbose_name_plural = _("villages")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=Q(code__regex=r"^[1-8][0-9]{11}$") & ~Q(code__endswith="000"),
                name="village_code_form",
                violation_error_message=_("A village's code has twelve digits."),
            ),
            models.CheckConstraint(
                condition=Q(successor=None) | ~Q(successor=F("pk")),
                name="village_not_its_own_successor",
                violation_error_message=_("A village can't be merged into itself."),
            ),
        ]
        indexes = [models.Index(fields=["county", "code"], name="village_county")]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        try:
            self.code = codes.check(self.code)
        except ValidationError as error:
            raise ValidationError({"code": error.messages}) from error
        if self.county_id and self.county.code != codes.county_of(self.code):
            raise ValidationError(
                {
                    "code": _("Villages of %(county)s have codes that begin with %(digits)s.")
                    % {"county": self.county, "digits": self.county.code}
                }
            )
        if self.partner_id and self.partner.kind != PartnerOrganisation.Kind.VILLAGE:
            raise ValidationError({"partner": _("Choose an organisation of the kind “village”.")})

    @property
    def stands_for(self) -> "Village":
        """The village that acts for this one today: itself, or the one that it was merged into."""
        village, seen = self, {self.pk}
        while village.successor_id and village.successor_id not in seen:
            village = village.successor
            seen.add(village.pk)
        return village

    def with_predecessors(self) -> "models.QuerySet[Village]":
        """Itself and those that were merged into it: what was given to them is now its own."""
        return Village.objects.filter(Q(pk=self.pk) | Q(successor=self))

    @property
    def place(self) -> str:
        return f"{self.county.name}{self.township}" if self.township else self.county.name

    def get_absolute_url(self) -> str:
        return reverse("poverty_aid:village", args=[self.code])


@tracked()
class VillageName(models.Model):
    """A former name or code, and the last day on which it was borne."""

    village = models.ForeignKey(Village, models.CASCADE, related_name="former_names", verbose_name=_("village"))
    name = models.CharField(_("former name"), max_length=60)
    code = models.CharField(_("former code"), max_length=12)
    until = models.DateField(_("used until"))

    class Meta:
        verbose_name = _("former village name")
        verbose_name_plural = _("former village names")
        ordering = ["-until", "-pk"]
        constraints = [models.UniqueConstraint(fields=["village", "until"], name="village_name_once_a_day")]

    def __str__(self) -> str:
        return f"{self.name} ({self.code})"


class StoryQuerySet(models.QuerySet["Story"]):
    def published(self) -> "StoryQuerySet":
        return self.filter(published_on__lte=timezone.localdate())


@tracked()
class Story(models.Model):
    """What staff tell everyone of a village: no names of people, no telephone numbers."""

    village = models.ForeignKey(Village, models.PROTECT, related_name="stories", verbose_name=_("village"))
    programme = models.ForeignKey(Programme, models.PROTECT, null=True, blank=True, verbose_name=_("programme"))
    title = models.CharField(_("title"), max_length=80)
    text = models.TextField(_("text"), max_length=3000)
    photo = models.ForeignKey(
        "files.StoredFile", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("photo")
    )
    published_on = models.DateField(_("published on"), null=True, blank=True)

    objects = StoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")
        ordering = ["-published_on", "-pk"]
        indexes = [models.Index(fields=["-published_on", "-id"], name="story_newest")]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        from poverty_aid.villages.privacy import refuse_personal_data

        for field in ("title", "text"):
            try:
                refuse_personal_data(getattr(self, field))
            except ValidationError as error:
                raise ValidationError({field: error.messages}) from error

    def clean_fields(self, exclude: Any = None) -> None:
        self.title = self.title.strip()
        super().clean_fields(exclude)
