"""Everything an upload goes through before it is kept: size, type by content, what is inside, redrawing."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath

from django.core.files.base import ContentFile, File
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from federation.files.documents import check_pdf, check_xlsx
from federation.files.errors import UploadRefused
from federation.files.pictures import FORMATS, redraw
from federation.files.policies import KINDS, MEGABYTE, UploadPolicy
from federation.files.sniffing import PDF, UNKNOWN, XLSX, ZIP, content_type_of

NAME_LENGTH = 200
_UNSAFE = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069<>:\"/\\|?*]")


@dataclass(frozen=True)
class Inspected:
    """A file that may be kept. `name` is the original one, cleaned, with the ending of what the file is."""

    purpose: str
    content: File
    content_type: str
    extension: str
    name: str


def inspect(upload: UploadedFile, policy: UploadPolicy) -> Inspected:
    """Raises UploadRefused."""
    if not upload.size:
        raise UploadRefused(_("The file is empty."), code="empty")
    if upload.size > policy.max_bytes:
        raise UploadRefused(
            _("The file has %(size)s MB; at most %(most)s MB are accepted."),
            code="size",
            params={"size": _megabytes(upload.size), "most": _megabytes(policy.max_bytes)},
        )
    content_type = content_type_of(upload.file)
    if content_type == ZIP and XLSX in policy.content_types:
        check_xlsx(upload.file)
        content_type = XLSX
    if content_type not in policy.content_types:
        raise UploadRefused(
            _("This is %(kind)s. Accepted are: %(accepted)s."),
            code="type",
            params={"kind": kind_in_words(content_type), "accepted": ", ".join(policy.kinds)},
        )
    content: File = upload
    if content_type in FORMATS:
        content = ContentFile(redraw(upload.file, content_type, policy))
    elif content_type == PDF:
        check_pdf(upload.file)
    extension = KINDS[content_type][1]
    return Inspected(policy.purpose, content, content_type, extension, clean_name(upload.name or "", extension))


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:.1f}".removesuffix(".0")


def kind_in_words(content_type: str) -> str:
    """For "This is …": what people call such a file."""
    if content_type in KINDS:
        return _("a %(kind)s file") % {"kind": KINDS[content_type][0]}
    words = {
        UNKNOWN: _("a kind of file that is not known here"),
        ZIP: _("a packed (zip) file"),
        "application/x-msdownload": _("a Windows program"),
        "application/x-executable": _("a program"),
        "application/vnd.ms-excel": _("an old Office file (.xls or .doc); save it in today's format"),
        "image/heic": _("a photo in HEIC format; choose “most compatible” in your phone's camera settings"),
        "image/gif": _("a GIF picture"),
        "image/tiff": _("a TIFF picture"),
        "image/bmp": _("a BMP picture"),
    }
    if content_type in words:
        return words[content_type]
    family = content_type.split("/")[0]
    families = {"image": _("a picture of another kind"), "video": _("a video"), "audio": _("a sound recording")}
    return families.get(family, words[UNKNOWN])


def clean_name(name: str, extension: str) -> str:
    """Without folders, control and direction characters; ends as what it is, not as what it claimed."""
    base = PurePosixPath(unicodedata.normalize("NFC", name).replace("\\", "/")).name
    stem = _UNSAFE.sub("", PurePosixPath(base).stem).strip(" .") or "file"
    return stem[: NAME_LENGTH - len(extension)] + extension
