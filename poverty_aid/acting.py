"""Under which hat somebody acts on a case, and how what goes wrong is told."""

from collections.abc import Callable, Collection
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import Form
from django.http import HttpRequest

from chambers.hats import SECRETARY
from federation.accounts.hats import FORM_FIELD, Hat
from federation.cases.errors import AlreadyMoved
from federation.cases.flow import Flow
from federation.cases.models import Case
from members.hats import ENTERPRISE, PARTNER


def fitting_hats(
    request: HttpRequest, enterprises: Collection[int], chambers: Collection[int], partner: int | None
) -> list[Hat]:
    """Those of the person's hats under which this case concerns them."""
    concerned = {ENTERPRISE: set(enterprises), SECRETARY: set(chambers), PARTNER: {partner}}
    return [hat for hat in request.hats if hat.object_id in concerned.get(hat.kind, ())]


def put_on(request: HttpRequest, fitting: list[Hat]) -> str:
    """The hat that the form was written under, else the one worn, else the first that fits; its label."""
    if fitting:
        written = request.POST.get(FORM_FIELD, "")
        worn = request.hat.key if request.hat else ""
        by_key = {hat.key: hat for hat in fitting}
        request.hat = by_key.get(written) or by_key.get(worn) or fitting[0]
    return request.hat.label if request.hat else ""


def attempt(
    request: HttpRequest, flow: Flow, case: Case, act: Callable[[], Any], done: str, form: Form | None = None
) -> bool:
    """Whether it was done. Otherwise the reason stands above the page, or by the form if one is given.

    Whoever was late is told where it stands; whoever never may is refused (PermissionDenied).
    """
    try:
        act()
    except AlreadyMoved as error:
        messages.warning(request, error.message)
    except PermissionDenied:
        before = case.status
        case.refresh_from_db(fields=["status"])
        if case.status == before:
            raise
        messages.warning(request, flow.where_it_stands(case))
    except ValidationError as error:
        if form is None:
            messages.error(request, " ".join(error.messages))
        else:
            form.add_error(None, error)
    else:
        messages.success(request, done)
        return True
    return False
