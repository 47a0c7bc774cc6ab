"""Finding the one record of a person, or making it."""

from django.db import IntegrityError, transaction
from django.db.models import F, Q

from events.participants.models import Participant
from events.participants.sorting import person_sort_key
from federation.accounts.models import User
from federation.accounts.phones import phone_or_none
from federation.search.text import to_halfwidth
from members.enterprises.models import Enterprise

NAME_LENGTH = 80


def plain_name(name: str) -> str:
    """Names as they are compared: half-width, and without the space that people put into 张 三."""
    text = " ".join(to_halfwidth(name).split())
    return (text if any(letter.isascii() and letter.isalpha() for letter in text) else text.replace(" ", ""))[
        :NAME_LENGTH
    ]


def participant_for(
    *, name: str, phone: str = "", user: User | None = None, enterprise: Enterprise | None = None
) -> Participant:
    """The one record of this person; made if there is none, and filled in with what was not known before.

    Somebody with an account is that account. Anyone else is a name with a telephone (several colleagues may be entered
    with one number, so a number alone is nobody), or without a telephone a name within an enterprise. A bare name is
    known to be nobody else's twice: each time it makes a new record. `phone` is normalised; what is no telephone
    number counts as none.
    """
    name, phone = plain_name(name), phone_or_none(phone) or "" if phone else ""
    if user is None and phone:
        user = account_of(name, phone)
    known = Participant.objects.filter(user=user).first() if user is not None else None
    if known is not None and not _news(known, phone, user, enterprise):
        # One statement, for who comes again: a sign-up for the last places has no time to lose.
        return known
    with transaction.atomic():
        found = known or (_of_account(user) if user is not None else _known(name, phone, enterprise))
        if found is None:
            return _created(name, phone, user, enterprise)
        return _filled_in(found, phone, user, enterprise)


def account_of(name: str, phone: str) -> User | None:
    """Whose number this is proved to be, if the name agrees."""
    number = phone_or_none(phone) if phone else None
    user = User.objects.filter(phone=number, phone_verified=True, is_active=True).first() if number else None
    return user if user is not None and plain_name(str(user)) == plain_name(name) else None


def _of_account(user: User) -> Participant | None:
    # Entered by somebody before they had an account: theirs if the number is proved to be.
    own = user.phone if user.phone_verified else None
    before = Participant.objects.select_for_update().filter(user=None, name=plain_name(str(user)))
    return before.filter(phone=own).order_by("pk").first() if own else None


def _known(name: str, phone: str, enterprise: Enterprise | None) -> Participant | None:
    if phone:
        found = Participant.objects.filter(phone=phone, name=name).order_by(F("user").asc(nulls_last=True), "pk")
        one = found.first()
        if one is not None or enterprise is None:
            return one
        # The same person, entered without a telephone last time.
        return (
            Participant.objects.select_for_update()
            .filter(enterprise=enterprise, name=name, user=None, phone="")
            .first()
        )
    if enterprise is None:
        return None
    colleagues = list(Participant.objects.filter(enterprise=enterprise, name=name).order_by("pk")[:2])
    return colleagues[0] if len(colleagues) == 1 else next((one for one in colleagues if not one.phone), None)


def _news(found: Participant, phone: str, user: User | None, enterprise: Enterprise | None) -> dict[str, object]:
    """What is said now and wasn't known before."""
    values: dict[str, object] = {}
    if user is not None and found.user_id is None:
        values["user"] = user
    if phone and not found.phone:
        values["phone"] = phone
    if enterprise is not None and found.enterprise_id != enterprise.pk:
        values["enterprise"] = enterprise
    return values


def _filled_in(found: Participant, phone: str, user: User | None, enterprise: Enterprise | None) -> Participant:
    values = _news(found, phone, user, enterprise)
    if not values:
        return found
    for field, value in values.items():
        setattr(found, field, value)
    try:
        with transaction.atomic():
            found.save(update_fields=list(values))
    except IntegrityError:
        # Somebody entered this name with this telephone in the meantime: that is the record.
        return Participant.objects.get(user=None, phone=found.phone, name=found.name)
    return found


def _created(name: str, phone: str, user: User | None, enterprise: Enterprise | None) -> Participant:
    if user is not None:
        name = plain_name(str(user)) or name
        phone = (user.phone if user.phone_verified else "") or phone
    made = Participant(name=name, phone=phone, user=user, enterprise=enterprise, sort_key=person_sort_key(name))
    keys = _keys(made)
    if keys is None:
        made.save(force_insert=True)
        return made
    # Two forms that name the same person at once: the constraint decides, and both get its record.
    Participant.objects.bulk_create([made], ignore_conflicts=True)
    return Participant.objects.filter(keys).get()


def _keys(made: Participant) -> Q | None:
    """What makes the record the only one of its kind; see the constraints."""
    if made.user_id:
        return Q(user=made.user_id)
    if made.phone:
        return Q(user=None, phone=made.phone, name=made.name)
    return Q(user=None, phone="", enterprise=made.enterprise_id, name=made.name) if made.enterprise_id else None
