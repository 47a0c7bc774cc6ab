"""The words under which an enterprise lets its data go to a bank. A changed text is a new version; old ones stay, since
consents name the version that was read."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

CURRENT = "2026-1"
TEXTS: dict[str, tuple[Promise, ...]] = {
    "2026-1": (
        _(
            "The federation passes this application to the banks chosen here: what the enterprise asks for, its name,"
            " credit code, size, industry and town, the papers put to it, and the name and telephone of the contact."
        ),
        _(
            "The bank uses it to decide about this loan and for nothing else. It may ask for its own consents, such as"
            " for a credit report."
        ),
        _(
            "You may withdraw the consent for each bank at any time on the application's page. The bank then stops"
            " working on it, unless a loan has been paid out already."
        ),
        _("Without consent for at least one bank the application can't be matched; nothing else depends on it."),
    ),
}


def text_of(version: str) -> tuple[Promise, ...]:
    return TEXTS[version]
