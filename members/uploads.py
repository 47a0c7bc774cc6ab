"""What enterprises upload, and who may read it."""

from collections.abc import Iterable
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from federation.accounts.models import User
from federation.files.models import StoredFile
from federation.files.policies import CSV, IMAGES, MEGABYTE, XLSX, UploadPolicy, register
from members.duplicates.models import Merge
from members.enterprises.models import Enterprise
from members.register.access import PURPOSE as REGISTER_IMPORT
from members.register.access import may_see_imports

ENTERPRISE_LOGO = "enterprise_logo"
PRODUCT_PICTURE = "product_picture"


def may_read_picture(user: User | AnonymousUser, file: StoredFile) -> bool:
    """Everyone, where the enterprise is in the public directory; else its own people, staff, and who uploaded it."""
    owners = Enterprise.objects.filter(Q(logo=file.pk) | Q(products__picture=file.pk))
    if owners.published().exists():
        return True
    if not user.is_authenticated:
        return False
    return file.uploaded_by_id == user.pk or owners.visible_to(user).exists()


def held_by_merges(files: Iterable[UUID]) -> set[UUID]:
    """Logos that a merge replaced and its undoing would put back."""
    wanted = {str(pk) for pk in files}
    sides = Merge.objects.filter(undone_at=None).filter(
        Q(before__kept__logo_id__in=wanted) | Q(before__absorbed__logo_id__in=wanted)
    )
    held = {before[side].get("logo_id") for before in sides.values_list("before", flat=True) for side in before}
    return {UUID(pk) for pk in held & wanted}


register(
    UploadPolicy(
        purpose=ENTERPRISE_LOGO,
        label=_("logo"),
        content_types=IMAGES,
        max_bytes=5 * MEGABYTE,
        may_read=may_read_picture,
        max_side=512,
        public=True,
        held=held_by_merges,
    )
)
register(
    UploadPolicy(
        purpose=PRODUCT_PICTURE,
        label=_("picture of a product"),
        content_types=IMAGES,
        max_bytes=5 * MEGABYTE,
        may_read=may_read_picture,
        max_side=1200,
        public=True,
    )
)
register(
    UploadPolicy(
        purpose=REGISTER_IMPORT,
        label=_("spreadsheet of the register"),
        content_types=(CSV, XLSX),
        max_bytes=200 * MEGABYTE,
        may_read=lambda user, file: may_see_imports(user),
    )
)
