"""A pairing as those see it who give, who receive and who keep it; and the forms in which it begins."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from chambers.bodies.models import Chamber
from chambers.desk.views import acting_chamber
from federation.accounts.models import User
from federation.cases.pages import entries
from members.desk.scope import Desk, for_managers, sent
from members.enterprises.models import Enterprise
from poverty_aid.acting import attempt, fitting_hats, put_on
from poverty_aid.pairings import access, actions
from poverty_aid.pairings.forms import OutcomeForm, ProposeForm, ReasonForm, RemarkForm
from poverty_aid.pairings.models import Pairing
from poverty_aid.pairings.statuses import RUNNING, Status
from poverty_aid.pairings.transitions import FLOW

GIFTS_SHOWN = 50
MEMBERS_SHOWN = 100
# verb in the address → predicate, action, form, what is said when it is done
VERBS: dict[str, tuple[Callable[[User, Pairing], bool], Callable[..., Pairing], type[Form], Any]] = {
    "withdraw": (access.may_withdraw, actions.withdraw_pairing, RemarkForm, gettext_lazy("Withdrawn.")),
    "decline": (access.may_decline, actions.decline_pairing, ReasonForm, gettext_lazy("Declined.")),
    "begin": (access.may_begin, actions.begin_pairing, RemarkForm, gettext_lazy("Begun. Pledge the gifts here.")),
    "report": (access.may_report, actions.report_pairing, OutcomeForm, gettext_lazy("Sent. The village accepts next.")),
    "accept": (access.may_accept, actions.accept_pairing, RemarkForm, gettext_lazy("Accepted. Thank you.")),
    "return": (access.may_send_back, actions.send_back_pairing, ReasonForm, gettext_lazy("Sent back.")),
}
# Who else sees a pairing reads it: for them a verb is closed in whatever state it is.
SIDES: dict[str, Callable[[User, Pairing], bool]] = {
    **dict.fromkeys(("withdraw", "begin", "report"), access.on_givers_side),
    **dict.fromkeys(("accept", "return"), access.on_villages_side),
    "decline": lambda user, found: access.keeps(user) or access.serves(user, found),
}
STAGES = (Status.INTENT, Status.SIGNED, Status.UNDER_WAY, Status.ACCEPTANCE, Status.ARCHIVED)


def _visible(request: HttpRequest) -> Any:
    return Pairing.objects.visible_to(request.user).select_related(
        "enterprise", "chamber", "village__successor", "village__county", "programme", "agreement", "county"
    )


def wear(request: HttpRequest, pairing: Pairing) -> str:
    """Puts on the hat under which this pairing concerns the person; its label."""
    members = list(pairing.members.values_list("enterprise", flat=True)[: actions.MOST_MEMBERS])
    enterprises = [*members, pairing.enterprise_id] if pairing.enterprise_id else members
    chambers = [pairing.chamber_id] if pairing.chamber_id else []
    return put_on(request, fitting_hats(request, enterprises, chambers, pairing.village.stands_for.partner_id))


@login_required
@require_safe
def pairing(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(_visible(request), pk=pk)
    wear(request, found)
    return _page(request, found)


def _page(request: HttpRequest, found: Pairing, **bound: Form) -> HttpResponse:
    user: User = request.user
    open_to_me = [verb for verb, (may, *_rest) in VERBS.items() if may(user, found)]
    gifts = list(found.contributions.standing().order_by("-status_since", "-pk")[: GIFTS_SHOWN + 1])
    members = list(found.members.all()[: MEMBERS_SHOWN + 1])
    context = {
        "pairing": found,
        "members": members[:MEMBERS_SHOWN] if found.chamber_id else [],
        "forms": {verb: bound.get(verb) or VERBS[verb][2](auto_id=f"{verb}_%s") for verb in open_to_me},
        "gifts": gifts[:GIFTS_SHOWN],
        "may_pledge": found.status in RUNNING and access.speaks_for_giver(user, found),
        "gives": access.gives(user, found),
        "keeps": user.is_staff and access.keeps(user),
        "entries": entries(found.steps),
        "stages": stages(found),
        "reason": _last_reason(found),
    }
    return render(request, "poverty_aid/pairing.html", context)


def stages(found: Pairing) -> list[dict[str, str]]:
    """The road in five stations, each done, now or ahead."""
    if found.status in (Status.DECLINED, Status.WITHDRAWN):
        return []
    words = [_("Intent"), _("Signed"), _("Implemented"), _("Accepted"), _("Archived")]
    here = {Status.ACCEPTED: 4, Status.ARCHIVED: 5}.get(
        Status(found.status), STAGES.index(Status(found.status)) if found.status in STAGES else 0
    )
    return [
        {"label": word, "state": "done" if number < here else "now" if number == here else "ahead"}
        for number, word in enumerate(words)
    ]


def _last_reason(found: Pairing) -> str:
    """Why it was declined, or sent back by the village, while that is where it stands."""
    if found.status not in (Status.DECLINED, Status.UNDER_WAY):
        return ""
    last = found.steps.order_by("-at", "-pk").first()
    return last.reason if last and last.from_status in (Status.INTENT, Status.ACCEPTANCE) else ""


@login_required
@require_POST
def act(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    found = get_object_or_404(_visible(request), pk=pk)
    if not SIDES[verb](request.user, found):
        raise PermissionDenied
    hat = wear(request, found)
    _may, action, form_class, done = VERBS[verb]
    form = form_class(request.POST, auto_id=f"{verb}_%s")
    if not form.is_valid():
        return _page(request, found, **{verb: form})
    ok = attempt(
        request, FLOW, found, lambda: action(found, by=request.user, hat=hat, **form.cleaned_data), str(done), form
    )
    if not ok and form.errors:
        return _page(request, found, **{verb: form})
    return redirect(found)


# --- Intents --------------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
@for_managers
def propose(request: HttpRequest, desk: Desk) -> HttpResponse:
    """An enterprise wants to pair with a village."""
    return _propose(request, "poverty_aid:ours", enterprise=desk.enterprise)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def propose_for_chamber(request: HttpRequest) -> HttpResponse:
    """A chamber wants to, with those of its members that take part."""
    return _propose(request, "chamber_pairings:list", chamber=acting_chamber(request))


def _propose(
    request: HttpRequest, back: str, enterprise: Enterprise | None = None, chamber: Chamber | None = None
) -> HttpResponse:
    data, _files = sent(request)
    form = ProposeForm(data, chamber=chamber, initial={"village": request.GET.get("village", "")})
    if data is not None and form.is_valid():
        try:
            made = actions.propose_pairing(
                by=request.user, hat=request.hat.label, enterprise=enterprise, chamber=chamber, **form.cleaned_data
            )
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("Sent. The federation prepares the agreement."))
            return redirect(made)
    context = {
        "form": form,
        "giver": enterprise or chamber,
        "chamber": chamber,
        "back": back,
        "can_choose": form.fields["village"].queryset.exists() and form.fields["programme"].queryset.exists(),
    }
    return render(request, "poverty_aid/propose.html", context)
