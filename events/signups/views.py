"""Signing up, declining, cancelling, and a person's own list."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from events.events.errors import EventError
from events.events.flow import FLOW
from events.events.models import Event
from events.events.statuses import COMING
from events.events.views import number_in_line, visible_event
from events.signups import access, actions
from events.signups.forms import ColleagueFormSet, DeclineForm, OneselfForm, people_of
from events.signups.models import EventAttendance, SignUp
from events.signups.statuses import Status
from federation.accounts.hats import FORM_FIELD, acting_as
from federation.accounts.models import User
from federation.cases.errors import CaseError
from federation.portal.paging import keyset_page
from members.enterprises.models import Enterprise, Representative
from members.hats import ENTERPRISE

MOST_KNOWN = 12
COMING_SHOWN = 100


def acting_enterprise(request: HttpRequest) -> Enterprise | None:
    """The enterprise for which this person signs up; None for somebody who acts for none.

    Raises Http404 when the form was written for one for which they act no more: sent as a private person's it would
    drop the colleagues it names, and pass the enterprise's limit.
    """
    named = request.POST.get(FORM_FIELD, "").startswith(f"{ENTERPRISE}:")
    if not named and all(hat.kind != ENTERPRISE for hat in request.hats):
        return None
    hat = acting_as(request, ENTERPRISE)
    return get_object_or_404(Enterprise.objects.current().represented_by(request.user), pk=hat.object_id)


def _colleagues(user: User, enterprise: Enterprise) -> QuerySet[User]:
    acting = Representative.objects.acting().filter(enterprise=enterprise)
    people = User.objects.filter(pk__in=acting.values("user"), is_active=True).exclude(pk=user.pk)
    return people.order_by("name", "pk")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def sign_up(request: HttpRequest, pk: int) -> HttpResponse:
    event = visible_event(request, pk)
    try:
        actions.refuse_unless_open(event, request.user)
    except EventError as error:
        messages.warning(request, error.message)
        return redirect(event)
    enterprise = acting_enterprise(request)
    sent = request.POST if request.method == "POST" else None
    if enterprise is None:
        if sent is not None:
            return _signed_up(request, event, [actions.oneself(request.user)], None)
        return render(request, "events/sign_up.html", {"event": event})
    form = OneselfForm(sent, colleagues=_colleagues(request.user, enterprise))
    lines = ColleagueFormSet(sent, prefix="line")
    # Both are checked, so that all that is wrong shows at once.
    fits = [form.is_valid(), lines.is_valid()]
    if sent is not None and all(fits):
        people = people_of(request.user, form, lines)
        if people:
            return _signed_up(request, event, people, enterprise)
        form.add_error("myself", _("Nobody would come: tick the box, or name a colleague."))
    context = {
        "event": event,
        "enterprise": enterprise,
        "form": form,
        "lines": lines,
        "knows_colleagues": "colleagues" in form.fields,
    }
    return render(request, "events/sign_up.html", context)


def _signed_up(
    request: HttpRequest, event: Event, people: list[actions.Person], enterprise: Enterprise | None
) -> HttpResponse:
    try:
        made = actions.sign_up(event, by=request.user, people=people, enterprise=enterprise)
    except CaseError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("events:sign_up", event.pk)
    going = [one for one in made if one.status == Status.GOING]
    waiting = [one for one in made if one.status == Status.WAITING]
    if going:
        names = {"names": _(", ").join(one.name for one in going)}
        said = ngettext("%(names)s has a place.", "%(names)s have places.", len(going))
        messages.success(request, said % names)
    if waiting:
        names = {"names": _(", ").join(one.name for one in waiting), "number": number_in_line(waiting[0])}
        said = _("No place was left for %(names)s: on the waiting list from number %(number)d on.")
        messages.warning(request, said % names)
    return redirect(event)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def decline(request: HttpRequest, pk: int) -> HttpResponse:
    event = visible_event(request, pk)
    if event.status not in COMING:
        messages.warning(request, FLOW.where_it_stands(event))
        return redirect(event)
    if not access.may_decline(request.user, event):
        raise PermissionDenied
    form = DeclineForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.decline(
                event,
                by=request.user,
                reason=form.cleaned_data["reason"],
                enterprise=acting_enterprise(request),
            )
        except CaseError as error:
            messages.warning(request, " ".join(error.messages))
        else:
            messages.success(request, _("Thank you for telling the hosts."))
        return redirect(event)
    return render(request, "events/decline.html", {"event": event, "form": form})


@login_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """What this person signed up for, and whom they signed up; what is meant for them; where they have been."""
    user = request.user
    own = SignUp.objects.of(user).select_related("event__places", "participant", "enterprise")
    coming = own.standing().filter(event__in=Event.objects.coming()).order_by("event__starts_at", "pk")[:COMING_SHOWN]
    coming = list(coming)
    for signup in coming:
        signup.number = number_in_line(signup) if signup.status == Status.WAITING else None
    answered = SignUp.objects.filter(participant__user=user).exclude(status=Status.CANCELLED)
    meant = Event.objects.meant_for(user).coming().filter(takes_signups=True, is_public=False)
    attended = EventAttendance.objects.filter(participant__user=user).select_related("event")
    context = {
        "coming": coming,
        "invitations": meant.exclude(pk__in=answered.values("event")).order_by("starts_at", "pk")[:MOST_KNOWN],
        "attended": keyset_page(attended, request, order=("-at", "-pk")),
        "now": timezone.now(),
    }
    return render(request, "events/mine.html", context)


@login_required
@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """One's own, or that of a colleague one signed up; by who runs the event that of somebody who called."""
    seen = SignUp.objects.visible_to(request.user)
    signup = get_object_or_404(seen.select_related("event__chamber", "participant"), pk=pk)
    try:
        actions.cancel_signup(signup, by=request.user, reason=request.POST.get("reason", ""))
    except CaseError as error:
        messages.warning(request, " ".join(error.messages))
    else:
        messages.success(request, _("The sign-up of %(name)s is cancelled.") % {"name": signup.name})
    return redirect(
        signup.event if access.is_own(request.user, signup) else reverse("events:door", args=[signup.event_id])
    )
