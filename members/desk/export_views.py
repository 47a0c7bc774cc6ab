"""Taking along what the portal holds."""

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from members.desk.exports import HOUR, allowed_now, sheets_about, write_archive
from members.desk.profile_views import SAFE_OR_POST
from members.desk.scope import Desk, desk_of


@SAFE_OR_POST
@never_cache
@login_required
def export(request: HttpRequest) -> HttpResponse:
    """Everyone takes along what is held about them; who manages an enterprise, also what is held about that."""
    desk = _desk_or_none(request)
    if request.method != "POST":
        return render(request, "me/export.html", {"desk": desk})
    if not allowed_now(request.user):
        said = _("There have been many exports within the hour; please try again later.")
        response = render(request, "me/export.html", {"desk": desk, "refused": said}, status=429)
        response["Retry-After"] = str(HOUR)
        return response
    enterprise = desk.enterprise if desk and desk.manages else None
    archive = write_archive(sheets_about(request.user, enterprise), str(enterprise or request.user))
    name = f"{(enterprise and enterprise.uscc) or request.user.username}-{timezone.localdate():%Y%m%d}.zip"
    return FileResponse(archive, as_attachment=True, filename=name, content_type="application/zip")


def _desk_or_none(request: HttpRequest) -> Desk | None:
    try:
        return desk_of(request)
    except Http404:
        return None
