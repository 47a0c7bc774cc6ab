"""Pages found by the name they have in the navigation."""

from django.utils.translation import gettext_lazy as _

from federation.portal.contributions import navigation
from federation.portal.navigation import url_or_none
from federation.search.highlight import highlight
from federation.search.providers import Group, Result, Visitor, search_provider
from federation.search.text import fold


@search_provider(position=90)
def pages(text: str, user: Visitor, limit: int) -> Group | None:
    """Only those that anyone may open: desks are in the menu of those who have one."""
    typed = fold(text)
    named = [(str(item.label), url_or_none(item.url_name)) for item in navigation() if not item.hat_kind]
    found = [(label, url) for label, url in named if url and typed and typed in fold(label)]
    results = [Result(highlight(label, text), url) for label, url in found[:limit]]
    return Group(_("Pages"), results, str(len(found)))
