"""Every uploaded file of the portal: stored once, served only after its policy has been asked."""

import uuid

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from federation.audit.tracking import tracked


def storage_path(file: "StoredFile", _name: str) -> str:
    return f"files/{file.pk.hex[:2]}/{file.pk.hex}{file.extension}"


@tracked()
class StoredFile(models.Model):
    """`purpose` names the policy (see policies.py) that accepted the file and that decides who may read it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    purpose = models.CharField(_("purpose"), max_length=40)
    name = models.CharField(_("original name"), max_length=200)
    content_type = models.CharField(_("content type"), max_length=100)
    extension = models.CharField(max_length=10)
    size = models.PositiveBigIntegerField(_("bytes"))
    sha256 = models.CharField(max_length=64, db_index=True)
    content = models.FileField(upload_to=storage_path, max_length=200)
    uploaded_by = models.ForeignKey(
        "accounts.User", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("uploaded by")
    )
    uploaded_at = models.DateTimeField(_("uploaded at"), auto_now_add=True)

    class Meta:
        verbose_name = _("file")
        verbose_name_plural = _("files")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("files:serve", args=[self.pk])

    @property
    def url(self) -> str:
        """What Django's file inputs ask of the file that is there already."""
        return self.get_absolute_url()
