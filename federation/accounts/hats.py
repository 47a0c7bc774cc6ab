"""The hats a person may wear, and the one under which they act now.

Each app brings its own kind of hat in its `hats.py` with `@hat_provider`; this module knows none of them.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pghistory
from django.http import Http404, HttpRequest

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


HatProvider = Callable[[User], Iterable[Hat]]
_providers: list[HatProvider] = []


def hat_provider(provider: HatProvider) -> HatProvider:
    _providers.append(provider)
    return provider


def hats_of(user: User) -> list[Hat]:
    """Every hat the user may put on today, in the order of the floors."""
    if not user.is_authenticated or not user.is_active:
        return []
    return [hat for provider in _providers for hat in provider(user)]


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
