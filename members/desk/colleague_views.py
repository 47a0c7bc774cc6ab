"""Colleagues, invitations, and the page that an invitation's link opens."""

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from federation.accounts.hats import SESSION_KEY
from members.desk import colleagues as actions
from members.desk.forms import InviteForm
from members.desk.models import Invitation
from members.desk.profile_views import SAFE_OR_POST
from members.desk.scope import Desk, back, for_colleagues, for_managers, sent
from members.enterprises.models import Representative
from members.hats import ENTERPRISE

# More people than act for any one enterprise; the list is one page.
MOST_SHOWN = 200


@require_safe
@for_colleagues
def colleagues(request: HttpRequest, desk: Desk) -> HttpResponse:
    people = Representative.objects.acting().filter(enterprise=desk.enterprise).select_related("user")
    invitations = actions.open_invitations(desk.enterprise).select_related("invited_by") if desk.manages else []
    return render(
        request,
        "me/colleagues.html",
        {
            "desk": desk,
            "people": people.order_by("-role", "since", "pk")[:MOST_SHOWN],
            "invitations": invitations,
            "now": timezone.now(),
        },
    )


@SAFE_OR_POST
@for_managers
def invite(request: HttpRequest, desk: Desk) -> HttpResponse:
    form = InviteForm(sent(request)[0])
    if request.method == "POST" and form.is_valid():
        asked = form.cleaned_data
        try:
            actions.invite(desk.enterprise, name=asked["name"], role=asked["role"], by=desk.user, **asked["reach"])
        except ValidationError as error:
            form.add_error("reach", error.messages)
        else:
            messages.success(request, _("The invitation for %(name)s is on its way.") % {"name": asked["name"]})
            return back("colleagues")
    return render(
        request,
        "me/form.html",
        {
            "desk": desk,
            "form": form,
            "title": _("Invite a colleague"),
            "submit": _("Send the invitation"),
            "back_url": reverse("me:colleagues"),
        },
    )


def _person(desk: Desk, pk: int) -> Representative:
    people = Representative.objects.acting().select_related("user")
    return get_object_or_404(people, pk=pk, enterprise=desk.enterprise)


@require_safe
@for_managers
def colleague(request: HttpRequest, desk: Desk, pk: int) -> HttpResponse:
    return render(request, "me/colleague.html", {"desk": desk, "person": _person(desk, pk)})


@require_POST
@for_colleagues
def remove(request: HttpRequest, desk: Desk, pk: int) -> HttpResponse:
    """Managers remove anyone; everyone may leave."""
    person = _person(desk, pk)
    if person.user_id != desk.user.pk and not desk.manages:
        raise PermissionDenied
    try:
        actions.remove_colleague(person, by=desk.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return back("colleagues")
    if person.user_id == desk.user.pk:
        messages.success(request, _("You no longer act for %(name)s.") % {"name": desk.enterprise})
        return redirect("/")
    messages.success(request, _("%(name)s no longer acts for the enterprise.") % {"name": person.user})
    return back("colleagues")


@require_POST
@for_managers
def role(request: HttpRequest, desk: Desk, pk: int) -> HttpResponse:
    person = _person(desk, pk)
    wanted = request.POST.get("role", "")
    try:
        actions.change_role(person, wanted if wanted in Representative.Role.values else person.role, by=desk.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("Saved."))
    return back("colleagues")


@require_POST
@for_managers
def hand_over(request: HttpRequest, desk: Desk, pk: int) -> HttpResponse:
    person = _person(desk, pk)
    try:
        actions.hand_over(desk.representative, person)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("%(name)s now manages the profile.") % {"name": person.user})
    return back("colleagues")


@require_POST
@for_managers
def send_again(request: HttpRequest, desk: Desk, pk: int) -> HttpResponse:
    row = get_object_or_404(Invitation, pk=pk, enterprise=desk.enterprise)
    try:
        actions.send_again(row)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("The invitation for %(name)s is on its way.") % {"name": row.name})
    return back("colleagues")


@require_POST
@for_managers
def withdraw(request: HttpRequest, desk: Desk, pk: int) -> HttpResponse:
    row = get_object_or_404(Invitation, pk=pk, enterprise=desk.enterprise)
    try:
        actions.withdraw_invitation(row)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("The invitation was withdrawn; its link no longer works."))
    return back("colleagues")


@SAFE_OR_POST
@never_cache
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Who has the link may accept: telephone or e-mail needn't match, but who invites whom is said first."""
    row = get_object_or_404(Invitation.objects.select_related("enterprise", "invited_by"), token=token)
    if request.method == "POST":
        return _accept(request, row)
    there = urlencode({"next": request.path})
    return render(
        request,
        "me/invitation.html",
        {
            "invitation": row,
            "closed": actions.why_closed(row),
            "login": f"{reverse('account_login')}?{there}",
            "signup": f"{reverse('account_signup')}?{there}",
        },
    )


@login_required
def _accept(request: HttpRequest, row: Invitation) -> HttpResponse:
    try:
        joined = actions.accept_invitation(row, by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("me:invitation", row.token)
    request.session[SESSION_KEY] = f"{ENTERPRISE}:{joined.enterprise_id}"
    messages.success(request, _("You now act for %(name)s.") % {"name": row.enterprise})
    return back("desk")
