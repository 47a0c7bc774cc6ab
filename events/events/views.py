"""The public's view of the events: list, month, page, and feeds for a phone's own calendar."""

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.events import access, calendar
from events.events.filters import ALL, COMING, PAST, EventList, choices, years
from events.events.models import Audience, Event, Kind
from events.signups import access as signup_access
from events.signups.models import SignUp
from events.signups.statuses import STANDING
from events.signups.statuses import Status as SignUpStatus
from federation.portal.paging import keyset_page
from federation.search.shortlived import Shortlived
from members.hats import ENTERPRISE

PAGE_SIZE = 20
# A list of twenty entries takes longer to write than to read, and changes a few times a day.
SECONDS = 30
_lists: Shortlived[SafeString] = Shortlived(SECONDS)
_months: Shortlived[SafeString] = Shortlived(SECONDS, size=40)
_pages: Shortlived[SafeString] = Shortlived(SECONDS)
_feeds: Shortlived[bytes] = Shortlived(300, size=4)
ICAL = "text/calendar; charset=utf-8"


@require_safe
def event_list(request: HttpRequest) -> HttpResponse:
    asked = EventList(request.GET)
    kept = _lists.get((get_language(), *asked.key), lambda: _list_html(request, asked))
    return render(request, "events/list.html", {"list": kept, "asked": asked})


def _list_html(request: HttpRequest, asked: EventList) -> SafeString:
    found = asked.events().select_related("series", "chamber", "places").defer("introduction", "summary")
    known = choices()
    context = {
        "request": request,
        "asked": asked,
        "page": keyset_page(found, request, order=asked.order, size=PAGE_SIZE),
        "is_coming": asked.when == COMING,
        "whens": _whens(asked),
        "series": asked.series,
        "fields": [
            _field("kind", _("Kind"), _("All kinds"), dict(Kind.choices), asked),
            _field("series", _("Series"), _("All series"), known["series"], asked),
            _field("host", _("Host"), _("All hosts"), known["host"], asked),
            _field("audience", _("Open to"), _("All"), dict(Audience.choices), asked),
            _field("year", _("Year"), _("All years"), {year: year for year in years()}, asked),
        ],
        "chosen": len(asked.chosen),
    }
    return render_to_string("events/_list.html", context)


def _whens(asked: EventList) -> list[tuple[str, str, bool]]:
    """Query, words and whether it is the one shown. All events at once are for a series, which stays chosen."""
    series = f"series={asked.chosen['series']}" if "series" in asked.chosen else ""
    known = {COMING: _("Coming events"), PAST: _("Past events")}
    if series or asked.when == ALL:
        known = {ALL: _("All events"), **known}
    terms = {when: "&".join(filter(None, ["" if when == COMING else f"when={when}", series])) for when in known}
    return [(terms[when], words, when == asked.when) for when, words in known.items()]


def _field(name: str, label: str, anything: str, known: dict[str, str], asked: EventList) -> dict[str, object]:
    chosen = asked.chosen.get(name)
    return {
        "name": name,
        "label": label,
        "anything": anything,
        "choices": [(value, text, value == chosen) for value, text in known.items()],
    }


@require_safe
def month(request: HttpRequest) -> HttpResponse:
    first = calendar.month_asked(request.GET.get("month", ""))
    kept = _months.get((get_language(), first, timezone.localdate()), lambda: _month_html(calendar.month_of(first)))
    title = date_format(first, "YEAR_MONTH_FORMAT")
    return render(request, "events/calendar.html", {"month": kept, "title": title})


def _month_html(shown: calendar.Month) -> SafeString:
    weekdays = [date_format(day.date, "D") for day in shown.weeks[0]]
    return render_to_string("events/_month.html", {"month": shown, "weekdays": weekdays})


def visible_event(request: HttpRequest, pk: int, *related: str) -> Event:
    """With its places and what else is asked for; 404 for one that this visitor may not know of."""
    event: Event = get_object_or_404(Event.objects.select_related("places", *related), pk=pk)
    # Most are for everybody: who else may see one is the dearer question.
    if not event.is_for_all and not Event.objects.visible_to(request.user).filter(pk=pk).exists():
        raise Http404
    return event


@require_safe
def event_page(request: HttpRequest, pk: int) -> HttpResponse:
    """What the event says of itself is always as it is now; its hosts may be half a minute old."""
    event = visible_event(request, pk, "series", "chamber")
    now = tuple(getattr(event, field.attname) for field in Event._meta.concrete_fields)
    kept = _pages.get((get_language(), *now), lambda: _page_html(event))
    context = {"event": event, "page": kept, **_standing(request, event)}
    return render(request, "events/page.html", context)


def _page_html(event: Event) -> SafeString:
    context = {
        "event": event,
        "hosts": event.hosts.select_related("chamber"),
        "invited": [one.chamber for one in event.invitations.select_related("chamber").order_by("chamber__position")],
    }
    return render_to_string("events/_page.html", context)


def _standing(request: HttpRequest, event: Event) -> dict[str, object]:
    """What this visitor may do here, and what they have done."""
    now = timezone.now()
    opens_later = event.opens_at if event.opens_at and event.opens_at > now else None
    context: dict[str, object] = {
        "takes_signups": event.takes_signups_at(now),
        "opens_later": opens_later if event.takes_signups else None,
        "manages": False,
    }
    user = request.user
    if not user.is_authenticated:
        return context
    signups = list(SignUp.objects.of(user).filter(event=event).select_related("participant").order_by("pk"))
    for signup in signups:
        signup.may_cancel = signup_access.may_cancel(user, signup)
        signup.number = number_in_line(signup) if signup.status == SignUpStatus.WAITING else None
    return context | {
        "signups": signups,
        # Who cancelled or declined may think better of it.
        "own": next((one for one in signups if one.participant.user_id == user.pk and one.status in STANDING), None),
        "may_sign_up": context["takes_signups"] and signup_access.may_sign_up(user, event),
        "has_colleagues": any(hat.kind == ENTERPRISE for hat in request.hats),
        "may_decline": signup_access.may_decline(user, event),
        "sees_people": access.may_see_people(user, event),
        "manages": access.manages(user, event),
    }


def number_in_line(signup: SignUp) -> int:
    """The place on the waiting list, counted from 1."""
    before = SignUp.objects.filter(event=signup.event_id, queued_at__lte=signup.queued_at).in_line()
    return before.filter(Q(queued_at__lt=signup.queued_at) | Q(pk__lt=signup.pk)).count() + 1


@require_safe
def event_ical(request: HttpRequest, pk: int) -> HttpResponse:
    """Without a login only what is public: a calendar on a phone has none."""
    event = visible_event(request, pk, "series", "chamber")
    if event.published_at is None:
        raise Http404
    response = HttpResponse(calendar.ical_of([event]), content_type=ICAL)
    response["Content-Disposition"] = f'attachment; filename="event-{event.pk}.ics"'
    return response


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """The public calendar, for subscribing to."""
    name = _("Events of the federation")
    kept = _feeds.get(get_language(), lambda: calendar.ical_of(calendar.feed_events(), name))
    return HttpResponse(kept, content_type=ICAL)
