"""The certificate as a PDF: what it says. How it is drawn stands in events/printing/certificate.py."""

from collections.abc import Iterable, Sequence

from django.utils import translation
from django.utils.translation import gettext as _

from events.camps.certificate_actions import MOST_PAGES, shown_code
from events.camps.models import Certificate
from events.camps.statuses import CertificateState
from events.printing.aside import printed_aside
from federation.portal.formats import cn_date


def certificates_pdf(certificates: Sequence[Certificate], addresses: Iterable[str]) -> bytes:
    """One page each; `addresses` are the full addresses where they are checked.

    Raises PrintError if the server has no fonts, ValueError for more than MOST_PAGES.
    """
    if len(certificates) > MOST_PAGES:
        raise ValueError(f"more than {MOST_PAGES} certificates in one file")
    sheets = [_Words(one, address).sheet() for one, address in zip(certificates, addresses, strict=True)]
    title = ", ".join(one.serial for one in certificates[:5])
    return printed_aside("certificate", sheets=sheets, title=title)


class _Words:
    def __init__(self, certificate: Certificate, address: str) -> None:
        self.certificate, self.address = certificate, address
        with translation.override("zh-hans"):
            self.title = _("Certificate of Completion")
            self.body = self._body()
            self.day = cn_date(certificate.issued_on)
            self.serial = self._serial()
            self.check = _("Scan to check, or enter this code at %(address)s") % {"address": self._short()}
        with translation.override("en"):
            self.english_title = _("Certificate of Completion")
            self.english_body = self._english_body()
        self.code = shown_code(certificate.code)

    def _serial(self) -> str:
        one = self.certificate
        text = _("No. %(serial)s") % {"serial": one.serial}
        return text if one.version == 1 else text + _(" (version %(version)d)") % {"version": one.version}

    def _short(self) -> str:
        """The address without its code and scheme, as people type it."""
        return self.address.split("://", 1)[-1].rsplit(self.certificate.code, 1)[0]

    def _facts(self) -> dict[str, object]:
        one = self.certificate
        return {
            "enterprise": one.enterprise_name,
            "first": cn_date(one.starts_on),
            "last": cn_date(one.ends_on),
            "place": one.place,
            "camp": one.camp_name,
            "number": one.cohort_number,
            "attended": one.attended,
            "held": one.held,
        }

    def _body(self) -> str:
        words = _(
            "of %(enterprise)s took part in %(camp)s, cohort %(number)d, held at %(place)s from %(first)s to %(last)s,"
            " attended %(attended)d of %(held)d sessions, and has completed the course."
        )
        return words % self._facts()

    def _english_body(self) -> str:
        words = _(
            "Completed cohort %(number)d of %(camp)s, %(first)s to %(last)s;"
            " attended %(attended)d of %(held)d sessions."
        )
        return words % (self._facts() | {"camp": self.certificate.camp_english_name or self.certificate.camp_name})

    def sheet(self) -> dict[str, str]:
        """As events.printing.certificate.Sheet has it."""
        return {
            "title": self.title,
            "english_title": self.english_title,
            "name": self.certificate.name,
            "body": self.body,
            "english_body": self.english_body,
            "day": self.day,
            "serial": self.serial,
            "check": self.check,
            "code": self.code,
            "address": self.address,
            "issuer": self.certificate.issuer,
            "stamp": _stamp(self.certificate),
        }


def _stamp(certificate: Certificate) -> str:
    """Across a certificate that no longer holds."""
    if certificate.state == CertificateState.VALID:
        return ""
    with translation.override("zh-hans"):
        return str(CertificateState(certificate.state).label)
