"""Enterprises and what is known of them."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now, Upper
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from federation.accounts.models import User
from federation.audit.masking import mask_email, mask_phone, personal_data
from federation.audit.tracking import tracked, untracked
from members.enterprises.choices import Control, Currency, RegistrationType, SizeClass, State
from members.enterprises.querysets import EnterpriseQuerySet, RepresentativeQuerySet
from members.enterprises.uscc import validate_uscc


@tracked()
class Town(models.Model):
    """A street or town of the district; another district sets its own."""

    class Kind(models.TextChoices):
        STREET = "street", _("sub-district")
        TOWN = "town", _("town")
        OTHER = "other", _("outside the district")

    code = models.SlugField(_("code"), unique=True, help_text=_("Latin letters; used in addresses of pages."))
    name = models.CharField(_("name"), max_length=40, unique=True)
    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.TOWN)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("town")
        verbose_name_plural = _("towns")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name


@tracked()
class Park(models.Model):
    name = models.CharField(_("name"), max_length=80, unique=True)
    town = models.ForeignKey(Town, models.SET_NULL, null=True, blank=True, verbose_name=_("town"))

    class Meta:
        verbose_name = _("park")
        verbose_name_plural = _("parks")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


@untracked("a national standard: changed only by migrations, which are their own history")
class IndustryClass(models.Model):
    """GB/T 4754-2017 with its 2019 amendment: sections, divisions, groups and classes in one table."""

    class Level(models.IntegerChoices):
        SECTION = 1, _("section")
        DIVISION = 2, _("division")
        GROUP = 3, _("group")
        CLASS = 4, _("class")

    code = models.CharField(_("code"), max_length=4, primary_key=True)
    name = models.CharField(_("name"), max_length=100)
    level = models.PositiveSmallIntegerField(_("level"), choices=Level)
    section = models.CharField(_("section"), max_length=1, db_index=True)

    class Meta:
        verbose_name = _("industry")
        verbose_name_plural = _("industries")
        ordering = ["section", "code"]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


@tracked(exclude=["search_tokens", "sort_key", "pinyin", "initials", "haystack"], bulk=True)
class Enterprise(models.Model):
    """One market entity. The credit code is its key; a company keeps it when renamed.

    Columns under "derived" are filled by `members.enterprises.derive.derive()`, never by hand.
    """

    uscc = models.CharField(
        _("unified social credit code"),
        max_length=18,
        unique=True,
        null=True,
        blank=True,
        validators=[validate_uscc],
        error_messages={"unique": _("An enterprise with this credit code is already in the register.")},
    )
    registration_number = models.CharField(
        _("old registration number"), max_length=15, null=True, blank=True, unique=True
    )
    name = models.CharField(_("name"), max_length=200)
    short_name = models.CharField(_("short name"), max_length=60, blank=True)
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.ACTIVE)
    registration_type = models.CharField(_("registration type"), max_length=3, choices=RegistrationType, blank=True)
    registration_type_text = models.CharField(_("registration type as stated"), max_length=100, blank=True)
    control = models.CharField(_("control"), max_length=1, choices=Control, blank=True)
    industry = models.ForeignKey(
        IndustryClass, models.PROTECT, null=True, blank=True, verbose_name=_("industry class"), db_index=False
    )
    legal_representative = models.CharField(_("legal representative"), max_length=120, blank=True)
    registered_on = models.DateField(_("registered on"), null=True, blank=True)
    capital = models.DecimalField(
        _("registered capital"),
        max_digits=20,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("In units of the currency: yuan, not 万元."),
    )
    capital_currency = models.CharField(_("currency"), max_length=3, choices=Currency, default=Currency.CNY)
    scope = models.TextField(_("business scope"), blank=True)
    town = models.ForeignKey(Town, models.PROTECT, null=True, blank=True, verbose_name=_("town"), db_index=False)
    park = models.ForeignKey(Park, models.SET_NULL, null=True, blank=True, verbose_name=_("park"))
    district = models.CharField(_("district as registered"), max_length=60, blank=True)
    address = models.CharField(_("registered address"), max_length=300, blank=True)
    parent = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="branches", verbose_name=_("parent company")
    )
    staff_count = models.PositiveIntegerField(_("staff"), null=True, blank=True)
    revenue = models.DecimalField(_("yearly revenue (yuan)"), max_digits=20, decimal_places=2, null=True, blank=True)
    assets = models.DecimalField(_("total assets (yuan)"), max_digits=20, decimal_places=2, null=True, blank=True)

    introduction = models.TextField(_("introduction"), blank=True, max_length=3000)
    website = models.URLField(_("website"), blank=True)
    public_phone = models.CharField(_("public telephone"), max_length=30, blank=True)
    logo = models.ForeignKey(
        "files.StoredFile", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("logo")
    )
    listed = models.BooleanField(
        _("in the public directory"),
        default=False,
        help_text=_("The enterprise agreed to be shown to the public."),
    )
    listed_at = models.DateTimeField(_("agreed at"), null=True, blank=True)

    hand_edited = ArrayField(
        models.CharField(max_length=40),
        default=list,
        blank=True,
        verbose_name=_("fields edited by hand"),
        help_text=_("An import shows a conflict on these instead of overwriting them."),
    )
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged_from", verbose_name=_("merged into")
    )
    created_at = models.DateTimeField(_("created at"), db_default=Now())
    updated_at = models.DateTimeField(_("updated at"), db_default=Now())

    # Derived.
    section = models.CharField(_("industry section"), max_length=1, blank=True, editable=False)
    size_class = models.CharField(
        _("size class"), max_length=8, choices=SizeClass, default=SizeClass.UNKNOWN, editable=False
    )
    # Syllables apart by spaces, which sort before letters only when bytes are compared.
    sort_key = models.CharField(max_length=120, editable=False, blank=True, db_collation="C")
    pinyin = models.CharField(max_length=400, editable=False, blank=True)
    initials = models.CharField(max_length=100, editable=False, blank=True)
    search_tokens = ArrayField(models.CharField(max_length=40), default=list, editable=False)
    haystack = models.TextField(editable=False, blank=True, default="")

    objects = EnterpriseQuerySet.as_manager()

    class Meta:
        verbose_name = _("enterprise")
        verbose_name_plural = _("enterprises")
        constraints = [
            models.CheckConstraint(
                condition=Q(uscc=None) | Q(uscc__regex=r"^[0-9A-HJ-NPQRTUWXY]{18}$"),
                name="enterprise_uscc_form",
                violation_error_message=_("A credit code has 18 digits and capital letters, without I, O, S, V and Z."),
            ),
            models.CheckConstraint(
                condition=~Q(uscc=None) | ~Q(registration_number=None),
                name="enterprise_has_a_code",
                violation_error_message=_("Give the credit code or the old registration number."),
            ),
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(parent=F("pk")),
                name="enterprise_not_its_own_parent",
                violation_error_message=_("An enterprise can't be its own parent."),
            ),
        ]
        indexes = [
            GinIndex(fields=["search_tokens"], name="enterprise_search", fastupdate=False),
            models.Index(OpClass(F("pinyin"), name="varchar_pattern_ops"), name="enterprise_pinyin"),
            models.Index(OpClass(F("initials"), name="varchar_pattern_ops"), name="enterprise_initials"),
            # Of a word's rows the directory would read and throw away all that aren't in it.
            GinIndex(
                fields=["search_tokens"], condition=Q(listed=True), name="enterprise_listed_search", fastupdate=False
            ),
            models.Index(
                OpClass(F("pinyin"), name="varchar_pattern_ops"),
                condition=Q(listed=True),
                name="enterprise_listed_pinyin",
            ),
            models.Index(
                OpClass(F("initials"), name="varchar_pattern_ops"),
                condition=Q(listed=True),
                name="enterprise_listed_initials",
            ),
            models.Index(OpClass(Upper("uscc"), name="text_pattern_ops"), name="enterprise_uscc_prefix"),
            models.Index(fields=["sort_key", "id"], name="enterprise_sort"),
            models.Index(fields=["sort_key", "id"], condition=Q(listed=True), name="enterprise_listed"),
            models.Index(fields=["town", "sort_key", "id"], condition=Q(listed=True), name="enterprise_listed_town"),
            models.Index(
                fields=["section", "sort_key", "id"], condition=Q(listed=True), name="enterprise_listed_section"
            ),
            models.Index(
                fields=["size_class", "sort_key", "id"], condition=Q(listed=True), name="enterprise_listed_size"
            ),
            models.Index(
                fields=["town", "section", "sort_key", "id"],
                condition=Q(listed=True),
                name="enterprise_listed_town_section",
            ),
            models.Index(
                fields=["size_class", "town", "sort_key", "id"],
                condition=Q(listed=True),
                name="enterprise_listed_size_town",
            ),
            models.Index(
                fields=["size_class", "section", "sort_key", "id"],
                condition=Q(listed=True),
                name="enterprise_listed_size_section",
            ),
            models.Index(
                fields=["size_class", "section", "town", "sort_key", "id"],
                condition=Q(listed=True),
                name="enterprise_listed_all",
            ),
            models.Index(fields=["town", "id"], name="enterprise_town"),
            models.Index(fields=["section", "id"], name="enterprise_section"),
            models.Index(fields=["industry", "id"], name="enterprise_industry"),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        from members.enterprises.derive import DERIVED_FIELDS, derive

        derive(self)
        if self.pk:
            self.updated_at = timezone.now()
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], *DERIVED_FIELDS, "updated_at"}
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("directory:profile", args=[self.uscc or self.registration_number])


@tracked()
class NameRecord(models.Model):
    """A former name and the days it was borne; the current name is on the enterprise."""

    enterprise = models.ForeignKey(Enterprise, models.CASCADE, related_name="former_names")
    name = models.CharField(_("former name"), max_length=200)
    until = models.DateField(_("used until"))
    source = models.CharField(_("source"), max_length=60, blank=True)

    class Meta:
        verbose_name = _("former name")
        verbose_name_plural = _("former names")
        ordering = ["-until", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["enterprise", "name", "until"],
                name="name_record_once",
                violation_error_message=_("This former name is already recorded."),
            )
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class SizeSnapshot(models.Model):
    """Size class of one year with the figures it was computed from (amounts in yuan)."""

    enterprise = models.ForeignKey(Enterprise, models.CASCADE, related_name="size_snapshots")
    year = models.PositiveSmallIntegerField(_("year"))
    industry_code = models.CharField(_("industry class"), max_length=4, blank=True)
    staff_count = models.PositiveIntegerField(_("staff"), null=True, blank=True)
    revenue = models.DecimalField(_("revenue (yuan)"), max_digits=20, decimal_places=2, null=True, blank=True)
    assets = models.DecimalField(_("assets (yuan)"), max_digits=20, decimal_places=2, null=True, blank=True)
    size_class = models.CharField(_("size class"), max_length=8, choices=SizeClass)
    computed_at = models.DateTimeField(_("computed at"), auto_now=True)

    class Meta:
        verbose_name = _("size of a year")
        verbose_name_plural = _("sizes by year")
        ordering = ["-year"]
        constraints = [models.UniqueConstraint(fields=["enterprise", "year"], name="size_snapshot_once_a_year")]

    def __str__(self) -> str:
        return f"{self.year} {self.get_size_class_display()}"


@personal_data(phone=mask_phone, email=mask_email)
@tracked()
class Contact(models.Model):
    """A person to call at an enterprise; personal data, masked unless asked for."""

    enterprise = models.ForeignKey(Enterprise, models.CASCADE, related_name="contacts")
    name = models.CharField(_("name"), max_length=80)
    position = models.CharField(_("position"), max_length=80, blank=True)
    phone = models.CharField(_("telephone"), max_length=30, blank=True, db_index=True)
    email = models.EmailField(_("e-mail"), blank=True)
    is_primary = models.BooleanField(_("first contact"), default=False)

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        ordering = ["-is_primary", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["enterprise"],
                condition=Q(is_primary=True),
                name="contact_one_primary",
                violation_error_message=_("Only one contact can be the first."),
            )
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class Representative(models.Model):
    """A user who acts for an enterprise between two dates."""

    class Role(models.TextChoices):
        MANAGER = "manager", _("manages the profile and colleagues")
        COLLEAGUE = "colleague", _("colleague")

    enterprise = models.ForeignKey(Enterprise, models.CASCADE, related_name="representatives")
    user = models.ForeignKey(User, models.CASCADE, related_name="representations", verbose_name=_("user"))
    role = models.CharField(_("role"), max_length=10, choices=Role, default=Role.COLLEAGUE)
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)

    objects = RepresentativeQuerySet.as_manager()

    class Meta:
        verbose_name = _("representative")
        verbose_name_plural = _("representatives")
        constraints = [
            models.UniqueConstraint(
                fields=["enterprise", "user"],
                condition=Q(until=None),
                name="representative_once_at_a_time",
                violation_error_message=_("This person already acts for the enterprise."),
            ),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="representative_dates"),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.enterprise}"


@tracked()
class Product(models.Model):
    """What the enterprise shows of its work on its public profile."""

    enterprise = models.ForeignKey(Enterprise, models.CASCADE, related_name="products")
    name = models.CharField(_("name"), max_length=80)
    description = models.CharField(_("description"), max_length=300, blank=True)
    picture = models.ForeignKey(
        "files.StoredFile", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("picture")
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("product")
        verbose_name_plural = _("products")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name


@tracked()
class Honour(models.Model):
    enterprise = models.ForeignKey(Enterprise, models.CASCADE, related_name="honours")
    title = models.CharField(_("honour"), max_length=120)
    awarded_by = models.CharField(_("awarded by"), max_length=120, blank=True)
    year = models.PositiveSmallIntegerField(_("year"))
    confirmed = models.BooleanField(_("confirmed by staff"), default=False)

    class Meta:
        verbose_name = _("honour")
        verbose_name_plural = _("honours")
        ordering = ["-year", "pk"]

    def __str__(self) -> str:
        return f"{self.year} {self.title}"
