"""The admin's history page, from the triggers instead of the admin's own log, which sees only what the admin did."""

from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from federation.audit.history import history_of

SHOWN = 100


class HistoryMixin:
    """For any ModelAdmin; a model without history keeps Django's page."""

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if not hasattr(self.model, "pgh_event_models"):
            return super().history_view(request, object_id, extra_context)
        record = self.get_object(request, unquote(object_id))
        if record is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": _("History: %(record)s") % {"record": record},
            "subtitle": None,
            "entries": history_of(record, SHOWN),
            "most_shown": SHOWN,
            "module_name": capfirst(str(self.opts.verbose_name_plural)),
            "object": record,
            "opts": self.opts,
            "preserved_filters": self.get_preserved_filters(request),
            **(extra_context or {}),
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "audit/admin_history.html", context)
