"""The enterprise of a page of the desk, and what this person may do there. Loaded and authorised in one step."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.datastructures import MultiValueDict

from federation.accounts.hats import acting_as
from federation.accounts.models import User
from members.desk.access import manages
from members.enterprises.models import Enterprise, Representative
from members.hats import ENTERPRISE


@dataclass(frozen=True)
class Desk:
    user: User
    enterprise: Enterprise
    representative: Representative

    @property
    def manages(self) -> bool:
        return manages(self.representative)


View = Callable[..., HttpResponse]


def desk_of(request: HttpRequest) -> Desk:
    """The desk under the hat worn now. Raises Http404 for who acts for no enterprise."""
    hat = acting_as(request, ENTERPRISE)
    representative = (
        Representative.objects.acting()
        .filter(user=request.user, enterprise=hat.object_id, enterprise__merged_into=None)
        .select_related("enterprise", "enterprise__town", "enterprise__park", "enterprise__industry")
        .first()
    )
    if representative is None:
        raise Http404
    return Desk(request.user, representative.enterprise, representative)


def for_colleagues(view: View) -> View:
    """Everyone who acts for the enterprise."""

    @login_required
    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return view(request, desk_of(request), *args, **kwargs)

    return wrapped


def for_managers(view: View) -> View:
    """Who manages the profile and colleagues; 403 for a colleague, who may read but not write."""

    @login_required
    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        desk = desk_of(request)
        if not desk.manages:
            raise PermissionDenied
        return view(request, desk, *args, **kwargs)

    return wrapped


def back(name: str, *args: Any) -> HttpResponse:
    return redirect(f"me:{name}", *args)


def sent(request: HttpRequest) -> tuple[QueryDict | None, MultiValueDict | None]:
    """What a form is bound to. A form of one unticked box sends nothing, and is sent all the same."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)
