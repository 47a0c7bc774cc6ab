"""The one admin site all apps share."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.admin import ModelAdmin
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from unfold.admin import ModelAdmin as ThemedModelAdmin
from unfold.dataclasses import SearchResult
from unfold.sites import UnfoldAdminSite

from federation.portal.first_steps import first_steps_for
from federation.portal.sidebar import groups_waiting
from federation.portal.start_page import charts_for, tiles_for

FOUND_PER_LIST = 6
SEARCH_LENGTH = 80


class FederationAdminSite(UnfoldAdminSite):
    """Staff come in by the same door as everyone: logging in and out and passwords belong to /accounts/."""

    index_title = _("Staff desk")

    def register(
        self,
        model_or_iterable: type[Model] | Iterable[type[Model]],
        admin_class: type[ModelAdmin] | None = None,
        **options: Any,
    ) -> None:
        """Takes only admins in the portal's theme: libraries bring lists that look otherwise and that nobody needs."""
        if admin_class is not None and issubclass(admin_class, ThemedModelAdmin):
            super().register(model_or_iterable, admin_class, **options)

    def admin_view(self, view: Callable[..., HttpResponse], cacheable: bool = False) -> Callable[..., HttpResponse]:
        guarded = super().admin_view(view, cacheable)

        @wraps(guarded)
        def for_staff(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            """Raises Http404 for who is logged in but isn't staff: there is nothing here for them."""
            if request.user.is_authenticated and not self.has_permission(request):
                raise Http404
            return guarded(request, *args, **kwargs)

        return for_staff

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        if request.user.is_authenticated and not self.has_permission(request):
            raise Http404
        return redirect_to_login(request.GET.get("next") or reverse("admin:index"), settings.LOGIN_URL)

    def logout(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return _log_out(request)

    def password_change(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return redirect("account_change_password")

    def password_change_done(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return redirect("admin:index")

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """What a new federation still lacks, what waits for whom, then figures; everything else is in the sidebar."""
        return super().index(
            request,
            {
                "first_steps": first_steps_for(request.user),
                "groups": groups_waiting(request),
                "tiles": tiles_for(request.user),
                "charts": charts_for(request.user),
                **(extra_context or {}),
            },
        )

    def app_index(
        self, request: HttpRequest, app_label: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The sidebar shows all there is, by what staff do; a second list by program part would only puzzle."""
        return redirect("admin:index")

    def search(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """The sidebar's box: records found by the same index as everywhere, and lists by their name."""
        term = request.GET.get("s", "").strip()[:SEARCH_LENGTH]
        if not term:
            return HttpResponse()
        found = [*self._records(request, term), *self._search_apps(self.get_app_list(request), term.lower())]
        return TemplateResponse(request, "unfold/helpers/search_results.html", {"results": found})

    def _records(self, request: HttpRequest, term: str) -> Iterable[SearchResult]:
        for model, model_admin in self._registry.items():
            if not (getattr(model_admin, "quick_search", False) and model_admin.has_view_permission(request)):
                continue
            found, _doubled = model_admin.get_search_results(request, model_admin.get_queryset(request), term)
            for record in found[:FOUND_PER_LIST]:
                link = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_change", args=[record.pk])
                yield SearchResult(str(record), str(model._meta.verbose_name), link, "search")


@require_POST
def _log_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return redirect("/")
