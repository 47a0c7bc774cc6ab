"""Lists of the admin that go along in a file."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_safe


class Exported:
    """The list as it is filtered and searched, in a file. Stands before the admin class; `export_file` makes the file
    and raises ValidationError in words where it would be too large."""

    export_route = "export/<slug:kind>/"
    export_kinds: tuple[str, ...] = ("xlsx", "csv")

    def export_file(self, found: QuerySet[Any], kind: str) -> HttpResponse:
        raise NotImplementedError

    def get_custom_urls(self) -> tuple[tuple[str, str, Any], ...]:
        return (*super().get_custom_urls(), (self.export_route, self._named("export"), self.export))

    def _named(self, view: str) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_{view}"

    @method_decorator(require_safe)
    def export(self, request: HttpRequest, kind: str = "xlsx", **kwargs: Any) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        if kind not in self.export_kinds:
            raise Http404
        try:
            return self.export_file(self.get_changelist_instance(request).get_queryset(request), kind)
        except ValidationError as error:
            messages.warning(request, " ".join(error.messages))
            listed = reverse(f"admin:{self._named('changelist')}")
            return HttpResponseRedirect(f"{listed}?{request.GET.urlencode()}")
