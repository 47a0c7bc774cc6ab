"""The buttons of a case in the admin: who may press one, what is asked first, and the action behind it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from unfold.dataclasses import UnfoldAction
from unfold.widgets import (
    UnfoldAdminDecimalFieldWidget,
    UnfoldAdminSelectWidget,
    UnfoldAdminSingleDateWidget,
    UnfoldAdminTextareaWidget,
    UnfoldAdminTextInputWidget,
)

from federation.accounts.hats import STAFF
from federation.accounts.models import User
from federation.cases.errors import AlreadyMoved
from federation.cases.flow import Flow
from federation.cases.models import Case
from federation.portal.admin_base import RecordAdmin, Unchangeable

# The theme draws links of a record as plain text.
LINK = "text-primary-600 dark:text-primary-500 underline"


@dataclass(frozen=True)
class Decision:
    """One button. `act` takes the case, `by`, `hat` and the form's values; `opens` gives a form for this case."""

    may: Callable[[User, Any], bool]
    act: Callable[..., Any]
    title: str | Promise
    done: str | Promise
    opens: Callable[[Any, Any, Any], forms.Form]


def dressed(form: forms.Form) -> forms.Form:
    """The theme's widgets in place of the portal's."""
    for field in form.fields.values():
        field.widget = _dressed(field)
    return form


def _dressed(field: forms.Field) -> forms.Widget:
    if isinstance(field, forms.ChoiceField | forms.ModelChoiceField):
        return UnfoldAdminSelectWidget(choices=field.choices)
    if isinstance(field, forms.DateField):
        return UnfoldAdminSingleDateWidget()
    if isinstance(field, forms.DecimalField):
        return UnfoldAdminDecimalFieldWidget()
    if isinstance(field.widget, forms.Textarea):
        return UnfoldAdminTextareaWidget(attrs={"rows": field.widget.attrs.get("rows", 4)})
    if isinstance(field, forms.FileField):
        return field.widget
    return UnfoldAdminTextInputWidget()


class CaseAdmin(Unchangeable, RecordAdmin):
    """Nothing is edited here: a case moves by its buttons, which call the same actions as every other page."""

    DECISIONS: ClassVar[dict[str, Decision]] = {}
    flow: ClassVar[Flow]

    def keeps(self, user: User) -> bool:
        raise NotImplementedError

    def belongs(self, user: User, case: Any) -> bool:
        """Whether the person is on one of the sides, so that somebody else of the staff has to act."""
        raise NotImplementedError

    def get_actions_detail(self, request: HttpRequest, object_id: int) -> list[UnfoldAction]:
        """Only what this person may do with this case now."""
        case = self.get_object(request, str(object_id))
        if case is None:
            return []
        return [
            button
            for button in self._get_base_actions_detail()
            if self.DECISIONS[button.method.original_function_name].may(request.user, case)
        ]

    def decide(self, request: HttpRequest, object_id: int, name: str) -> HttpResponse:
        """Asks first; then acts."""
        decision = self.DECISIONS[name]
        if not self.keeps(request.user):
            raise PermissionDenied
        found: QuerySet = self.get_queryset(request)
        case = get_object_or_404(found, pk=object_id)
        url = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[case.pk])
        posted = request.method == "POST"
        form = decision.opens(case, request.POST if posted else None, request.FILES if posted else None)
        form = dressed(form)
        if posted and form.is_valid() and self._act(request, case, decision, form):
            return HttpResponseRedirect(url)
        if not form.errors and not decision.may(request.user, case):
            messages.warning(request, self._why_not(request.user, case))
            return HttpResponseRedirect(url)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": case,
            "title": decision.title,
            "form": form,
            "back": url,
        }
        return TemplateResponse(request, "admin/poverty_aid/decide.html", context)

    def _act(self, request: HttpRequest, case: Case, decision: Decision, form: forms.Form) -> bool:
        """Whether the person goes back to the record: it was done, or somebody was quicker."""
        hat = next((hat.label for hat in request.hats if hat.kind == STAFF), "")
        try:
            decision.act(case, by=request.user, hat=hat, form=form)
        except AlreadyMoved as error:
            messages.warning(request, error.message)
        except PermissionDenied:
            case.refresh_from_db()
            messages.error(request, self._why_not(request.user, case))
        except ValidationError as error:
            form.add_error(None, error)
            return False
        else:
            messages.success(request, str(decision.done))
        return True

    def _why_not(self, user: User, case: Any) -> str:
        if self.belongs(user, case):
            return _("You belong to one of the sides: somebody else has to act for the federation.")
        if case.steps.filter(actor=user).exists():
            return _("You acted on behalf of another side before: somebody else has to act now.")
        return self.flow.where_it_stands(case)


def plain(form_class: type[forms.Form], **initial: Any) -> Callable[[Any, Any, Any], forms.Form]:
    return lambda case, data, files: form_class(data, files, initial=initial)


def with_values(action: Callable[..., Any]) -> Callable[..., Any]:
    """An action that takes the form's fields as they are."""
    return lambda case, *, by, hat, form: action(case, by=by, hat=hat, **form.cleaned_data)
