"""What events hold about an enterprise or a person, for them to take along."""

from collections.abc import Iterable

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.participants.models import Participant
from events.signups.models import EventAttendance, SignUp
from federation.accounts.models import User
from members.desk.exports import Sheet, enterprise_export, person_export, sheet_of
from members.enterprises.models import Enterprise

SIGNUP = ("event", "name", "enterprise_name", "status", "status_since", "queued_at", "reason")
ATTENDANCE = ("event", "name", "enterprise_name", "how", "at")


@enterprise_export
def of_enterprise(enterprise: Enterprise) -> Iterable[Sheet]:
    signups = SignUp.objects.filter(enterprise=enterprise)
    yield sheet_of("event_signups", _("sign-ups for events"), signups, SIGNUP)
    came = EventAttendance.objects.filter(enterprise=enterprise)
    yield sheet_of("event_attendances", _("attendances at events"), came, ATTENDANCE)


@person_export
def of_person(user: User) -> Iterable[Sheet]:
    known = Participant.objects.filter(user=user)
    yield sheet_of("own_participant", _("as a participant"), known, ("name", "phone", "enterprise"))
    signups = SignUp.objects.filter(Q(participant__user=user) | Q(signed_up_by=user))
    yield sheet_of("own_event_signups", _("own sign-ups for events"), signups, SIGNUP)
    came = EventAttendance.objects.filter(participant__user=user)
    yield sheet_of("own_event_attendances", _("own attendances at events"), came, ATTENDANCE)
