"""How a visitor likes the portal to look. Kept in one cookie, so that the server writes it into <html> and no script
has to repaint the page."""

from dataclasses import dataclass, fields, replace
from typing import Self

from django.http import HttpRequest, HttpResponse

COOKIE = "look"
COOKIE_AGE = 365 * 24 * 3600
CHOICES = {
    "theme": ("auto", "light", "dark"),
    "contrast": ("auto", "more"),
    "type": ("normal", "large"),
}


@dataclass(frozen=True)
class Look:
    theme: str = "auto"
    contrast: str = "auto"
    type: str = "normal"

    @classmethod
    def of(cls, request: HttpRequest) -> Self:
        """The look of the visitor's cookie; anything the cookie shouldn't hold counts as not chosen."""
        raw = request.COOKIES.get(COOKIE)
        return cls().changed(dict(zip(CHOICES, raw.split("."), strict=False))) if raw else cls()

    def changed(self, wishes: dict[str, str]) -> Self:
        """This look with the wishes that name a real choice."""
        known = {name: value for name, value in wishes.items() if value in CHOICES.get(name, ())}
        return replace(self, **known)

    def attributes(self) -> dict[str, str]:
        """For <html>; what the device is to decide is left out."""
        standing = type(self)()
        return {
            f"data-{field.name}": getattr(self, field.name)
            for field in fields(self)
            if getattr(self, field.name) != getattr(standing, field.name)
        }

    def keep(self, response: HttpResponse, secure: bool) -> None:
        value = ".".join(getattr(self, name) for name in CHOICES)
        response.set_cookie(COOKIE, value, max_age=COOKIE_AGE, samesite="Lax", httponly=True, secure=secure)
