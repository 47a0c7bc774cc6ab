"""What a pressed button leads to, on every face: the action is called, what went wrong is said in words."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext as _

from federation.accounts.models import User
from federation.cases.errors import AlreadyMoved, CaseError
from services.demands import access
from services.demands.flow import FLOW
from services.demands.models import Demand


def why_not(user: User, demand: Demand) -> str:
    """Why a button that was there is there no more: somebody was quicker, or it is one's own."""
    if access.is_own(user, demand):
        return _("You speak for this enterprise yourself: somebody else has to do this.")
    return FLOW.where_it_stands(demand)


def refuse(request: HttpRequest, demand: Demand) -> None:
    messages.warning(request, why_not(request.user, demand))


def perform(
    request: HttpRequest, demand: Demand, act: Callable[..., Any], done: str, hat: str = "", **values: Any
) -> bool:
    """Whether it was done; what to say stands in the messages. Somebody who was quicker is named.

    Raises PermissionDenied for who may not at all, whatever the state.
    """
    try:
        act(demand, by=request.user, hat=hat, **values)
    except AlreadyMoved as error:
        messages.warning(request, error.message)
    except PermissionDenied:
        before = demand.status
        demand.refresh_from_db()
        if not access.is_own(request.user, demand) and demand.status == before:
            raise
        refuse(request, demand)
    except CaseError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, done)
        return True
    return False
