"""Banks' tables: read by the bank that they are of and by staff with the right."""

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext_lazy as _

from federation.accounts.models import User
from federation.files.models import StoredFile
from federation.files.policies import CSV, MEGABYTE, XLSX, UploadPolicy, register
from services.drawdowns.models import DrawdownFile

DRAWDOWN_TABLE = "drawdown_table"


def may_read_table(user: User | AnonymousUser, file: StoredFile) -> bool:
    return user.is_authenticated and DrawdownFile.objects.visible_to(user).filter(file=file).exists()


register(
    UploadPolicy(
        purpose=DRAWDOWN_TABLE,
        label=_("bank's table of drawdowns"),
        content_types=(CSV, XLSX),
        max_bytes=20 * MEGABYTE,
        may_read=may_read_table,
    )
)
