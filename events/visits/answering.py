"""Trying an action for a page: what went wrong is said in words, and the page comes again."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import HttpRequest

from federation.cases.errors import AlreadyMoved, CaseError


def attempt(request: HttpRequest, act: Callable[[], Any], done: str, form: Form | None = None) -> bool:
    """Whether it was done. A fault that concerns what was typed goes to the form, so that nothing typed is lost.

    PermissionDenied is left to the page: 403 for who reads but may not write.
    """
    try:
        act()
    except AlreadyMoved as error:
        messages.warning(request, error.message)
        return False
    except CaseError as error:
        if form is not None:
            form.add_error(None, error)
        else:
            messages.error(request, " ".join(error.messages))
        return False
    messages.success(request, done)
    return True


def refuse(allowed: bool) -> None:
    """403 for a reader who may not write."""
    if not allowed:
        raise PermissionDenied
