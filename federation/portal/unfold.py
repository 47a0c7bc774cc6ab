"""How the admin looks: the portal's tokens under the theme's names. Read by the settings, so it imports no model."""

import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

TOKENS = json.loads(
    (Path(__file__).resolve().parents[2] / "static" / "src" / "tokens.json").read_text(encoding="utf-8")
)
LIGHT, DARK = TOKENS["light"], TOKENS["dark"]


def title(request: HttpRequest | None = None) -> str:
    return settings.FEDERATION_NAME


def look(request: HttpRequest) -> dict[str, str]:
    """The visitor's own choices for the whole portal, kept in its cookie; what is left to the device isn't named."""
    # Settings read this module before there are apps to import.
    from federation.portal.look import Look

    return {name.removeprefix("data-"): value for name, value in Look.of(request).attributes().items()}


def theme(request: HttpRequest) -> str | None:
    return look(request).get("theme")


def script(request: HttpRequest) -> str:
    address = static("js/admin.js")
    chosen = look(request)
    return f"{address}?{urlencode(chosen)}" if chosen else address


def acting_as(request: HttpRequest) -> list[str] | None:
    """Every page says under which hat one acts; in the admin there is but one."""
    return [str(_("Federation staff")), "info"] if request.user.is_staff else None


UNFOLD: dict[str, Any] = {
    "SITE_TITLE": "federation.portal.unfold.title",
    "SITE_HEADER": "federation.portal.unfold.title",
    "SITE_SUBHEADER": _("Staff desk"),
    "SITE_ICON": lambda request: static("img/emblem.svg"),
    "SITE_FAVICONS": [
        {"rel": "icon", "type": "image/svg+xml", "href": lambda request: static("img/favicon.svg")},
    ],
    "SITE_URL": "/",
    "SHOW_HISTORY": True,
    "SHOW_VIEW_ON_SITE": True,
    "SHOW_LANGUAGES": True,
    "SHOW_BACK_BUTTON": True,
    "THEME": "federation.portal.unfold.theme",
    "ENVIRONMENT": "federation.portal.unfold.acting_as",
    "BORDER_RADIUS": TOKENS["base"]["radius-2"],
    "COLORS": {
        "base": {
            "50": LIGHT["paper"],
            "100": LIGHT["surface-2"],
            "200": LIGHT["line"],
            "300": DARK["ink-soft"],
            "400": DARK["line-strong"],
            "500": LIGHT["ink-faint"],
            "600": LIGHT["ink-soft"],
            "700": DARK["line"],
            "800": DARK["surface-2"],
            "900": DARK["surface"],
            "950": DARK["paper"],
        },
        "primary": {
            "50": LIGHT["done-tint"],
            "100": LIGHT["done-tint"],
            "200": DARK["done-ink"],
            "300": DARK["done-strong"],
            "400": DARK["done-strong"],
            "500": DARK["done"],
            "600": LIGHT["done"],
            "700": LIGHT["done-ink"],
            "800": LIGHT["done-strong"],
            "900": DARK["done-tint"],
            "950": DARK["on-done"],
        },
        "font": {
            "subtle-light": LIGHT["ink-faint"],
            "subtle-dark": DARK["ink-faint"],
            "default-light": LIGHT["ink-soft"],
            "default-dark": DARK["ink-soft"],
            "important-light": LIGHT["ink"],
            "important-dark": DARK["ink"],
        },
    },
    "STYLES": [lambda request: static("css/admin.css")],
    "SCRIPTS": [script],
    "SIDEBAR": {
        "show_search": True,
        "show_all_applications": False,
        "navigation": "federation.portal.sidebar.navigation",
    },
    "ACCOUNT": {"navigation": "federation.portal.sidebar.account_links"},
}
