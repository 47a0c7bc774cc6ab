"""Who is to be told about an event: whoever signed up, by their own account or by that of the colleague who did it."""

from collections.abc import Iterable

from django.db.models import QuerySet

from events.events.models import Event
from events.signups.models import SignUp
from federation.accounts.models import User


def account_of(signup: SignUp) -> User | None:
    return signup.participant.user or signup.signed_up_by


def accounts_of(event: Event, statuses: Iterable[str]) -> list[User]:
    """Each account once."""
    return accounts_of_signups(SignUp.objects.filter(event=event, status__in=list(statuses)))


def accounts_of_signups(found: QuerySet[SignUp]) -> list[User]:
    own = User.objects.filter(participants__signups__in=found)
    by_others = User.objects.filter(event_signups__in=found.filter(participant__user=None))
    return list(User.objects.filter(pk__in=own.values("pk")).union(User.objects.filter(pk__in=by_others.values("pk"))))
