"""Telling people what somebody else changed about their ways in."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from federation.accounts.models import User
from federation.inbox.actions import notify
from federation.inbox.letters import letters_about, write_letter

CONTACTS_CHANGED = "account-contacts-changed-by-staff"
FACTOR_REMOVED = "account-factor-removed-by-staff"
CALL_US = gettext_lazy("If you didn't ask for this, please call the federation at once.")


def tell_contacts_changed(user: User, before: Mapping[str, str]) -> None:
    """To the inbox, and by letter to the address or number that no longer belongs to the account.

    `before` has the former `email` and `phone`, only those that changed; call it inside the transaction that did it.
    """
    notify(
        rule=CONTACTS_CHANGED,
        about=user,
        recipients=[user],
        title=gettext_lazy("The federation's staff changed the phone or e-mail of your account"),
        body=CALL_US,
    )
    number = len(letters_about(CONTACTS_CHANGED, user))
    for way, address in before.items():
        if not address:
            continue
        number += 1
        with override(user.language):
            write_letter(
                rule=CONTACTS_CHANGED,
                about=user,
                number=number,
                phone=address if way == "phone" else "",
                email=address if way == "email" else "",
                title=_("This address was taken off your account by the federation's staff"),
                body=str(CALL_US),
            )


def tell_factor_removed(user: User) -> None:
    notify(
        rule=FACTOR_REMOVED,
        about=user,
        recipients=[user],
        title=gettext_lazy("The federation's staff removed the second factor of your account"),
        body=CALL_US,
    )
