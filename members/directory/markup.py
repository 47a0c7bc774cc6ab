"""The list's entries as HTML. Written here and not in a template, which would take half of the page's time for them."""

from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from federation.search.highlight import Segment
from members.directory.listing import Entry

ENTRY = '<li><a href="{}">{}</a>{}<span class="entry-about">{}</span><span class="entry-text">{}</span></li>'
OTHER_NAME = '<span class="entry-former">{} {}</span>'


def entries_html(entries: Sequence[Entry]) -> SafeString:
    return format_html_join(
        "\n",
        ENTRY,
        (
            (
                entry.url,
                entry.name if entry.parts is None else marked(entry.parts),
                _other_name(entry),
                entry.about,
                entry.excerpt,
            )
            for entry in entries
        ),
    )


def marked(segments: Sequence[Segment]) -> SafeString:
    """A name with what was typed in <mark>."""
    return format_html_join("", "{}", ((_marked(segment),) for segment in segments))


def _marked(segment: Segment) -> str:
    return format_html("<mark>{}</mark>", segment.text) if segment.hit else segment.text


def _other_name(entry: Entry) -> SafeString:
    if entry.former:
        return format_html(OTHER_NAME, _("formerly"), marked(entry.former))
    if entry.short:
        return format_html(OTHER_NAME, _("in short"), marked(entry.short))
    return _NOTHING


_NOTHING = SafeString("")
