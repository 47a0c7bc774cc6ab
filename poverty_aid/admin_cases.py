"""What pairings and gifts have in common in the admin: nobody of the staff stands on two sides of one case."""

from types import ModuleType
from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext as _

from federation.accounts.models import User
from federation.cases.admin import DecisionAdmin
from federation.portal.admin_base import Unchangeable


class AidCaseAdmin(Unchangeable, DecisionAdmin):
    """Nothing is edited here. `access` is the module of the subject's predicates."""

    access: ClassVar[ModuleType]

    def has_decide_permission(self, request: HttpRequest) -> bool:
        return self.access.keeps(request.user)

    def why_not(self, user: User, record: Any) -> str:
        if self.access.gives(user, record) or self.access.serves(user, record):
            return _("You belong to one of the sides: somebody else has to act for the federation.")
        if record.steps.filter(actor=user).exists():
            return _("You acted on behalf of another side before: somebody else has to act now.")
        return super().why_not(user, record)
