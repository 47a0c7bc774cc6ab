"""Certificates: issued from real attendance only, corrected by a new version, revoked with a reason."""

import json
import secrets
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from events.camps import access, messages
from events.camps.errors import CertificateError
from events.camps.flows import COHORTS
from events.camps.models import CampApplication, Certificate, Cohort
from events.camps.statuses import CertificateState, CohortStatus, Status
from events.printing.aside import printed_aside
from federation.accounts.models import User
from federation.cases.errors import AlreadyMoved
from federation.cases.flow import needed
from federation.portal.formats import cn_datetime

# Without what looks like something else (I L O U): people type it from paper. 16 of 32 letters are 80 bits.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LETTERS = 16
# One file for the printer; more than this takes longer than a page may.
MOST_PAGES = 200
# One press; each certificate writes its row and its messages.
MOST_AT_ONCE = 200


@dataclass(frozen=True)
class Standing:
    """How one person on the roll stands to the certificate. `held` counts the sessions that count."""

    application: CampApplication
    attended: int
    held: int
    share: int
    certificate: Certificate | None = None

    @property
    def earned(self) -> bool:
        return self.held > 0 and self.attended * 100 >= self.share * self.held

    @property
    def per_cent(self) -> int:
        """Rounded down: 79.9 isn't 80."""
        return self.attended * 100 // self.held if self.held else 0


def standings(cohort: Cohort) -> list[Standing]:
    """Everybody with a confirmed place, in the order of the list."""
    held = cohort.sessions.filter(counts=True).count()
    counted = Count("attendances", filter=Q(attendances__session__counts=True))
    people = cohort.applications.filter(status=Status.CONFIRMED).annotate(attended=counted)
    # Newest version last, so that it is the one kept.
    newest = {
        one.application_id: one
        for one in Certificate.objects.filter(application__cohort=cohort).order_by("application", "version")
    }
    return [
        Standing(one, one.attended, held, cohort.attendance_share, newest.get(one.pk))
        for one in people.select_related("participant", "cohort__camp").order_by("chamber_name", "pk")
    ]


def new_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _letter in range(CODE_LETTERS))


def plain_code(typed: str) -> str:
    """A code as it is kept: no spaces or hyphens, capital letters, and the letters that people take for digits."""
    letters = "".join(letter for letter in typed.upper() if letter.isascii() and letter.isalnum())
    return letters.replace("O", "0").replace("I", "1").replace("L", "1")[: CODE_LETTERS + 1]


def shown_code(code: str) -> str:
    """In fours, as it is printed."""
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4))


@transaction.atomic
def issue_certificates(cohort: Cohort, *, by: User, only: CampApplication | None = None) -> list[Certificate]:
    """To everybody (or one) who attended the cohort's share of its sessions and has none yet, at most 200 at once.

    Who is the issuer's own is left to another's hand.
    Raises CertificateError in words, PermissionDenied.
    """
    # Before anybody has to wait for the cohort: the fonts are looked at by a process of its own.
    printable = _printable([cohort.camp.name, cohort.place, *(one.application.name for one in standings(cohort))])
    held = COHORTS.hold(cohort)
    _require_certifying(held, by)
    due = [one for one in standings(held) if one.earned and one.certificate is None]
    if only is not None:
        due = [one for one in due if one.application.pk == only.pk]
        if not due:
            raise CertificateError(_why_none(held, only))
    mine_to_issue = access.issuable(by, held, [one.application for one in due])
    due = [one for one in due if one.application.pk in mine_to_issue][:MOST_AT_ONCE]
    _require_printable(printable, [held.camp.name, held.place, *(one.application.name for one in due)])
    written = []
    for one in due:
        held.last_serial += 1
        serial = f"{held.camp.code}{held.number:02d}-{held.last_serial:03d}"
        written.append(_certificate(one, serial, 1, one.application.name, by))
    Certificate.objects.bulk_create(written)
    held.save(update_fields=["last_serial"])
    for certificate in written:
        messages.tell_certificate(certificate)
    return written


def _require_certifying(cohort: Cohort, by: User) -> None:
    if cohort.status not in (CohortStatus.FINISHED, CohortStatus.ARCHIVED):
        raise CertificateError(
            _("Certificates are issued once the camp is over; it is “%(status)s”.")
            % {"status": cohort.get_status_display()}
        )
    if not access.may_certify(by, cohort):
        raise PermissionDenied


def _why_none(cohort: Cohort, application: CampApplication) -> str:
    one = next((one for one in standings(cohort) if one.application.pk == application.pk), None)
    if one is None:
        return _("%(name)s had no confirmed place.") % {"name": application.name}
    if one.certificate is not None:
        return _("%(name)s has certificate %(serial)s already.") % {
            "name": application.name,
            "serial": one.certificate.serial,
        }
    return _("%(name)s attended %(attended)d of %(held)d sessions; a certificate needs %(share)d%%.") % {
        "name": application.name,
        "attended": one.attended,
        "held": one.held,
        "share": one.share,
    }


def _printable(texts: list[str]) -> set[str]:
    """Their characters, as far as a font has them."""
    return {letter for text in texts for letter in text} - set(json.loads(printed_aside("unprintable", texts=texts)))


def _require_printable(printable: set[str], texts: list[str]) -> None:
    if lacking := sorted({letter for text in texts for letter in text} - printable):
        raise CertificateError(
            _("No font of the portal has these characters: %(letters)s. Nothing was issued.")
            % {"letters": " ".join(f"{letter} (U+{ord(letter):04X})" for letter in lacking)}
        )


def _certificate(one: Standing, serial: str, version: int, name: str, by: User, **more: Any) -> Certificate:
    application, cohort = one.application, one.application.cohort
    return Certificate(
        application=application,
        serial=serial,
        version=version,
        code=new_code(),
        name=name,
        enterprise_name=application.enterprise_name,
        camp_name=cohort.camp.name,
        camp_english_name=cohort.camp.english_name,
        cohort_number=cohort.number,
        starts_on=cohort.starts_on,
        ends_on=cohort.ends_on,
        place=cohort.place,
        attended=one.attended,
        held=one.held,
        share=one.share,
        issuer=settings.FEDERATION_NAME,
        issued_on=timezone.localdate(),
        issued_by=by,
        **more,
    )


def _hold(certificate: Certificate) -> Certificate:
    held = Certificate.objects.select_for_update(of=("self",)).select_related(
        "application__cohort__camp", "application__participant"
    )
    return held.get(pk=certificate.pk)


def _require_newest(certificate: Certificate) -> None:
    newest = certificate.application.certificates.order_by("-version").first()
    if newest is not None and newest.pk != certificate.pk:
        raise AlreadyMoved(
            _("Version %(version)d was issued on %(when)s in the meantime.")
            % {"version": newest.version, "when": cn_datetime(newest.state_since)}
        )


@transaction.atomic
def reissue_certificate(certificate: Certificate, *, name: str, reason: str, by: User) -> Certificate:
    """A new version with the right name: same serial number, a code of its own; the one before says so.

    What was attended is counted anew. Raises AlreadyMoved, CertificateError, PermissionDenied.
    """
    right = " ".join(name.split())
    printable = _printable([right])
    cohort = COHORTS.hold(certificate.application.cohort)
    held = _hold(certificate)
    _require_newest(held)
    if not access.may_reissue(by, held):
        raise PermissionDenied
    words = needed(reason, _("Please say what was wrong with the certificate before."))
    if not right:
        raise CertificateError(_("A certificate needs a name."))
    _require_printable(printable, [right])
    one = next((one for one in standings(cohort) if one.application.pk == held.application_id), None)
    if one is None or not one.earned:
        raise CertificateError(_why_short(one, held))
    before = held.state
    held.state, held.state_since, held.state_reason = CertificateState.REPLACED, timezone.now(), words[:300]
    held.save(update_fields=["state", "state_since", "state_reason"])
    fresh = _certificate(one, held.serial, held.version + 1, right, by)
    fresh.save()
    if one.application.name != right:
        one.application.name = right
        one.application.save(update_fields=["name"])
    messages.tell_certificate(fresh, replaces=before)
    return fresh


def _why_short(one: Standing | None, certificate: Certificate) -> str:
    return _("%(name)s attended %(attended)d of %(held)d sessions; a certificate needs %(share)d%%.") % {
        "name": certificate.name,
        "attended": one.attended if one else 0,
        "held": one.held if one else 0,
        "share": certificate.application.cohort.attendance_share,
    }


@transaction.atomic
def revoke_certificate(certificate: Certificate, *, reason: str, by: User) -> Certificate:
    """From now on whoever checks it reads that it was revoked. Raises AlreadyMoved, PermissionDenied."""
    held = _hold(certificate)
    if held.state != CertificateState.VALID:
        raise AlreadyMoved(
            _("This certificate has been “%(state)s” since %(when)s.")
            % {"state": held.get_state_display(), "when": cn_datetime(held.state_since)}
        )
    if not access.may_revoke(by, held):
        raise PermissionDenied
    words = needed(reason, _("Please say why it is revoked: its holder reads it."))
    held.state, held.state_since, held.state_reason = CertificateState.REVOKED, timezone.now(), words[:300]
    held.save(update_fields=["state", "state_since", "state_reason"])
    messages.tell_certificate(held)
    return held
