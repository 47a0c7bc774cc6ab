"""The list's entries as HTML. Written here and not in a template, which would take half of the page's time for them;
whatever isn't written in this file is escaped."""

from collections.abc import Sequence
from html import escape

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from federation.search.highlight import Segment
from members.directory.listing import Entry


def entries_html(entries: Sequence[Entry]) -> SafeString:
    return SafeString("\n".join([_entry(entry) for entry in entries]))


def _entry(entry: Entry) -> str:
    name = escape(entry.name) if entry.parts is None else _marked(entry.parts)
    text = f'<span class="entry-text">{escape(entry.excerpt)}</span>' if entry.excerpt else ""
    return (
        f'<li><a href="{escape(entry.url)}">{name}</a>{_other_name(entry)}'
        f'<span class="entry-about">{escape(entry.about)}</span>{text}</li>'
    )


def _marked(segments: Sequence[Segment]) -> str:
    """A name with what was typed in <mark>."""
    return "".join(
        [f"<mark>{escape(segment.text)}</mark>" if segment.hit else escape(segment.text) for segment in segments]
    )


def _other_name(entry: Entry) -> str:
    if entry.former:
        return f'<span class="entry-former">{escape(_("formerly"))} {_marked(entry.former)}</span>'
    if entry.short:
        return f'<span class="entry-former">{escape(_("in short"))} {_marked(entry.short)}</span>'
    return ""
