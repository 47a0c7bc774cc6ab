"""The hats a person may wear, and the one under which they act now.

Each app brings its own kinds of hat in its `hats.py` with `@hat_provider`; this module knows none but the staff's.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pghistory
from django.db import connection
from django.db.models import QuerySet, Value
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from federation.accounts.models import User

STAFF = "staff"
SESSION_KEY = "hat"
FORM_FIELD = "acting_as"


@dataclass(frozen=True)
class Hat:
    kind: str
    object_id: int | None
    label: str
    home_url: str

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.object_id or ''}"


HatProvider = Callable[[int], QuerySet[Any]]


@dataclass(frozen=True)
class _Kind:
    kind: str
    provider: HatProvider
    home: str
    label: Callable[[str], str]

    def hat(self, object_id: int, name: str) -> Hat:
        return Hat(self.kind, object_id, self.label(name), reverse(self.home))


_kinds: list[_Kind] = []
# Stands for the person in the statement that is written once a day; no key of any table.
_SOMEBODY = -(2**62)


def hat_provider(kind: str, *, home: str, label: Callable[[str], str] = str) -> Callable[[HatProvider], HatProvider]:
    """For a function from a user's key to rows of what they act for today: (row's key, object's key, its name).

    `home` is the name of the URL of the desk, `label` makes the words under which they act out of the name.
    """

    def register(provider: HatProvider) -> HatProvider:
        _kinds.append(_Kind(kind, provider, home, label))
        _statement.cache_clear()
        return provider

    return register


def hats_of(user: User) -> list[Hat]:
    """Every hat the user may put on today: the staff's, then those of the floors in their order."""
    if not user.is_authenticated or not user.is_active:
        return []
    hats = [Hat(STAFF, None, _("Federation staff"), reverse("admin:index"))] if user.is_staff else []
    sql, params = _statement(timezone.localdate())
    with connection.cursor() as cursor:
        cursor.execute(sql, [user.pk if param == _SOMEBODY else param for param in params])
        hats += [_kinds[place].hat(object_id, name) for _key, object_id, name, place in cursor.fetchall()]
    # Two terms of one office are one hat.
    return list(dict.fromkeys(hats))


@lru_cache(maxsize=1)
def _statement(_today: datetime.date) -> tuple[str, tuple[Any, ...]]:
    """All kinds in one, as nearly every page of somebody signed in asks it: to write it takes longer than to answer."""
    parts = [one.provider(_SOMEBODY).order_by().annotate(place=Value(place)) for place, one in enumerate(_kinds)]
    sql, params = parts[0].union(*parts[1:], all=True).order_by("place", "pk").query.sql_with_params()
    return sql, params


def current_hat(request: HttpRequest) -> Hat | None:
    hats = request.hats
    chosen = request.session.get(SESSION_KEY) if hats else None
    return next((hat for hat in hats if hat.key == chosen), hats[0] if hats else None)


def acting_as(request: HttpRequest, kind: str) -> Hat:
    """The hat of this kind for this page: the current one if it fits, else the first that does (and the page says so).

    A form written under one hat and sent after another was put on, in a second window, still acts under its own
    (portal/_acting_as.html names it), and the person goes on under that. Raises Http404 for a person without such a
    hat, and for one who has lost the form's meanwhile.
    """
    written_under = request.POST.get(FORM_FIELD, "")
    if written_under.startswith(f"{kind}:"):
        return _put_on_again(request, written_under)
    if request.hat and request.hat.kind == kind:
        return request.hat
    for hat in request.hats:
        if hat.kind == kind:
            request.hat = hat
            # What is changed on this page is changed under this hat.
            pghistory.context(hat=hat.label)
            return hat
    raise Http404


def acting_for(request: HttpRequest, kind: str, object_id: int | None) -> Hat:
    """The person's hat for one enterprise, chamber or partner, put on for this page: a record has its own, whichever
    was worn before. Raises Http404 for a person without it."""
    hat = next((hat for hat in request.hats if (hat.kind, hat.object_id) == (kind, object_id)), None)
    if hat is None:
        raise Http404
    if request.hat.key != hat.key:
        request.hat = hat
        pghistory.context(hat=hat.label)
    return hat


def staff_hat(request: HttpRequest) -> str:
    """The words under which staff act in the admin, whichever hat they wear elsewhere."""
    return next((hat.label for hat in request.hats if hat.kind == STAFF), "")


def _put_on_again(request: HttpRequest, key: str) -> Hat:
    hat = next((hat for hat in request.hats if hat.key == key), None)
    if hat is None:
        raise Http404
    if request.hat.key != key:
        request.session[SESSION_KEY] = key
        request.hat = hat
        pghistory.context(hat=hat.label)
    return hat
