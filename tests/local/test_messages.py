"""Strings are found in code and templates, and none goes untranslated."""

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo

from federation.local.messages import Asked, asked_for, asked_in, compile_catalogues, faults, merge, read_catalogue

TEMPLATE = """{% load i18n %}
<div title="{% translate "Don't wait" %}">
    # not a comment "quoted' 0777
  {% blocktranslate count n=rows|length trimmed %}
    One row of {{ name }}
  {% plural %}
    {{ n }} rows of {{ name }}
  {% endblocktranslate %}
      {{ value|default:_("Nothing") }} {% translate "May" context "month" %}
{# a comment #}{% comment %}{% translate "left out" %}{% endcomment %}
"""
CODE = """
from django.utils.translation import gettext as _, gettext_lazy, ngettext, pgettext_lazy
LABEL = gettext_lazy("A label")
def f(n):
    return _("Joined "
             "string"), ngettext("%(n)s firm", "%(n)s firms", n), pgettext_lazy("verb", "Open")
"""


def asked(tmp_path, name, text):
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return list(asked_in(path, name))


def test_strings_of_a_template(tmp_path):
    assert asked(tmp_path, "page.html", TEMPLATE) == [
        Asked("page.html", 2, "Don't wait"),
        Asked("page.html", 4, "One row of %(name)s", "%(n)s rows of %(name)s"),
        Asked("page.html", 9, "Nothing"),
        Asked("page.html", 9, "May", context="month"),
    ]


def test_strings_of_code(tmp_path):
    found = asked(tmp_path, "views.py", CODE)
    assert {(one.text, one.plural, one.context) for one in found} == {
        ("A label", None, None),
        ("Joined string", None, None),
        ("%(n)s firm", "%(n)s firms", None),
        ("Open", None, "verb"),
    }


def test_only_sources_are_read(tmp_path):
    for name in ("members/views.py", "templates/members/page.html", "members/migrations/0001.py", "tests/x.py"):
        asked(tmp_path, name, 'gettext("x")' if name.endswith("py") else '{% translate "x" %}')
    asked(tmp_path, "members/data/page.html", '{% translate "x" %}')
    assert {one.place for one in asked_for(tmp_path)} == {"members/views.py", "templates/members/page.html"}


def catalogue(*entries, **fuzzy):
    made = Catalog(locale="zh_Hans")
    for text, translation in entries:
        made.add(text, translation)
    return made


@pytest.mark.parametrize(
    ("made", "fault"),
    [
        (catalogue(), "not in the Chinese catalogue"),
        (catalogue(("Hello, %(name)s", "")), "not translated"),
        (catalogue(("Hello, %(name)s", "你好")), "a placeholder is lost"),
        (catalogue(("Hello, %(name)s", "%(name)s，%(who)s，你好")), "a placeholder that the code doesn't fill"),
    ],
)
def test_each_fault_names_its_place(made, fault):
    assert faults([Asked("a/b.py", 7, "Hello, %(name)s")], made) == [f"a/b.py:7: {fault}: 'Hello, %(name)s'"]


def test_fuzzy_is_a_fault():
    made = Catalog(locale="zh_Hans")
    made.add("Hello", "你好", flags={"fuzzy"})
    assert faults([Asked("a.py", 1, "Hello")], made) == ["a.py:1: fuzzy in the Chinese catalogue: 'Hello'"]


def test_plurals():
    one = Asked("a.py", 1, "One firm", "%(n)s firms")
    assert "a plural here" in faults([one], catalogue(("One firm", "一家")))[0]
    assert faults([one], catalogue((("One firm", "%(n)s firms"), ("%(n)s家",)))) == []


def test_translated_is_no_fault():
    assert faults([Asked("a.py", 1, "Hello, {name}")], catalogue(("Hello, {name}", "你好，{name}"))) == []


def test_merge_adds_and_keeps(tmp_path):
    path = tmp_path / "zh_Hans" / "LC_MESSAGES" / "django.po"
    merge([Asked("a.py", 1, "Old")], path)
    path.write_text(path.read_text().replace('msgid "Old"\nmsgstr ""', 'msgid "Old"\nmsgstr "旧"'))
    added = merge([Asked("a.py", 1, "New"), Asked("a.py", 2, "One", "%(n)s", "count")], path)
    assert added == 2
    made = read_catalogue(path)
    assert made.get("Old").string == "旧"
    assert made.get("New").string == ""
    assert made.get("One", "count").pluralizable
    before = path.read_bytes()
    assert merge([Asked("a.py", 1, "New")], path) == 0
    assert path.read_bytes() == before


def test_compiling_is_done_once(tmp_path):
    source = tmp_path / "zh_Hans" / "LC_MESSAGES" / "django.po"
    merge([Asked("a.py", 1, "Old")], source)
    source.write_text(source.read_text().replace('msgid "Old"\nmsgstr ""', 'msgid "Old"\nmsgstr "旧"'))
    assert compile_catalogues(tmp_path) == 1
    with source.with_suffix(".mo").open("rb") as compiled:
        assert read_mo(compiled).get("Old").string == "旧"
    assert compile_catalogues(tmp_path) == 0
