"""What is uploaded for pairings and gifts, and who may read it."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from federation.accounts.models import User
from federation.files.models import StoredFile
from federation.files.policies import IMAGES, MEGABYTE, PDF, UploadPolicy, register
from poverty_aid.contributions.models import Confirmation, Contribution, Delivery
from poverty_aid.pairings.models import Pairing
from poverty_aid.villages.models import Story

AGREEMENT = "pairing_agreement"
RECEIPT = "gift_receipt"
PHOTO = "gift_photo"
STORY_PHOTO = "village_story_photo"


def may_read_agreement(user: User | AnonymousUser, file: StoredFile) -> bool:
    """Whoever may see the pairing."""
    return user.is_authenticated and Pairing.objects.visible_to(user).filter(agreement=file).exists()


def may_read_evidence(user: User | AnonymousUser, file: StoredFile) -> bool:
    """Whoever may see the gift; until it belongs to one, who uploaded it."""
    if not user.is_authenticated:
        return False
    if file.uploaded_by_id == user.pk:
        return True
    delivered = Delivery.objects.filter(Q(receipt=file) | Q(photo=file)).values("contribution")
    confirmed = Confirmation.objects.filter(photo=file).values("delivery__contribution")
    seen = Contribution.objects.visible_to(user)
    return seen.filter(pk__in=delivered).exists() or seen.filter(pk__in=confirmed).exists()


def may_read_story_photo(user: User | AnonymousUser, file: StoredFile) -> bool:
    """Everyone once a story with it is published; before, the staff who may see stories."""
    stories = Story.objects.filter(photo=file)
    if stories.filter(published_on__lte=timezone.localdate()).exists():
        return True
    return user.is_authenticated and user.is_staff and user.has_perm("poverty_aid.view_story") and stories.exists()


register(
    UploadPolicy(
        purpose=AGREEMENT,
        label=_("pairing agreement"),
        content_types=(*IMAGES, PDF),
        max_bytes=20 * MEGABYTE,
        may_read=may_read_agreement,
        max_side=3000,
    )
)
register(
    UploadPolicy(
        purpose=RECEIPT,
        label=_("receipt of a gift"),
        content_types=(*IMAGES, PDF),
        max_bytes=10 * MEGABYTE,
        may_read=may_read_evidence,
        max_side=2400,
    )
)
register(
    UploadPolicy(
        purpose=PHOTO,
        label=_("photo of a gift"),
        content_types=IMAGES,
        max_bytes=20 * MEGABYTE,
        may_read=may_read_evidence,
        max_side=2400,
    )
)
register(
    UploadPolicy(
        purpose=STORY_PHOTO,
        label=_("photo of a story"),
        content_types=IMAGES,
        max_bytes=20 * MEGABYTE,
        may_read=may_read_story_photo,
        max_side=1600,
        public=True,
    )
)
