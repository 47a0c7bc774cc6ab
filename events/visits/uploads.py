"""Photos of visits, and who may look at them."""

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext_lazy as _

from events.visits.access import may_read_note, may_see_ours
from events.visits.models import Visit
from events.visits.recording import PHOTO
from federation.accounts.models import User
from federation.files.models import StoredFile
from federation.files.policies import IMAGES, MEGABYTE, UploadPolicy, register


def may_read_photo(user: User | AnonymousUser, file: StoredFile) -> bool:
    """Those who may read the visit's note, and the people of the enterprise that was visited."""
    if not user.is_authenticated:
        return False
    shown = Visit.objects.filter(photos__file=file.pk).select_related("day").distinct()
    return any(may_read_note(user, visit) or may_see_ours(user, visit) for visit in shown)


register(
    UploadPolicy(
        purpose=PHOTO,
        label=_("photo of a visit"),
        content_types=IMAGES,
        max_bytes=12 * MEGABYTE,
        may_read=may_read_photo,
        max_side=2000,
    )
)
