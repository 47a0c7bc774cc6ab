"""The frame of every page, the start page, how the portal looks, and what stands where something is wrong."""

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import reverse
from django.views import defaults

from federation.portal.look import Look
from federation.portal.navigation import active_url
from tests import cast

PREFERENCES = "/preferences/"


# --- Start page and frame -------------------------------------------------------------------------


@pytest.mark.django_db
def test_every_item_of_the_header_opens_for_whom_it_is_shown():
    for who, person in cast.everyone().items():
        client = cast.login(person)
        page = client.get("/").content.decode()
        bar = page[page.index('<nav class="mainnav') :]
        links = re.findall(r'href="([^"]+)"', bar[: bar.index("</nav>")])
        assert "/directory/" in links
        answers = {link: client.get(link).status_code for link in links}
        assert set(answers.values()) == {200}, (who, answers)


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", PREFERENCES])
def test_a_visitors_page_asks_the_database_nothing(client, django_assert_num_queries, path):
    client.get(path)
    with django_assert_num_queries(0):
        assert client.get(path).status_code == 200


@pytest.mark.django_db
def test_the_kept_masthead_is_no_ones_in_particular():
    visitor, member = Client(), cast.login(cast.representative(name="何晓晨"))
    first = visitor.get("/").content.decode()
    signed_in = member.get("/").content.decode()
    assert "何晓晨" in signed_in
    assert "何晓晨" not in first
    assert visitor.get("/").content.decode() == first
    assert reverse("account_login") in first
    assert reverse("account_logout") not in first


@pytest.mark.django_db
def test_every_page_says_under_which_hat_one_acts():
    enterprise = cast.enterprise()
    user = cast.representative(of=enterprise)
    page = cast.login(user).get("/").content.decode()
    assert f"以 <strong>{enterprise.name}</strong> 身份办理" in page
    assert reverse("accounts:switch_hat") not in page, "one hat can't be changed"
    cast.represent(user, cast.enterprise(), "manager")
    page = cast.login(user).get("/").content.decode()
    assert page.count('name="hat"') == 2


@pytest.mark.django_db
def test_a_searchers_words_are_not_kept_for_the_next_visitor(client):
    searched = client.get("/", {"q": '云间"><script>'}).content.decode()
    assert "云间&quot;&gt;&lt;script&gt;" in searched
    assert "云间" not in client.get("/").content.decode()


@pytest.mark.django_db
def test_pages_hold_no_inline_script_or_style(client):
    for path in ("/", PREFERENCES, reverse("account_login"), reverse("account_signup")):
        html = client.get(path).content.decode()
        assert not re.search(r"<script(?![^>]*(src=|application/json))", html), path
        assert " style=" not in html, path
        assert not re.search(r"\son\w+=", html), path


@pytest.mark.parametrize(
    ("path", "active"),
    [
        ("/", "/"),
        ("/chambers/", "/chambers/"),
        ("/chambers/7/", "/chambers/"),
        ("/chamber/", "/chamber/"),
        ("/x/", None),
    ],
)
def test_the_longest_address_that_fits_is_the_active_one(path, active):
    assert active_url(path, ["/", "/chambers/", "/chamber/"]) == active


# --- Language and look ----------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_link_changes_one_thing_and_leads_back(client):
    response = client.get(f"{PREFERENCES}?theme=dark", headers={"referer": "http://testserver/chambers/?town=3"})
    assert response.status_code == 302
    assert response.url == "/chambers/?town=3"
    page = client.get("/").content.decode()
    assert re.search(r'<html[^>]* data-theme="dark"', page)
    client.get(f"{PREFERENCES}?type=large")
    page = client.get("/").content.decode()
    assert re.search(r'<html[^>]* data-theme="dark" data-type="large"', page)
    client.get(f"{PREFERENCES}?theme=auto")
    assert "data-theme" not in client.get("/").content.decode().split(">")[1]


@pytest.mark.django_db
def test_the_language_is_one_click_away(client):
    assert 'lang="zh-Hans"' in client.get("/").content.decode().split(">")[1]
    client.get(f"{PREFERENCES}?language=en")
    page = client.get("/").content.decode()
    assert 'lang="en"' in page.split(">")[1]
    assert "Where to begin" in page
    client.get(f"{PREFERENCES}?language=xx")
    assert 'lang="en"' in client.get("/").content.decode().split(">")[1]


@pytest.mark.django_db
@pytest.mark.parametrize("headers", [{"sec-fetch-site": "cross-site"}, {"sec-purpose": "prefetch;prerender"}])
def test_no_other_site_and_no_prefetch_changes_anything(client, headers):
    response = client.get(f"{PREFERENCES}?theme=dark", headers=headers)
    assert response.status_code == 200
    assert "look" not in response.cookies


@pytest.mark.django_db
@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", PREFERENCES, ""])
def test_the_way_back_stays_on_the_portal(client, back):
    response = client.get(PREFERENCES, {"theme": "dark", "next": back}, headers={"referer": back})
    assert response.url == "/"


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["//evil.example/", "///evil.example/", "/\\evil.example/"])
def test_the_way_back_of_our_own_host_names_no_other_after_it(client, path):
    response = client.get(PREFERENCES, {"theme": "dark", "next": f"http://testserver{path}"})
    assert response.url == "/evil.example/"


@pytest.mark.django_db
def test_the_form_does_the_same_without_script(client):
    wishes = {"language": "en", "theme": "light", "contrast": "more", "type": "large", "next": "/"}
    assert client.post(PREFERENCES, wishes).url == "/"
    attributes = client.get("/").content.decode().split(">")[1]
    assert 'lang="en" data-theme="light" data-contrast="more" data-type="large"' in attributes
    refused = client.post(PREFERENCES, {**wishes, "theme": "pink"})
    assert refused.status_code == 200
    assert "field-error" in refused.content.decode()


@pytest.mark.parametrize("cookie", ["", "dark", "pink.more.large.extra", '"><script>', "a.b.c", "." * 500])
def test_a_broken_look_cookie_is_no_choice(cookie):
    request = RequestFactory().get("/")
    request.COOKIES["look"] = cookie
    for value in Look.of(request).attributes().values():
        assert value in {"dark", "more", "large"}


# --- Where something is wrong ---------------------------------------------------------------------


@pytest.mark.django_db
def test_a_missing_page_is_a_page_of_ours(client):
    response = client.get("/there/is/nothing/")
    assert response.status_code == 404
    assert "没有找到" in response.content.decode()
    assert 'class="masthead"' in response.content.decode()


@pytest.mark.django_db
def test_a_refused_page_says_what_to_do(rf):
    request = rf.get("/")
    request.user = cast.outsider()
    response = defaults.permission_denied(request, PermissionDenied())
    assert response.status_code == 403
    assert "没有办理权限" in response.content.decode()


@pytest.mark.django_db
def test_a_form_without_its_token_is_explained():
    response = Client(enforce_csrf_checks=True).post(PREFERENCES, {"theme": "dark"})
    assert response.status_code == 403
    assert "页面已过期" in response.content.decode()


def test_faults_of_ours_need_neither_database_nor_session(rf):
    for view in (defaults.server_error, defaults.bad_request):
        arguments = () if view is defaults.server_error else (Exception(),)
        html = view(rf.get("/"), *arguments).content.decode()
        assert "/static/css/portal" in html
        assert "回首页" in html


@pytest.mark.django_db
def test_too_many_tries_have_a_page(rf):
    assert "尝试次数过多" in render_to_string("429.html", request=rf.get("/"))


@pytest.mark.django_db
def test_the_gallery_is_for_developers_only(client, settings):
    assert client.get("/styleguide/").status_code == 404
    settings.DEBUG = True
    assert client.get("/styleguide/").status_code == 200
