"""Files leave only after their policy has been asked."""

from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header, parse_etags, quote_etag
from django.views.decorators.http import require_safe

from federation.files.models import StoredFile
from federation.files.pictures import FORMATS
from federation.files.policies import UploadPolicy, policy_for

DAY = 24 * 3600
# No script, no plug-in, no form, whatever a browser takes the file for.
SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


@require_safe
def serve(request: HttpRequest, pk: UUID) -> HttpResponse:
    """404 for who may not read it: that it exists is nobody else's business."""
    file = get_object_or_404(StoredFile, pk=pk)
    try:
        policy = policy_for(file.purpose)
    except KeyError as error:
        raise Http404 from error
    shared = policy.public and policy.may_read(AnonymousUser(), file)
    if not shared and not policy.may_read(request.user, file):
        raise Http404
    etag = quote_etag(file.sha256)
    if etag in parse_etags(request.headers.get("If-None-Match", "")):
        response: HttpResponse = HttpResponseNotModified()
    else:
        response = _content(file)
    return _with_headers(response, file, policy, etag, shared=shared)


def _content(file: StoredFile) -> HttpResponse:
    if settings.FILES_ACCEL_PREFIX:
        # nginx sends it: location FILES_ACCEL_PREFIX { internal; alias MEDIA_ROOT; }
        response = HttpResponse()
        response["X-Accel-Redirect"] = f"{settings.FILES_ACCEL_PREFIX}{file.content.name}"
        return response
    try:
        return FileResponse(file.content.open("rb"))
    except FileNotFoundError as error:
        raise Http404 from error


def _with_headers(
    response: HttpResponse, file: StoredFile, policy: UploadPolicy, etag: str, *, shared: bool
) -> HttpResponse:
    inline = file.content_type in FORMATS
    response["Content-Type"] = file.content_type
    response["Content-Disposition"] = content_disposition_header(not inline, file.name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = SANDBOX
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["ETag"] = etag
    response["Cache-Control"] = f"public, max-age={DAY}" if shared else "private, no-cache"
    return response
