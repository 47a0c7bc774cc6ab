"""Every list and form of the admin, whichever app brings it: opens, costs the same for one row as for three, speaks
Chinese, and looks like the portal."""

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlencode

import pytest
from django.contrib import admin
from django.core.exceptions import FieldDoesNotExist
from django.db import connection, models
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from unfold.admin import ModelAdmin as ThemedModelAdmin

from federation.audit.masking import masks_of
from federation.portal.sidebar import Group, navigation
from members.enterprises.models import Enterprise
from tests import cast, population

REGISTERED = sorted(admin.site._registry, key=lambda model: model._meta.label)
every_admin = pytest.mark.parametrize("model", REGISTERED, ids=lambda model: model._meta.label)


def address(model: type[models.Model], view: str, *args: Any) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{view}", args=args)


@pytest.fixture(autouse=True)
def _over_the_population(populated: list[Enterprise]) -> None:
    """All of them, so that it is made once."""


@pytest.fixture
def superuser_client() -> Client:
    return cast.login(cast.superuser())


def queries_of(client: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        response = client.get(url)
    assert response.status_code == 200, url
    return len(queries)


@every_admin
def test_wears_the_theme(model: type[models.Model]) -> None:
    assert isinstance(admin.site._registry[model], ThemedModelAdmin)


@every_admin
def test_stands_in_the_sidebar_or_under_a_record(model: type[models.Model], rf: Any) -> None:
    """A list that nobody is led to isn't there."""
    request = rf.get("/admin/")
    request.user, request.hats = cast.superuser(), []
    links = {str(entry["link"]) for group in navigation(request) for entry in group["items"]}
    reached = address(model, "changelist") in links
    assert reached or getattr(admin.site._registry[model], "reached_from", "")


def test_lists_cost_the_same_for_few_rows_and_for_many(superuser_client: Client) -> None:
    """All of them in one test, and the start page, as many rows once more take seconds. Its figures are kept for a
    minute, so it is opened by somebody new each time."""
    urls = [address(model, "changelist") for model in REGISTERED]
    few = {"/admin/": queries_of(cast.login(cast.superuser()), "/admin/")}
    for url in urls:
        queries_of(superuser_client, url)
        few[url] = queries_of(superuser_client, url)
    population.settle(again=True)
    many = {url: queries_of(superuser_client, url) for url in urls}
    many["/admin/"] = queries_of(cast.login(cast.superuser()), "/admin/")
    assert {url: number for url, number in many.items() if number > few[url]} == {}


def test_no_record_shows_anything_personal_whole() -> None:
    looked = set()
    for person in (*map(cast.staff, cast.ROLES), cast.superuser()):
        client = cast.login(person)
        for model in (one for one in REGISTERED if masks_of(one)):
            for record in model._default_manager.order_by("pk")[:2]:
                answer = client.get(address(model, "change", record.pk))
                kept = {name: getattr(record, name) for name in masks_of(model)}
                whole = {name: value for name, value in kept.items() if isinstance(value, str) and len(value) > 6}
                page = answer.content.decode()
                assert [name for name, value in whole.items() if value in page] == [], (record, person)
                if whole and answer.status_code == 200:
                    looked.add(model._meta.label)
    assert looked >= {"accounts.User", "services.Demand", "events.Participant", "events.CampApplication"}


@every_admin
def test_every_choice_of_a_filter_opens_the_list(model: type[models.Model], superuser_client: Client) -> None:
    """One that the list can't make sense of leads back to the whole list, and says nothing."""
    changelist = superuser_client.get(address(model, "changelist")).context["cl"]
    asked = []
    for spec in changelist.filter_specs:
        for choice in spec.choices(changelist):
            if "query_string" in choice:
                asked.append(choice["query_string"])
            for name, field in getattr(choice.get("form"), "fields", {}).items():
                keys = [key for key, _label in getattr(field, "choices", []) if key not in ("", None)]
                asked += [f"?{urlencode({name: str(key)})}" for key in keys[:5]]
    answers = {query: superuser_client.get(address(model, "changelist") + query).status_code for query in asked}
    assert {query: status for query, status in answers.items() if status != 200} == {}


@every_admin
def test_list_never_counts_or_shows_all(model: type[models.Model]) -> None:
    model_admin = admin.site._registry[model]
    assert model_admin.show_full_result_count is False
    assert model_admin.show_facets is admin.ShowFacets.NEVER
    assert model_admin.list_max_show_all == 0
    assert hasattr(model_admin.paginator, "is_more"), "lists are counted to a bound"


@every_admin
def test_foreign_keys_are_chosen_by_typing(model: type[models.Model], rf: Any) -> None:
    """A select of a million enterprises would end the browser; only short lists may be one."""
    request = rf.get("/admin/")
    request.user = cast.superuser()
    model_admin = admin.site._registry[model]
    short = {"members.Town", "chambers.Chamber", "members.PartnerOrganisation", "auth.Group", "poverty_aid.Programme"}
    if not (model_admin.has_add_permission(request) or model_admin.has_change_permission(request)):
        pytest.skip("nobody edits it: no form is ever drawn")
    for options in [model_admin, *model_admin.get_inline_instances(request)]:
        assert not options.raw_id_fields
        shown = options.get_formset(request).form if hasattr(options, "get_formset") else options.get_form(request)
        for name in shown.base_fields:
            try:
                field = options.model._meta.get_field(name)
            except FieldDoesNotExist:
                continue
            if field.is_relation and not field.auto_created and field.related_model._meta.label not in short:
                assert name in options.get_autocomplete_fields(request), f"{options}: {name}"


class Words(HTMLParser):
    """The words a person reads, without scripts, styles, icons and what was typed."""

    SILENT = {"script", "style", "template", "option"}

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kept = dict(attrs)
        if tag in self.SILENT or self.depth or "material-symbols" in (kept.get("class") or ""):
            self.depth += tag not in VOID
        for name in ("placeholder", "title", "aria-label", "alt"):
            if kept.get(name):
                self.found.append(kept[name])

    def handle_endtag(self, tag: str) -> None:
        if self.depth:
            self.depth -= 1

    def handle_data(self, data: str) -> None:
        if not self.depth and data.strip():
            self.found.append(data.strip())


VOID = {"img", "input", "br", "hr", "link", "meta", "use", "path", "source", "col"}
ENGLISH = re.compile(r"[A-Za-z]{3,}")
# Names and codes that are the same in every language, and what tests themselves typed.
ALIKE = re.compile(
    r"(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}|"
    r"^esc$|\S+\.xlsx|English|Excel|XLSX|CSV|PDF|GB/T|USCC|Ctrl|Command|Control|SMS|Mac\b|HTTP\S*|https?://\S+|"
    r"[\w.+*-]+@[\w.*-]+|\b[a-z_]+\.[a-z_.]+\b|person\d+|town-\d+|chamber-\d+|\b[0-9A-Z*]{8,}\b|zh-hans|\bT\d+|"
    r"\S+\.pdf|JPEG|PNG|WebP|JGS\d*|Sha256|application/\w+|image/\w+|"
    # Keys of rules, purposes, programmes and of a script's units, as they stand in a table.
    r"\b[a-z]+(?:[-_][a-z]+)+\b|\bweeks\b"
)


def english_in(html: str) -> set[str]:
    words = Words()
    words.feed(html)
    return {text for text in words.found if ENGLISH.search(ALIKE.sub("", text))}


@pytest.fixture
def in_chinese(superuser_client: Client) -> Callable[[str], str]:
    superuser_client.cookies["django_language"] = "zh-hans"

    def page(url: str) -> str:
        # Some are added on a page of the portal, to which the admin leads.
        response = superuser_client.get(url, follow=True)
        assert response.status_code == 200, url
        return response.content.decode()

    return page


@every_admin
def test_list_and_forms_speak_chinese(model: type[models.Model], in_chinese: Callable[[str], str], rf: Any) -> None:
    pages = [address(model, "changelist"), address(model, "changelist") + "?q=zzzzzz"]
    shown = rf.get("/")
    shown.user = cast.superuser()
    first = admin.site._registry[model].get_queryset(shown).first()
    if first:
        pages.append(address(model, "change", first.pk))
    request = rf.get("/")
    request.user = cast.superuser()
    if admin.site._registry[model].has_add_permission(request):
        pages.append(address(model, "add"))
    left = {url: english_in(in_chinese(url)) for url in pages}
    assert not any(left.values()), left


def test_start_page_speaks_chinese(in_chinese: Callable[[str], str]) -> None:
    assert english_in(in_chinese("/admin/")) == set()


def test_the_words_test_sees_english() -> None:
    page = '<p>企业</p><button title="Save">保存</button><script>let x = "English words";</script><p>Select value</p>'
    assert english_in(page) == {"Save", "Select value"}


def theme_strings() -> Iterator[tuple[str, str]]:
    """What the theme asks to be translated, by the portal's own extraction."""
    from pathlib import Path

    import unfold

    from federation.local.messages import asked_in

    root = Path(unfold.__file__).parent
    unused = {"constance", "forms", "guardian", "import_export", "inlines", "location_field", "simple_history"}
    for path in sorted(root.rglob("*")):
        parts = path.relative_to(root).parts
        if path.suffix not in {".py", ".html"} or (parts[0] == "contrib" and unused & set(parts)):
            continue
        if path.suffix == ".py" or "templates" in parts:
            yield from ((asked.text, asked.place) for asked in asked_in(path, path.name))


def test_every_word_of_the_theme_has_a_chinese_one() -> None:
    from django.utils.translation import gettext, override

    with override("zh-hans"):
        left = {(text, place) for text, place in theme_strings() if gettext(text) == text and ENGLISH.search(text)}
    assert left == set()


def test_sidebar_names_each_group_once(rf: Any) -> None:
    request = rf.get("/admin/")
    request.user, request.hats = cast.superuser(), []
    titles = [group["title"] for group in navigation(request) if group["title"]]
    assert titles == [group.label for group in Group if group.label in titles]


@pytest.mark.parametrize("role", cast.ROLES)
def test_sidebar_shows_a_role_only_what_it_may_open(role: str) -> None:
    client = cast.login(cast.staff(role))
    response = client.get("/admin/")
    links = [entry["link"] for group in response.context["sidebar_navigation"] for entry in group["items"]]
    assert len(links) > 2
    for link in links:
        assert client.get(str(link)).status_code == 200, link


def test_staff_without_a_role_have_an_empty_desk() -> None:
    client = cast.login(cast.staff(None))
    response = client.get("/admin/")
    assert response.status_code == 200
    assert "/admin/members/" not in response.content.decode()
