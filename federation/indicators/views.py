"""The pages of figures: the list, one figure with its charts, and the rows behind it."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.http import content_disposition_header
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from federation.accounts.models import User
from federation.indicators import figures, pages, registry, resources
from federation.indicators.access import may_open_rows, may_see, visible_indicators
from federation.indicators.forms import FigureForm
from federation.indicators.registry import Indicator, Scope
from federation.portal.paging import keyset_page
from federation.search.shortlived import Shortlived

ROWS_SHOWN = 25
# What everyone may ask must be answerable without counting a large table: one filter at a time.
PUBLIC_FILTERS = 1
# What everyone sees is the same for everyone, and says as of when it is.
SECONDS = 60
_public: Shortlived[SafeString] = Shortlived(SECONDS, size=300)


def _asked(request: HttpRequest, name: str) -> Indicator:
    try:
        indicator = registry.get(name)
    except KeyError:
        raise Http404 from None
    if not may_see(request.user, indicator) and request.user.is_authenticated:
        raise Http404
    return indicator


def _whose(request: HttpRequest, indicator: Indicator) -> User | None:
    """A person with rights to the rows sees their own figure; everyone else the public's."""
    return request.user if may_open_rows(request.user, indicator) else None


def _is_part(indicator: Indicator, scope: Scope) -> bool:
    """Whether the person's rights leave rows out: then it says so, beside figures that are the federation's whole."""
    return scope.user is not None and not figures.sees_all(indicator, scope)


@require_safe
def figure_list(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        body = _list(request)
    else:
        body = _public.get((get_language(),), lambda: _list(request))
    return render(request, "indicators/list.html", {"body": body})


def _list(request: HttpRequest) -> SafeString:
    groups: dict[str, list[figures.Tile]] = {}
    for indicator in visible_indicators(request.user):
        scope = Scope(user=_whose(request, indicator))
        tile = figures.tile(indicator, scope)
        if _is_part(indicator, scope):
            tile = replace(tile, note=_("the part that you may open"))
        groups.setdefault(str(indicator.group), []).append(tile)
    return render_to_string("indicators/_list.html", {"groups": groups.items()})


def _form(
    request: HttpRequest, indicator: Indicator, user: User | None, offered: dict[str, figures.Breakdown]
) -> FigureForm:
    data = request.GET
    if user is None:
        data = data.copy()
        names = [dimension.name for dimension in indicator.dimensions if data.get(dimension.name)]
        for name in [*names[PUBLIC_FILTERS:], "since", "until", "on"]:
            data.pop(name, None)
    return FigureForm(data, indicator, offered)


def _offered(indicator: Indicator, user: User | None) -> dict[str, figures.Breakdown]:
    """Every breakdown without a filter: what may be chosen, and what is shown while nothing is."""
    return figures.breakdowns(indicator, list(indicator.dimensions), Scope(user=user))


@require_safe
def figure(request: HttpRequest, name: str) -> HttpResponse:
    indicator = _asked(request, name)
    if not may_see(request.user, indicator):
        return redirect_to_login(request.get_full_path())
    user = _whose(request, indicator)
    if user is not None:
        body = _figure(request, indicator, user)
    else:
        indicator = indicator.for_public()
        asked = tuple((name, value) for name, value in sorted(request.GET.items()) if value)
        key = (get_language(), indicator.name, asked)
        body = _public.get(key, lambda: _figure(request, indicator, None))
    return render(request, "indicators/figure.html", {"indicator": indicator, "body": body})


def _figure(request: HttpRequest, indicator: Indicator, user: User | None) -> SafeString:
    offered = _offered(indicator, user)
    form = _form(request, indicator, user, offered)
    keys, scope = form.keys(), form.scope(user)
    answer = figures.total(indicator, scope)
    shown = [dimension for dimension in indicator.dimensions if dimension.name not in keys]
    parts = figures.breakdowns(indicator, shown, scope) if keys else offered
    address = figures.rows_url if user else figures.page_url
    # A public page takes one filter: another part replaces it.
    base = keys if user else {}
    context = {
        "indicator": indicator,
        "spoken": figures.speak(indicator, answer.figure),
        "as_of": answer.as_of,
        "is_part": _is_part(indicator, scope),
        "form": form,
        "chips": pages.chips(indicator, keys, figures.page_url),
        "charts": [pages.chart_of(indicator, one, parts[one.name], base, address) for one in shown],
        "several": [one.title for one in shown if one.multiple],
        "rows_url": figures.rows_url(indicator, keys) if user else "",
        "may_filter": user is not None,
        "plain_url": figures.page_url(indicator),
    }
    return render_to_string("indicators/_figure.html", context)


@require_safe
def figure_rows(request: HttpRequest, name: str) -> HttpResponse:
    indicator, user = _open(request, name)
    if user is None:
        return redirect_to_login(request.get_full_path())
    form = _form(request, indicator, user, _offered(indicator, user))
    keys, scope = form.keys(), form.scope(user)
    found = figures.rows(indicator, scope)
    columns = pages.columns_of(indicator, found.model)
    page = keyset_page(found.only("pk"), request, size=ROWS_SHOWN)
    context = {
        "indicator": indicator,
        "spoken": figures.speak(indicator, figures.total(indicator, scope).figure),
        "columns": columns,
        "rows": _table(found.model, [row.pk for row in page], columns, user),
        "page": page,
        "chips": pages.chips(indicator, keys, figures.rows_url),
        "left_out": bool(form.errors),
        "figure_url": figures.page_url(indicator, keys),
        "query": request.GET.urlencode(),
    }
    return render(request, "indicators/rows.html", context)


def _open(request: HttpRequest, name: str) -> tuple[Indicator, User | None]:
    """The indicator and who opens its rows, None for a visitor who may yet log in."""
    indicator = _asked(request, name)
    if not request.user.is_authenticated:
        return indicator, None
    if not may_open_rows(request.user, indicator):
        raise PermissionDenied
    return indicator, request.user


def _table(model: Any, keys: list[Any], columns: list[pages.Column], user: User) -> list[dict[str, Any]]:
    paths = [column.path for column in columns]
    found = {pk: values for pk, *values in model._default_manager.filter(pk__in=keys).values_list("pk", *paths)}
    url = pages.record_url(user, model)
    return [
        {
            "url": url(pk),
            "cells": [(column, column.shown(value)) for column, value in zip(columns, found[pk], strict=True)],
        }
        for pk in keys
        if pk in found
    ]


@require_safe
def figure_export(request: HttpRequest, name: str, kind: str) -> HttpResponse:
    indicator, user = _open(request, name)
    if user is None:
        return redirect_to_login(request.get_full_path())
    form = _form(request, indicator, user, _offered(indicator, user))
    keys, scope = form.keys(), form.scope(user)
    found = figures.rows(indicator, scope)
    columns = pages.columns_of(indicator, found.model)
    rows = resources.rows_of(found, columns)
    file_name = f"{indicator.title}.{kind}"
    if kind == "csv":
        response = StreamingHttpResponse(resources.csv_lines(columns, rows), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=file_name)
        return response
    number = figures.row_total(indicator, scope)
    if number > resources.XLSX_ROWS:
        limit = {"number": number, "limit": resources.XLSX_ROWS}
        messages.warning(request, _("A workbook holds %(limit)s rows here and these are %(number)s: take CSV.") % limit)
        return redirect(figures.rows_url(indicator, keys))
    path = resources.workbook(columns, rows, str(indicator.title))
    response = FileResponse(path.open("rb"), as_attachment=True, filename=file_name)
    # Open files outlive their names here: nothing is left to clean up.
    path.unlink()
    return response
