"""People who log in. One person has one account, whatever hats they wear."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.db.models.functions import Upper
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from federation.accounts.phones import validate_e164, validate_no_address
from federation.audit.masking import mask_email, mask_phone, personal_data
from federation.audit.tracking import tracked, tracked_link

LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]


class UserManager(BaseUserManager["User"]):
    use_in_migrations = True

    def create_user(self, username: str, password: str | None = None, **fields: Any) -> "User":
        if not username:
            raise ValueError("a user needs a user name")
        user = self.model(username=username, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, username: str, password: str | None = None, **fields: Any) -> "User":
        fields.update(is_staff=True, is_superuser=True)
        return self.create_user(username, password, **fields)


@personal_data(phone=mask_phone, email=mask_email)
@tracked(exclude=["password", "last_login"])
class User(AbstractBaseUser, PermissionsMixin):
    username = models.CharField(
        _("user name"),
        max_length=150,
        unique=True,
        validators=[UnicodeUsernameValidator(), validate_no_address],
        error_messages={"unique": _("This user name is taken.")},
    )
    name = models.CharField(_("full name"), max_length=80, blank=True)
    phone = models.CharField(
        _("mobile phone"),
        max_length=16,
        unique=True,
        null=True,
        blank=True,
        validators=[validate_e164],
        help_text=_("With country code, such as +8613812345678."),
        error_messages={"unique": _("This phone number belongs to another account.")},
    )
    phone_verified = models.BooleanField(_("phone verified"), default=False)
    email = models.EmailField(
        _("e-mail"),
        unique=True,
        null=True,
        blank=True,
        error_messages={"unique": _("This e-mail address belongs to another account.")},
    )
    language = models.CharField(_("language of messages"), max_length=10, choices=LANGUAGES, default="zh-hans")
    self_registered = models.BooleanField(_("signed up by themselves"), default=False, editable=False)
    is_staff = models.BooleanField(_("federation staff"), default=False)
    is_active = models.BooleanField(_("active"), default=True)
    date_joined = models.DateTimeField(_("joined"), default=timezone.now)

    objects = UserManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        permissions = [("unmask_personal_data", _("Can see personal data unmasked, giving a reason"))]
        # allauth looks user names up whatever their case.
        indexes = [models.Index(Upper("username"), name="user_name_any_case")]

    def __str__(self) -> str:
        return self.name or self.username

    def save(self, *args: Any, **kwargs: Any) -> None:
        # An empty address is no address: "" would be unique to one person. Looked up in small letters only.
        self.email = self.email.lower() if self.email else None
        self.phone = self.phone or None
        super().save(*args, **kwargs)

    def get_full_name(self) -> str:
        return str(self)

    def get_short_name(self) -> str:
        return str(self)


def display_name(user: User) -> str:
    return str(user)


@tracked_link(User, "groups")
class UserRole(User.groups.through):
    """Who was given which role, and who lost it."""

    class Meta:
        proxy = True


@tracked_link(User, "user_permissions")
class UserPermission(User.user_permissions.through):
    """Rights given past the roles: there should be none, so all the more is it kept."""

    class Meta:
        proxy = True
