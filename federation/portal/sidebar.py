"""The admin's sidebar, grouped by what staff do. Each app adds its lists in its own `sidebar.py`:

add(SidebarItem(Group.MEMBERS, "members.Enterprise", "apartment", 10))
"""

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib import admin
from django.contrib.auth import get_permission_codename
from django.core.cache import cache
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from federation.accounts.hats import STAFF
from federation.portal.contributions import WaitingGroup, what_waits

BADGE_KEPT = 60
BADGE_MOST = 99


class Group(models.TextChoices):
    """In the order in which they stand."""

    MEMBERS = "members", _("Enterprises and members")
    CHAMBERS = "chambers", _("Chambers")
    SERVICES = "services", _("Services")
    EVENTS = "events", _("Events")
    AID = "aid", _("Poverty aid")
    PARTNERS = "partners", _("Partners")
    MESSAGES = "messages", _("Messages")
    LISTS = "lists", _("Lists to choose from")
    SYSTEM = "system", _("People and system")


@dataclass(frozen=True)
class SidebarItem:
    """A list of the admin; `waiting` names the groups of `what_waits` whose number stands beside it."""

    group: Group
    model: str
    icon: str
    position: int = 50
    title: Any = ""
    waiting: tuple[str, ...] = ()


_items: list[SidebarItem] = []


def add(*items: SidebarItem) -> None:
    _items.extend(items)


def groups_waiting(request: HttpRequest) -> list[WaitingGroup]:
    """What waits for this member of staff; the numbers are kept a minute for the sidebar of the pages that follow."""
    hat = next((hat for hat in request.hats if hat.kind == STAFF), None)
    groups = sorted(what_waits(request.user, hat) if hat else [], key=_oldest)
    cache.set(_badge_key(request), {group.name: group.total for group in groups}, BADGE_KEPT)
    return groups


def _oldest(group: WaitingGroup) -> tuple[bool, float]:
    """The group whose first item has waited longest comes first, those without any last."""
    return not group.items, group.items[0].since.timestamp() if group.items else 0.0


def numbers_waiting(request: HttpRequest) -> dict[str, int]:
    kept = cache.get(_badge_key(request))
    if kept is None:
        kept = {group.name: group.total for group in groups_waiting(request)}
    return kept


def _badge_key(request: HttpRequest) -> str:
    return f"admin:waiting:{request.user.pk}"


def navigation(request: HttpRequest) -> list[dict[str, Any]]:
    """What the theme draws: only lists that this person may open."""
    shown = [item for item in sorted(_items, key=lambda item: item.position) if _may_open(request, item)]
    waiting = numbers_waiting(request)
    groups: list[dict[str, Any]] = [
        {
            "title": None,
            "items": [
                {"title": _("What waits"), "icon": "inbox", "link": reverse("admin:index")},
                {"title": _("Figures"), "icon": "bar_chart", "link": reverse("indicators:list")},
            ],
        }
    ]
    for group in Group:
        entries = [_entry(item, waiting) for item in shown if item.group == group]
        if entries:
            groups.append({"title": group.label, "items": entries})
    return groups


def _may_open(request: HttpRequest, item: SidebarItem) -> bool:
    model = apps.get_model(item.model)
    if model not in admin.site._registry:
        return False
    return request.user.has_perm(f"{model._meta.app_label}.{get_permission_codename('view', model._meta)}")


def _entry(item: SidebarItem, waiting: dict[str, int]) -> dict[str, Any]:
    meta = apps.get_model(item.model)._meta
    number = sum(waiting.get(name, 0) for name in item.waiting)
    entry = {
        "title": item.title or capfirst(str(meta.verbose_name_plural)),
        "icon": item.icon,
        "link": reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist"),
    }
    if number:
        entry["badge"] = f"{BADGE_MOST}+" if number > BADGE_MOST else str(number)
        entry["badge_variant"] = "primary"
    return entry


def account_links(request: HttpRequest) -> list[dict[str, Any]]:
    return [
        {"title": _("Account and security"), "link": reverse("account_change_password")},
        {"title": _("Language and display"), "link": reverse("portal:preferences")},
    ]
