"""Taking along what the portal holds."""

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from members.desk.exports import HOUR, MOST_AN_HOUR, allowed_now, sheets_about, write_archive
from members.desk.profile_views import SAFE_OR_POST
from members.desk.scope import Desk, for_colleagues


@SAFE_OR_POST
@never_cache
@for_colleagues
def export(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Who manages gets the enterprise's data and their own; a colleague gets their own."""
    if request.method != "POST":
        return render(request, "me/export.html", {"desk": desk, "most": MOST_AN_HOUR})
    if not allowed_now(desk.user):
        said = _("There have been many exports within the hour; please try again later.")
        response = render(request, "me/export.html", {"desk": desk, "most": MOST_AN_HOUR, "refused": said}, status=429)
        response["Retry-After"] = str(HOUR)
        return response
    enterprise = desk.enterprise if desk.manages else None
    about = desk.enterprise.name if desk.manages else str(desk.user)
    archive = write_archive(sheets_about(desk.user, enterprise), about)
    name = f"{desk.enterprise.uscc or desk.enterprise.pk}-{timezone.localdate():%Y%m%d}.zip"
    return FileResponse(archive, as_attachment=True, filename=name, content_type="application/zip")
