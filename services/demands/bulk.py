"""Several demands assigned with one form."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from federation.cases.errors import CaseError
from services.demands.models import Demand

MOST = 200


@dataclass
class Outcome:
    """How many were done, and why each of the others wasn't."""

    done: int = 0
    refused: list[tuple[Demand, str]] = field(default_factory=list)


def assign_all(demands: Iterable[Demand], assign: Callable[..., Demand], **values: Any) -> Outcome:
    """Each in a transaction of its own."""
    outcome = Outcome()
    for demand in demands:
        try:
            assign(demand, **values)
        except CaseError as error:
            outcome.refused.append((demand, " ".join(error.messages)))
        except PermissionDenied:
            outcome.refused.append((demand, _("You speak for this enterprise yourself: somebody else has to do this.")))
        else:
            outcome.done += 1
    return outcome
