"""Papers that applicants bring: what they state, and a licence."""

import io

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

CONSENT = {"truth": True, "privacy": True, "listed": True}
CONTACT = {"name": "顾联系", "position": "经理", "phone": "+8613912345678", "email": ""}


def licence_upload(name="licence.png"):
    content = io.BytesIO()
    Image.new("RGB", (60, 40), "white").save(content, "PNG")
    return SimpleUploadedFile(name, content.getvalue(), "image/png")
