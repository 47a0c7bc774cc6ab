"""What may be uploaded for which purpose, and who may read it. Each app registers its own in `uploads.py`."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils.functional import Promise

from federation.accounts.models import User
from federation.files.models import StoredFile

MEGABYTE = 1024 * 1024
IMAGES = ("image/jpeg", "image/png", "image/webp")
PDF = "application/pdf"
CSV = "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class UploadPolicy:
    """`max_side` is the longest side in pixels an image is resized to; images are always re-encoded."""

    purpose: str
    label: str | Promise
    content_types: tuple[str, ...]
    max_bytes: int
    may_read: Callable[[User, StoredFile], bool] = field(repr=False)
    max_pixels: int = 40_000_000
    max_side: int | None = None
    public: bool = False


_policies: dict[str, UploadPolicy] = {}


def register(policy: UploadPolicy) -> UploadPolicy:
    if policy.purpose in _policies:
        raise ValueError(f"two upload policies for {policy.purpose}")
    _policies[policy.purpose] = policy
    return policy


def policy_for(purpose: str) -> UploadPolicy:
    return _policies[purpose]


def all_policies() -> list[UploadPolicy]:
    return list(_policies.values())
