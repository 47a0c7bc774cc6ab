"""What chambers and applicants may upload, and who may read it."""

from django.utils.translation import gettext_lazy as _

from chambers.applications.models import MembershipApplication
from federation.accounts.models import User
from federation.files.models import StoredFile
from federation.files.policies import IMAGES, MEGABYTE, PDF, UploadPolicy, register

LICENCE = "business_licence"


def may_read_licence(user: User, file: StoredFile) -> bool:
    """Whoever may see an application that it belongs to; until it belongs to one, who uploaded it."""
    if not user.is_authenticated:
        return False
    return (
        file.uploaded_by_id == user.pk
        or MembershipApplication.objects.visible_to(user).filter(licence_id=file.pk).exists()
    )


register(
    UploadPolicy(
        purpose=LICENCE,
        label=_("business licence"),
        content_types=(*IMAGES, PDF),
        max_bytes=10 * MEGABYTE,
        may_read=may_read_licence,
        max_side=2400,
    )
)
