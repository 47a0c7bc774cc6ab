"""A person's messages. They belong to the person, not to the hat."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from federation.inbox import actions
from federation.inbox.models import Message
from federation.portal.context import UNREAD_SHOWN
from federation.portal.paging import keyset_page

ORDER = ["-created_at", "-pk"]


@require_safe
@login_required
def message_list(request: HttpRequest) -> HttpResponse:
    """Newest first; `?unread=1` leaves out what has been read."""
    mine = Message.objects.visible_to(request.user)
    only_unread = request.GET.get("unread") == "1"
    page = keyset_page(mine.unread() if only_unread else mine, request, ORDER)
    unread = actions.unread_count(request.user, UNREAD_SHOWN + 1)
    context = {
        "page": page,
        "only_unread": only_unread,
        "unread": unread,
        "more_unread": unread > UNREAD_SHOWN,
        "unread_shown": UNREAD_SHOWN,
    }
    return render(request, "inbox/list.html", context)


@require_safe
@login_required
def message_page(request: HttpRequest, pk: int) -> HttpResponse:
    message = get_object_or_404(Message.objects.visible_to(request.user), pk=pk)
    return render(request, "inbox/message.html", {"message": message})


@require_POST
@login_required
def open_message(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark it read, then show it: browsers and scanners fetch pages ahead, so showing alone changes nothing."""
    message = get_object_or_404(Message.objects.visible_to(request.user), pk=pk)
    actions.mark_read(message)
    return redirect("inbox:message", pk=pk)


@require_POST
@login_required
def mark_all_read(request: HttpRequest) -> HttpResponse:
    number = actions.mark_all_read(request.user)
    text = ngettext("%(number)s message marked as read.", "%(number)s messages marked as read.", number)
    messages.success(request, text % {"number": number})
    return redirect("inbox:list")
