"""The portal's tags and filters. Built into every template: no {% load %} is needed. docs/look.md lists them."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import template
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.forms import BaseForm, BoundField
from django.template.context import RequestContext
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from federation.portal import formats
from federation.portal.charts import Chart
from federation.portal.look import Look
from federation.portal.paging import AFTER, BEFORE

register = template.Library()

TONES = ("ask", "done", "wait", "off")
TONE_ICONS = {"ask": "alert", "done": "check", "wait": "clock"}

# --- Amounts, dates, numbers ----------------------------------------------------------------------

register.filter("cn_date", formats.cn_date)
register.filter("cn_datetime", formats.cn_datetime)
register.filter("cn_moment", formats.cn_moment)
register.filter("masked_phone", formats.masked_phone)
register.filter("masked_email", formats.masked_email)
register.filter("clock", formats.elapsed)
register.filter("grouped", formats.grouped)
register.filter("browser_name", formats.browser_name)


@register.filter
def money(value: Decimal | int | None, unit: str = "auto") -> SafeString:
    """{{ amount|money }} or, in a column, {{ amount|money:"wan" }}: see formats.money."""
    return _money_markup(formats.money(value, unit))


@register.filter
def yuan(value: Decimal | int | None) -> SafeString:
    return _money_markup(formats.money(value, "yuan"))


@register.simple_tag
def amount(value: Decimal | int | None, currency: str = "CNY", unit: str = "auto") -> SafeString:
    """An amount that may be in a foreign currency, such as registered capital."""
    return _money_markup(formats.money(value, unit, currency or "CNY"))


def _money_markup(text: formats.Money) -> SafeString:
    if not text.unit:
        return format_html('<span class="money">{}</span>', text.number)
    return format_html('<span class="money">{}<span class="money-unit">{}</span></span>', text.number, text.unit)


@register.filter
def mask(value: str | None, shape: str = "3,4") -> str:
    """Hides the middle of an ID or account number; {{ account|mask:"0,4" }} keeps only the last four."""
    first, last = (int(part) for part in shape.split(","))
    return formats.masked(value, first, last)


@register.simple_tag(name="clock")
def clock_tag(since: dt.datetime | dt.date | None, due: dt.datetime | dt.date | None = None) -> SafeString:
    """How long something has waited; past `due` it turns vermilion and says so."""
    if not since:
        return SafeString("")
    late = due is not None and formats.as_moment(due) < timezone.now()
    return render_to_string("portal/_clock.html", {"since": since, "due": due, "late": late})


# --- The frame -------------------------------------------------------------------------------------

# A visitor's masthead is the same on every page but for the language, the look and the active item.
_kept_frames: dict[tuple[object, ...], SafeString] = {}
KEPT_FRAMES = 500
# Stands in a kept masthead for what the visitor searched for.
SEARCH_TEXT = "{search-text}"


def _kept(key: tuple[object, ...], template_name: str, context: dict[str, Any]) -> SafeString:
    if settings.DEBUG:
        return render_to_string(template_name, context)
    if key not in _kept_frames:
        if len(_kept_frames) >= KEPT_FRAMES:
            _kept_frames.clear()
        _kept_frames[key] = render_to_string(template_name, context)
    return _kept_frames[key]


@register.simple_tag(takes_context=True)
def html_attributes(context: RequestContext) -> SafeString:
    """The language and the visitor's look, for <html>."""
    language = get_language() or settings.LANGUAGE_CODE
    attributes = {"lang": {"zh-hans": "zh-Hans"}.get(language, language)}
    if request := context.get("request"):
        attributes |= Look.of(request).attributes()
    return format_html_join("", ' {}="{}"', attributes.items())


@register.simple_tag
def portal_head() -> SafeString:
    return _kept(("head",), "portal/_head.html", {})


@register.simple_tag(takes_context=True)
def portal_header(context: RequestContext) -> SafeString:
    """Masthead, navigation and, for who is logged in, the hat line."""
    frame = context.get("portal")
    if frame is None:
        return SafeString("")
    # A request refused by an early middleware has no user yet.
    user = getattr(frame.request, "user", None) or AnonymousUser()
    # Only what is named here: a page's own variables must not reach a masthead that is kept for other visitors.
    known = {
        "portal": frame,
        "user": user,
        "nav_items": frame.nav,
        "FEDERATION_NAME": settings.FEDERATION_NAME,
        "csrf_token": context.get("csrf_token"),
    }
    if user.is_authenticated:
        return render_to_string("portal/_header.html", {**known, "search_text": frame.search_text})
    active = next((item["url"] for item in frame.nav if item["active"]), "")
    key = ("header", frame.language, frame.look, active, settings.FEDERATION_NAME)
    # What was searched for is put in afterwards: a masthead is kept for every page, not for every word.
    kept = _kept(key, "portal/_header.html", {**known, "search_text": SEARCH_TEXT})
    return SafeString(kept.replace(SEARCH_TEXT, escape(frame.search_text)))


@register.simple_tag
def portal_footer() -> SafeString:
    return _kept(
        ("footer", get_language(), settings.FEDERATION_NAME, settings.FEDERATION_PHONE),
        "portal/_footer.html",
        {"FEDERATION_NAME": settings.FEDERATION_NAME, "telephone": settings.FEDERATION_PHONE},
    )


@register.simple_tag
def federation_name() -> str:
    return settings.FEDERATION_NAME


@register.simple_tag
def icon(name: str, css_class: str = "") -> SafeString:
    """A picture from static/src/svg/icons.svg, silent to screen readers: a word must stand beside it."""
    return format_html(
        '<svg class="icon {}" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        css_class,
        static("img/icons.svg"),
        name,
    )


# --- Parts of pages --------------------------------------------------------------------------------


@register.inclusion_tag("portal/_badge.html")
def status_badge(status: Any, tone: str = "") -> dict[str, Any]:
    """A word in a shape. Takes a text and a tone (ask, done, wait, off), or a record that has both:
    `get_status_display()` and `status_tone`."""
    if hasattr(status, "get_status_display"):
        tone = tone or getattr(status, "status_tone", "")
        status = status.get_status_display()
    tone = tone if tone in TONES else "off"
    return {"text": status, "tone": tone, "icon": TONE_ICONS.get(tone, "")}


@register.inclusion_tag("portal/_chart.html")
def chart(chart: Chart) -> dict[str, Any]:
    """A figure with its table. The page must also load the script: {% chart_script %} in its scripts block."""
    return {"chart": chart}


@register.simple_tag
def chart_script() -> SafeString:
    return format_html('<script src="{}" defer></script>', static("js/charts.js"))


@register.inclusion_tag("portal/_timeline.html")
def timeline(entries: Iterable[Any]) -> dict[str, Any]:
    """Who did what when, newest first: contributions.TimelineEntry, or anything with its fields and perhaps a tone."""
    return {"entries": entries}


@register.inclusion_tag("portal/_pager.html", takes_context=True)
def pager(context: RequestContext, page: Any, note: str = "", param: str = "") -> dict[str, Any]:
    """First, previous and next for a page that has the cursors `next` and `previous`; the rest of the query is kept.
    A list whose cursors know their direction names its one parameter with `param`."""
    query = context["request"].GET.copy()
    after, before = param or AFTER, param or BEFORE
    for parameter in (after, before):
        query.pop(parameter, None)

    def address(parameter: str = "", cursor: str = "") -> str:
        changed = query.copy()
        if parameter:
            changed[parameter] = cursor
        return f"?{changed.urlencode()}"

    return {
        "note": note,
        "first_url": address() if page.previous else "",
        "previous_url": address(before, page.previous) if page.previous else "",
        "next_url": address(after, page.next) if page.next else "",
    }


@register.inclusion_tag("portal/_empty.html")
def empty_state(
    title: str, text: str = "", icon: str = "box", action_url: str = "", action_label: str = ""
) -> dict[str, Any]:
    """What to do where there is nothing to show."""
    return {"title": title, "text": text, "icon": icon, "action_url": action_url, "action_label": action_label}


@register.inclusion_tag("portal/_stepper.html")
def stepper(steps: Sequence[Any], current: int) -> dict[str, Any]:
    """Progress through a form of several steps; `steps` are words, or {label, url} to go back to; `current` from 1."""
    shown = []
    for number, step in enumerate(steps, start=1):
        known = step if isinstance(step, Mapping) else {"label": step}
        state = "done" if number < current else "now" if number == current else "ahead"
        shown.append({"label": known["label"], "url": known.get("url", ""), "state": state})
    return {"steps": shown, "current": current, "total": len(shown), "label": shown[current - 1]["label"]}


@register.inclusion_tag("portal/_figure.html")
def figure(label: str, number: Any, unit: str = "", url: str = "", note: str = "", tone: str = "") -> dict[str, Any]:
    """One number with its name and unit, opening its rows."""
    return {"label": label, "number": number, "unit": unit, "url": url, "note": note, "tone": tone}


@register.inclusion_tag("portal/_waiting_list.html")
def waiting_list(items: Sequence[Any], asks: bool = True) -> dict[str, Any]:
    """contributions.Waiting rows, oldest first, each with its clock and next step; the first one is the page's
    vermilion button unless `asks` is false."""
    return {"items": items, "asks": asks}


@register.inclusion_tag("portal/_waiting_groups.html")
def waiting_groups(groups: Sequence[Any]) -> dict[str, Any]:
    """A desk's opening: contributions.WaitingGroup after WaitingGroup, or a kind word when nothing waits."""
    return {"groups": [group for group in groups if group.items]}


# --- Forms -----------------------------------------------------------------------------------------


@register.simple_tag
def field(bound: BoundField, unit: str = "", why: str = "", label: str = "", **attributes: Any) -> SafeString:
    """A field with its label, why we ask, and its errors; {{ form.name.as_field_group }} with a unit behind the
    control, other words, or attributes for it: {% field form.capital unit="万元" inputmode="decimal" %}."""
    if label:
        bound.label = label
    if why and not bound.help_text:
        # Django ties a control to its help text and errors, but knows nothing of a reason given here.
        described = [f"{bound.auto_id}_helptext", f"{bound.auto_id}_error" if bound.errors else ""]
        attributes["aria-describedby"] = " ".join(filter(None, described))
    context = {"field": bound, "unit": unit, "why": why, "attributes": attributes}
    return render_to_string("portal/forms/field.html", context)


@register.filter
def error_links(form: BaseForm) -> list[dict[str, str]]:
    """What a refused form lists at its top, each with the field it leads to."""
    if not form.is_bound or form.is_valid():
        return []
    links = [{"target": "", "label": "", "message": message} for message in form.non_field_errors()]
    for bound in form:
        target = "" if bound.is_hidden else bound.id_for_label or bound.auto_id
        links += [{"target": target, "label": str(bound.label), "message": message} for message in bound.errors]
    return links


@register.filter
def widget_kind(bound: BoundField) -> str:
    """checkbox, group, file or input: how a field's label and control stand to each other."""
    kind = getattr(bound.field.widget, "input_type", "")
    if kind == "checkbox" and not bound.use_fieldset:
        return "checkbox"
    if bound.use_fieldset:
        return "group"
    return "file" if kind == "file" else "input"


@register.simple_tag
def control(bound: BoundField, attributes: Mapping[str, Any] | None = None) -> SafeString:
    """The bare control, with attributes of the template's choosing (underscores become hyphens)."""
    extra = {name.replace("_", "-"): value for name, value in (attributes or {}).items()}
    return bound.as_widget(attrs=extra)
