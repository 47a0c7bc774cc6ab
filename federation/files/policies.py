"""What may be uploaded for which purpose, and who may read it. Each app registers its own in `uploads.py`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.utils.functional import Promise

from federation.accounts.models import User
from federation.files.models import StoredFile
from federation.files.sniffing import CSV, PDF, XLSX

__all__ = ["CSV", "IMAGES", "MEGABYTE", "PDF", "XLSX", "UploadPolicy", "all_policies", "policy_for", "register"]

MEGABYTE = 1024 * 1024
IMAGES = ("image/jpeg", "image/png", "image/webp")
# For people: the types that a policy may name, and how their files end.
KINDS = {
    "image/jpeg": ("JPEG", ".jpg"),
    "image/png": ("PNG", ".png"),
    "image/webp": ("WebP", ".webp"),
    PDF: ("PDF", ".pdf"),
    CSV: ("CSV", ".csv"),
    XLSX: ("Excel (.xlsx)", ".xlsx"),
}


@dataclass(frozen=True)
class UploadPolicy:
    """`max_side` is the longest side in pixels an image is resized to; images are always re-encoded.

    `may_read` is asked at every reading; for `public` purposes it is asked first for a visitor, and what a visitor may
    read may be kept by browsers and proxies. `held` says which of the given files something still holds other than by
    a foreign key (a draft's JSON): those are not swept away.
    """

    purpose: str
    label: str | Promise
    content_types: tuple[str, ...]
    max_bytes: int
    may_read: Callable[[User | AnonymousUser, StoredFile], bool] = field(repr=False)
    max_pixels: int = 40_000_000
    max_side: int | None = None
    public: bool = False
    held: Callable[[Iterable[UUID]], Iterable[UUID]] | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        unknown = set(self.content_types) - set(KINDS)
        if unknown:
            raise ValueError(f"{self.purpose}: nothing checks {', '.join(sorted(unknown))}")

    @property
    def kinds(self) -> list[str]:
        return [KINDS[content_type][0] for content_type in self.content_types]

    @property
    def accept(self) -> str:
        """For the `accept` attribute of a file field."""
        endings = [KINDS[content_type][1] for content_type in self.content_types]
        return ",".join([*self.content_types, *endings])


_policies: dict[str, UploadPolicy] = {}


def register(policy: UploadPolicy) -> UploadPolicy:
    if policy.purpose in _policies:
        raise ValueError(f"two upload policies for {policy.purpose}")
    _policies[policy.purpose] = policy
    return policy


def policy_for(purpose: str) -> UploadPolicy:
    """Raises KeyError for a purpose that no app has registered."""
    return _policies[purpose]


def all_policies() -> list[UploadPolicy]:
    return list(_policies.values())
