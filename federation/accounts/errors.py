"""What can go wrong on the way in, in words for people."""

from django.utils.translation import gettext_lazy as _


class PhoneTaken(Exception):
    """Another account has verified this number."""

    message = _("This phone number belongs to another account.")


class CodeNotSent(Exception):
    """The gateway or the mail server didn't take a one-time code. The page says so and keeps nothing half done."""

    sms_message = _("The text message could not be sent. Try again in a minute, or use your e-mail address.")
    mail_message = _("The e-mail could not be sent. Try again in a minute, or use your mobile phone.")

    def __init__(self, *, by_mail: bool) -> None:
        self.message = self.mail_message if by_mail else self.sms_message
        super().__init__(str(self.message))
