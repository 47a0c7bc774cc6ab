"""What is written down at the firm: note, photos, people present, demands. Sent twice over a bad line, each is kept
once."""

import hashlib
from collections.abc import Iterable
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from events.visits import access
from events.visits.errors import NoteChanged, VisitError
from events.visits.flow import VISIT_FLOW
from events.visits.models import NOTE_LENGTH, Visit, VisitDemand, VisitPerson, VisitPhoto
from federation.accounts.models import User
from federation.files.actions import store_upload
from services.demands.actions import raise_demand
from services.demands.models import Demand

PHOTO = "visit_photo"
MOST_PHOTOS = 20
MOST_PEOPLE = 40


def _held(visit: Visit, by: User) -> Visit:
    """The visit as it stands, if this person may write on it now."""
    held = VISIT_FLOW.hold(visit)
    if not access.writes(by, held):
        raise PermissionDenied
    if not access.may_record(by, held):
        raise VISIT_FLOW.already_moved(held)
    return held


def digest(note: str) -> str:
    """What a form remembers of the note that its writer saw."""
    return hashlib.sha256(note.encode()).hexdigest()[:16]


def write_note(held: Visit, note: str, base: str | None) -> None:
    """On the locked row; `base` is the digest of the note that the writer began from (None: whatever stands)."""
    note = note.strip()[:NOTE_LENGTH]
    if note == held.note:
        return
    if base is not None and base != digest(held.note):
        raise NoteChanged(
            _("Somebody else wrote on this note in the meantime. Yours is still in the field: put the two together.")
        )
    held.note = note
    held.save(update_fields=["note"])


@transaction.atomic
def save_note(visit: Visit, *, by: User, note: str, base: str | None = None) -> Visit:
    """Raises NoteChanged rather than lose what somebody else wrote."""
    held = _held(visit, by)
    write_note(held, note, base)
    return held


@transaction.atomic
def add_photos(visit: Visit, *, by: User, uploads: Iterable[UploadedFile], caption: str = "") -> list[VisitPhoto]:
    """Keep the pictures, each drawn anew. A picture that is there already isn't kept twice.

    Raises UploadRefused for a bad file, VisitError for too many.
    """
    held = _held(visit, by)
    have = set(held.photos.values_list("file__sha256", flat=True))
    added = []
    for upload in uploads:
        file = store_upload(purpose=PHOTO, upload=upload, user=by)
        if file.sha256 in have:
            continue
        have.add(file.sha256)
        added.append(VisitPhoto(visit=held, file=file, caption=caption.strip()[:120], added_by=by))
    if len(have) > MOST_PHOTOS:
        raise VisitError(_("A visit keeps at most %(number)s photos.") % {"number": MOST_PHOTOS})
    for photo in added:
        photo.save()
    return added


@transaction.atomic
def remove_photo(photo: VisitPhoto, *, by: User) -> None:
    _held(photo.visit, by)
    photo.delete()


@transaction.atomic
def add_person(visit: Visit, *, by: User, name: str, side: str, position: str = "") -> VisitPerson:
    held = _held(visit, by)
    name = " ".join(name.split())
    if not name:
        raise VisitError(_("Give the person's name."))
    if held.people.count() >= MOST_PEOPLE:
        raise VisitError(_("A visit keeps at most %(number)s people.") % {"number": MOST_PEOPLE})
    person, created = VisitPerson.objects.get_or_create(
        visit=held, side=VisitPerson.Side(side), name=name[:80], defaults={"position": position.strip()[:80]}
    )
    if not created and position.strip() and person.position != position.strip():
        person.position = position.strip()[:80]
        person.save(update_fields=["position"])
    return person


@transaction.atomic
def remove_person(person: VisitPerson, *, by: User) -> None:
    _held(person.visit, by)
    person.delete()


@transaction.atomic
def raise_on_visit(
    visit: Visit,
    *,
    by: User,
    title: str,
    text: str,
    key: UUID,
    category: str = "",
    contact_name: str = "",
    contact_phone: str = "",
    hat: str = "",
) -> Demand:
    """A case at the demands desk from this second. `key` is the form's own: the same form gives the same demand."""
    held = _held(visit, by)
    before = VisitDemand.objects.filter(key=key, visit=held).select_related("demand").first()
    if before is not None:
        return before.demand
    demand = raise_demand(
        enterprise=held.enterprise,
        by=by,
        source=Demand.Source.VISIT,
        title=title,
        text=text,
        hat=hat,
        category=category,
        contact_name=contact_name,
        contact_phone=contact_phone,
    )
    # The desk takes the same words from the same person for one demand.
    VisitDemand.objects.get_or_create(demand=demand, defaults={"visit": held, "key": key, "raised_by": by})
    return demand
