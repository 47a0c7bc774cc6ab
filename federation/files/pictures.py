"""Pictures are drawn anew: what isn't pixels (place and time of the photo, scripts, other files) doesn't survive it."""

import io
import warnings
from typing import BinaryIO

from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

from federation.files.errors import UploadRefused
from federation.files.policies import UploadPolicy

FORMATS = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP"}
# Where a policy names no side: sharp enough to read a licence by.
LONGEST_SIDE = 4000
# A JPEG is shrunk while it is read; the others are unpacked whole, 4 bytes a pixel.
UNPACKED_PIXELS = 16_000_000
MILLION = 1_000_000


def redraw(file: BinaryIO, content_type: str, policy: UploadPolicy) -> bytes:
    """The picture in its own format, upright, at most `max_side` long. Raises UploadRefused."""
    name = FORMATS[content_type]
    file.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(file, formats=[name]) as picture:
                _check_pixels(picture, name, policy)
                return _encode(_prepare(picture, name, policy.max_side or LONGEST_SIDE), name)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise UploadRefused(_("The picture has far too many pixels; it is not read."), code="pixels") from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as error:
        raise UploadRefused(_("The picture is damaged. Take or save it again."), code="damaged") from error


def _check_pixels(picture: Image.Image, name: str, policy: UploadPolicy) -> None:
    width, height = picture.size
    most = policy.max_pixels if name == "JPEG" else min(policy.max_pixels, UNPACKED_PIXELS)
    if width * height > most:
        raise UploadRefused(
            _(
                "The picture has %(width)s × %(height)s pixels, %(millions)s million; "
                "at most %(most)s million are accepted. Send it smaller, such as a screenshot of it."
            ),
            code="pixels",
            params={
                "width": width,
                "height": height,
                "millions": round(width * height / MILLION),
                "most": round(most / MILLION),
            },
        )


def _prepare(picture: Image.Image, name: str, longest: int) -> Image.Image:
    if name == "JPEG":
        picture.draft("RGB", (longest, longest))
    picture.load()
    upright = ImageOps.exif_transpose(picture)
    upright.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    if name == "JPEG":
        return upright.convert("RGB")
    transparent = upright.mode in {"RGBA", "LA", "PA"} or "transparency" in upright.info
    return upright.convert("RGBA" if transparent else "RGB")


def _encode(picture: Image.Image, name: str) -> bytes:
    # Pasted onto a new picture: `info` (comments, profiles, text chunks) stays behind.
    fresh = Image.new(picture.mode, picture.size)
    fresh.paste(picture)
    target = io.BytesIO()
    options = {"JPEG": {"quality": 86, "optimize": True, "progressive": True}, "PNG": {"optimize": True}}
    fresh.save(target, name, **options.get(name, {"quality": 86}))
    return target.getvalue()
