"""What must not stand in a text that everyone reads."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

PHONE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")
IDENTITY = re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)")
ACCOUNT = re.compile(r"(?<!\d)\d{16,19}(?!\d)")


def refuse_personal_data(text: str) -> None:
    """Raises ValidationError for telephone, identity and account numbers."""
    plain = re.sub(r"[\s\u00a0-]", "", text or "")
    if IDENTITY.search(plain):
        raise ValidationError(_("There is an identity number in it: leave it out, everyone reads this."))
    if PHONE.search(plain):
        raise ValidationError(_("There is a mobile number in it: leave it out, everyone reads this."))
    if ACCOUNT.search(plain):
        raise ValidationError(_("There is an account number in it: leave it out, everyone reads this."))
