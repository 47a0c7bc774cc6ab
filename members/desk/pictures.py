"""The desk's pictures, by the portal's one upload path. Both raise ValidationError in words."""

from django.core.files.uploadedfile import UploadedFile

from federation.accounts.models import User
from federation.files.actions import store_upload
from federation.files.models import StoredFile
from members.uploads import ENTERPRISE_LOGO, PRODUCT_PICTURE


def store_logo(upload: UploadedFile, by: User) -> StoredFile:
    return store_upload(purpose=ENTERPRISE_LOGO, upload=upload, user=by)


def store_picture(upload: UploadedFile, by: User) -> StoredFile:
    return store_upload(purpose=PRODUCT_PICTURE, upload=upload, user=by)
