"""The staff's face of whatever is decided: a record with the buttons that are open to this person now."""

from collections.abc import Callable
from typing import Any, ClassVar

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from unfold.dataclasses import UnfoldAction
from unfold.decorators import action, display
from unfold.enums import ActionVariant

from federation.accounts.hats import staff_hat
from federation.accounts.models import User
from federation.cases.decisions import Decision
from federation.cases.errors import AlreadyMoved
from federation.cases.flow import Flow
from federation.cases.models import Case
from federation.portal.admin_base import RecordAdmin
from federation.portal.admin_theme import in_theme
from federation.portal.formats import cn_date


def _button(decision: Decision) -> Callable[..., HttpResponse]:
    def press(self: "DecisionAdmin", request: HttpRequest, object_id: str) -> HttpResponse:
        return self.decide(request, object_id, decision)

    press.__name__ = decision.view_name
    variant = ActionVariant.DEFAULT
    if decision.is_next:
        variant = ActionVariant.PRIMARY
    elif decision.is_grave:
        variant = ActionVariant.DANGER
    return action(description=decision.title, url_path=decision.name, icon=decision.icon, variant=variant)(press)


class DecisionAdmin(RecordAdmin):
    """A record moves by its buttons, which call the same actions as every other page.

    `decisions` become the buttons of the record's page, each with an address of its own, in this order. A template of a
    subject extends admin/decide.html to say more before something is decided.
    """

    decisions: ClassVar[tuple[Decision, ...]] = ()
    flow: ClassVar[Flow[Any] | None] = None
    decide_template = "admin/decide.html"

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        for decision in cls.decisions:
            setattr(cls, decision.view_name, _button(decision))
        if cls.decisions and "actions_detail" not in cls.__dict__:
            cls.actions_detail = [decision.view_name for decision in cls.decisions]

    def has_decide_permission(self, request: HttpRequest) -> bool:
        """Whether deciding about such records is this person's work at all; to others the door is shut."""
        raise NotImplementedError

    def why_not(self, user: User, record: Any) -> str:
        """Why this person can't press a button that was there, or that somebody else has: mostly, who was quicker."""
        return self.flow.where_it_stands(record) if self.flow else ""

    def about(self, request: HttpRequest, record: Any, decision: Decision) -> dict[str, Any]:
        """What the page says of the record before it is decided."""
        return {}

    def shows(self, name: str, user: User, record: Any) -> bool:
        """Whether a button that decides nothing, and only leads elsewhere, stands on the record's page."""
        return True

    # --- The record's page --------------------------------------------------------------------------

    def get_actions_detail(self, request: HttpRequest, object_id: int) -> list[UnfoldAction]:
        """Only what this person may do with this record now."""
        record = self.get_object(request, str(object_id))
        if record is None:
            return []
        decisions = {decision.view_name: decision for decision in self.decisions}

        def stands(name: str) -> bool:
            decision = decisions.get(name)
            return decision.is_offered(request.user, record) if decision else self.shows(name, request.user, record)

        return [one for one in self._get_base_actions_detail() if stands(one.method.original_function_name)]

    # --- One decision -------------------------------------------------------------------------------

    def decide(self, request: HttpRequest, object_id: str | int, decision: Decision) -> HttpResponse:
        """Asks first, once more where nothing need be said; then acts, and says what came of it."""
        if not self.has_decide_permission(request):
            raise PermissionDenied
        record = self.get_object(request, str(object_id))
        if record is None:
            raise Http404
        if not decision.may(request.user, record):
            return self.refuse(request, record)
        posted = request.method == "POST"
        form = decision.form_for(record, request.POST if posted else None, request.FILES if posted else None)
        if posted and (form is None or form.is_valid()):
            done = self._act(request, record, decision, form)
            if done is not None:
                return done
        return self._ask(request, record, decision, form)

    def refuse(self, request: HttpRequest, record: Any) -> HttpResponse:
        messages.warning(request, self.why_not(request.user, record))
        return self.back_to(record)

    def back_to(self, record: Any) -> HttpResponse:
        return HttpResponseRedirect(self._url_of(record))

    def _url_of(self, record: Any) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[record.pk])

    def _act(self, request: HttpRequest, record: Any, decision: Decision, form: Form | None) -> HttpResponse | None:
        """Nothing, if the form has to be shown once more: what its reader can mend stands on it."""
        values = decision.values(form) if form is not None else {}
        try:
            outcome = decision.act(record, by=request.user, hat=staff_hat(request), **values)
        except AlreadyMoved as error:
            messages.warning(request, " ".join(error.messages))
        except PermissionDenied:
            record.refresh_from_db()
            return self.refuse(request, record)
        except ValidationError as error:
            if form is not None:
                form.add_error(None, ValidationError(error.messages))
                return None
            messages.error(request, " ".join(error.messages))
        else:
            messages.success(request, str(decision.done))
            return self.back_to(self.leads_to(record, outcome))
        return self.back_to(record)

    def leads_to(self, record: Any, outcome: Any) -> Any:
        """The record on whose page one ends: its new version, where the action made one."""
        return record

    def _ask(self, request: HttpRequest, record: Any, decision: Decision, form: Form | None) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": record,
            "title": decision.title,
            "decision": decision,
            "form": None if form is None else in_theme(form),
            "back": self._url_of(record),
            **self.about(request, record, decision),
        }
        return TemplateResponse(request, self.decide_template, context)


@display(description=_("due"), ordering="due_at", label={"late": "danger", "due": "", "none": ""})
def due_shown(model_admin: Any, case: Case) -> tuple[str, str]:
    """A column for lists of cases."""
    if case.due_at is None:
        return "none", "—"
    return ("late" if case.is_overdue else "due"), cn_date(case.due_at)
