"""Lists of the admin that go along in a file."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.admin.views.main import PAGE_VAR
from django.core.exceptions import FieldDoesNotExist, PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.views.decorators.http import require_safe

from federation.audit.masking import masks_of
from federation.indicators.pages import Column, column_of
from federation.indicators.resources import CHUNK, file_of, require_room


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
        # The whole list: the page that it was left on may be gone.
        request.GET = request.GET.copy()
        request.GET.pop(PAGE_VAR, None)
        try:
            return self.export_file(self.get_changelist_instance(request).get_queryset(request), kind)
        except ValidationError as error:
            messages.warning(request, " ".join(error.messages))
            listed = reverse(f"admin:{self._named('changelist')}")
            return HttpResponseRedirect(f"{listed}?{request.GET.urlencode()}")


@dataclass(frozen=True)
class ListColumn:
    title: str
    value: Callable[[Any], Any]


class ListExported(Exported):
    """For lists without a spreadsheet of their own. `export_columns` are fields, also of records that a row points at
    (`town__name`), and methods of the admin that ask nothing more than the row; what is personal is masked."""

    export_columns: tuple[str, ...] = ()
    list_before_template = "admin/_export.html"

    def export_file(self, found: QuerySet[Any], kind: str) -> HttpResponse:
        require_room(found, kind)
        columns = [self._column(name) for name in self.export_columns]
        return file_of(columns, self._lines(found, columns), str(self.opts.verbose_name_plural), kind)

    def _column(self, name: str) -> ListColumn:
        try:
            column = column_of(self.model, name)
        except FieldDoesNotExist:
            method = getattr(self, name)
            return ListColumn(capfirst(str(method.short_description)), lambda row: _plain(method(row)))
        return ListColumn(column.title, lambda row: _value_of(row, column))

    def _lines(self, found: QuerySet[Any], columns: list[ListColumn]) -> Iterator[list[Any]]:
        """In the order of the list. Of what a row points at only the columns named are read."""
        relations = {name.partition("__")[0] for name in self.export_columns if "__" in name}
        related = {name: self.opts.get_field(name).related_model._meta.concrete_fields for name in relations}
        paths = {f"{name}__{field.name}" for name in related for field in related[name] if not field.primary_key}
        found = found.select_related(None).defer(*paths.difference(self.export_columns))
        if relations:
            found = found.select_related(*relations)
        for row in found.iterator(chunk_size=CHUNK):
            yield [column.value(row) for column in columns]


def _value_of(row: Any, column: Column) -> Any:
    for name in column.path.split("__"):
        row = getattr(row, name, None)
    mask = masks_of(column.field.model).get(column.field.name)
    return mask(row) if mask and row else column.exported(row)


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, Promise) else value
