"""People who take part in what the federation convenes: each of them once, however often they come."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from federation.accounts.models import User
from federation.audit.history import tracked
from federation.audit.masking import mask_phone, personal_data
from members.enterprises.models import Enterprise


@personal_data(phone=mask_phone)
@tracked(exclude=["sort_key"], bulk=True)
class Participant(models.Model):
    """Whom attendances are counted by (人, not 人次): an account, or a name with a telephone, or a name in an
    enterprise. Found and created only by `participant_for`."""

    name = models.CharField(_("full name"), max_length=80)
    phone = models.CharField(_("mobile phone"), max_length=16, blank=True)
    # Derived from the name: see sorting.py.
    sort_key = models.CharField(max_length=120, blank=True, editable=False, db_collation="C")
    user = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, related_name="participants", verbose_name=_("account")
    )
    enterprise = models.ForeignKey(
        Enterprise, models.SET_NULL, null=True, blank=True, related_name="participants", verbose_name=_("enterprise")
    )

    class Meta:
        verbose_name = _("participant")
        verbose_name_plural = _("participants")
        constraints = [
            models.UniqueConstraint(fields=["user"], condition=~Q(user=None), name="participant_once_per_account"),
            models.UniqueConstraint(
                fields=["phone", "name"], condition=Q(user=None) & ~Q(phone=""), name="participant_once_per_phone"
            ),
            models.UniqueConstraint(
                fields=["enterprise", "name"],
                condition=Q(user=None, phone="") & ~Q(enterprise=None),
                name="participant_once_per_enterprise",
            ),
        ]
        indexes = [
            models.Index(fields=["phone"], name="participant_phone"),
            models.Index(fields=["name"], name="participant_name"),
        ]

    def __str__(self) -> str:
        return self.name
