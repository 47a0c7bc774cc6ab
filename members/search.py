"""Enterprises in the header's search: members for everybody, the whole register for staff who may see it."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from federation.search.counts import count_text
from federation.search.highlight import highlight
from federation.search.providers import Group, Other, Result, Visitor, search_provider
from federation.search.query import wanted
from federation.search.ranked import search_page
from members.directory.listing import TEXT, Entry, Listing
from members.enterprises.models import Enterprise
from members.enterprises.names import core_name

COLUMNS = ("id", "uscc", "registration_number", "name", "sort_key")


def _other(entry: Entry) -> Other | None:
    if entry.former:
        return Other(_("formerly"), entry.former)
    return Other(_("in short"), entry.short) if entry.short else None


@search_provider(position=10)
def members(text: str, user: Visitor, limit: int) -> Group | None:
    listing = Listing.of(text, limit)
    results = [Result(entry.parts or [], entry.url, entry.about, _other(entry)) for entry in listing.entries]
    url = f"{reverse('directory:list')}?{urlencode({TEXT: text})}"
    return Group(_("Members"), results, listing.count_text, url)


@search_provider(position=30)
def register(text: str, user: Visitor, limit: int) -> Group | None:
    """For those who keep the register."""
    if not (user.is_authenticated and user.is_staff and user.has_perm("members.view_enterprise")):
        return None
    rows = Enterprise.objects.current().values(*COLUMNS)
    page = search_page(rows, wanted(text), key="register", size=limit)
    results = [
        Result(
            highlight(row["name"], text, core=core_name(row["name"]), sort_key=row["sort_key"]),
            reverse("admin:members_enterprise_change", args=[row["id"]]),
            row["uscc"] or row["registration_number"],
        )
        for row in page.rows
    ]
    url = f"{reverse('admin:members_enterprise_changelist')}?{urlencode({TEXT: text})}"
    return Group(_("The whole register"), results, count_text(page.total or 0), url)
