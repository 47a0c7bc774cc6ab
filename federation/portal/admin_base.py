"""What every list and form of the admin has in common, so that a list of a million rows opens like one of ten."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.contrib import messages
from django.contrib.admin import ShowFacets
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Field, Model, QuerySet, TextChoices
from django.forms import Media
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin, TabularInline
from unfold.decorators import display

from federation.audit.history_admin import HistoryMixin
from federation.portal.admin_forms import mask_what_is_only_shown, with_viewer
from federation.portal.contributions import timeline

MOST_COUNTED = 5_000
PER_PAGE = 25


class BoundedPaginator(Paginator):
    """Counts and pages no further than MOST_COUNTED rows: who looks for more narrows the list."""

    template_name = "admin/_bounded_pagination.html"

    @cached_property
    def counted(self) -> int:
        """The number of rows, or one more than are counted."""
        if isinstance(self.object_list, QuerySet):
            # Without a join to tables that only the page shows, and without its order.
            return self.object_list.order_by().values("pk")[: MOST_COUNTED + 1].count()
        return len(self.object_list)

    @cached_property
    def count(self) -> int:
        return min(self.counted, MOST_COUNTED)

    @property
    def is_more(self) -> bool:
        return self.counted > MOST_COUNTED


def with_one_select2(media: Media) -> Media:
    """Django brings Select2 minified and the theme brings it whole; loaded twice it loses its translation."""
    scripts = [path.replace("/select2.full.min.js", "/select2.full.js") for path in media._js]
    return Media(css=media._css, js=list(dict.fromkeys(scripts)))


class PortalModelAdmin(HistoryMixin, ModelAdmin):
    """Lists count no more than they must; forms warn before typed words are lost.

    `quick_search` puts the model into the search box of the sidebar.
    """

    paginator = BoundedPaginator
    show_full_result_count = False
    # They would count the whole list once for every choice of every filter.
    show_facets = ShowFacets.NEVER
    list_per_page = PER_PAGE
    list_max_show_all = 0
    list_fullwidth = True
    list_filter_submit = True
    warn_unsaved_form = True
    compressed_fields = True
    quick_search = False

    def get_form(self, request: HttpRequest, obj: Model | None = None, change: bool = False, **kwargs: Any) -> Any:
        return with_viewer(super().get_form(request, obj, change, **kwargs), request.user)

    def facts(self, request: HttpRequest, record: Any) -> dict[str, Any]:
        """What the templates of a record's page say besides its fields."""
        return {}

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, obj: Model | None = None, **kwargs: Any
    ) -> Any:
        context["media"] = with_one_select2(context["media"])
        mask_what_is_only_shown(context, request.user)
        context |= self.facts(request, obj) if obj else {}
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except ValidationError as error:
            # Something changed between the form's own check and the write: say so, write nothing.
            messages.error(request, " ".join(error.messages))
            return HttpResponseRedirect(request.get_full_path())

    def get_changelist_instance(self, request: HttpRequest) -> ChangeList:
        changelist = super().get_changelist_instance(request)
        if getattr(changelist.paginator, "is_more", False) or not (changelist.query or changelist.has_active_filters):
            # The head says how many of how many only where that is known and isn't all.
            changelist.full_result_count = changelist.result_count
        return changelist

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        # A NUL is the one character PostgreSQL refuses in a text.
        return super().get_search_results(request, queryset, search_term.replace("\0", ""))


class Unchangeable:
    """For lists that are shown, never edited here: something else writes them."""

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


class PartInline(TabularInline):
    """Rows of a record, in a tab beside its form."""

    extra = 0
    tab = True

    def formfield_for_dbfield(self, db_field: Field, request: HttpRequest, **kwargs: Any) -> Any:
        formfield = super().formfield_for_dbfield(db_field, request, **kwargs)
        if formfield and formfield.label:
            # A table's heading names its column for the eye alone.
            formfield.widget.attrs.setdefault("aria-label", capfirst(formfield.label))
        return formfield

    def get_formset(self, request: HttpRequest, obj: Model | None = None, **kwargs: Any) -> Any:
        formset = super().get_formset(request, obj, **kwargs)
        with_viewer(formset.form, request.user)
        return formset


class ShownInline(Unchangeable, TabularInline):
    """Rows of a record that are shown with it, at most `most` of them."""

    extra = 0
    max_num = 0
    can_delete = False
    show_change_link = False
    tab = True

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Iterable[str]:
        return self.fields or super().get_readonly_fields(request, obj)


def status_column(statuses: type[TextChoices], colours: Mapping[Any, str]) -> Callable[[Any, Any], tuple[str, str]]:
    """The status as a badge, for `list_display`. Every status has a place among the colours: the theme shows the bare
    value of one that hasn't."""

    @display(description=_("status"), label={**dict.fromkeys(statuses, ""), **colours}, ordering="status")
    def status_shown(model_admin: Any, record: Any) -> tuple[str, str]:
        return record.status, record.get_status_display()

    return status_shown


class RecordAdmin(PortalModelAdmin):
    """A record shows under its form who did what when."""

    change_form_outer_after_template = "admin/_record.html"

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, obj: Model | None = None, **kwargs: Any
    ) -> Any:
        context["timeline_entries"] = timeline(obj) if obj else []
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)
