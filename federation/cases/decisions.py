"""What a person may decide about a record: the button, what is asked first, the action behind it.

A subject lists its decisions once; the admin (`federation/cases/admin.py`) and the subject's own pages draw them from
there, so that no page knows a rule of its own.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms

from federation.accounts.models import User
from federation.portal.contributions import Text


def cleaned(form: forms.Form) -> dict[str, Any]:
    return dict(form.cleaned_data)


@dataclass(frozen=True)
class Decision:
    """`name` is the last part of its address, and `view` the name of that address where it is another.

    `act(record, by=…, hat=…, **values(form))` does it. `asks` opens the form, if something must be said first;
    `form_for` says with what. `button` is the word that sends it where `title` would not do, `explains` what follows
    from it. `is_next` is what the record waits for; `is_grave` can't be mended afterwards.
    """

    name: str
    may: Callable[[User, Any], bool]
    act: Callable[..., Any]
    title: Text
    done: Text
    asks: Callable[..., forms.Form] | None = None
    values: Callable[[Any], dict[str, Any]] = cleaned
    button: Text = ""
    explains: Text = ""
    icon: str | None = None
    is_next: bool = False
    is_grave: bool = False
    view: str = ""

    @property
    def view_name(self) -> str:
        return self.view or self.name.replace("-", "_")

    def is_offered(self, user: User, record: Any) -> bool:
        return self.may(user, record)

    def form_for(self, record: Any, data: Any = None, files: Any = None) -> forms.Form | None:
        return self.asks(record, data, files) if self.asks else None


def plain(form_class: type[forms.Form]) -> Callable[[Any, Any, Any], forms.Form]:
    """For `asks`: a form that needs to know nothing of the record."""
    return lambda record, data, files: form_class(data, files)


def without_hat(action: Callable[..., Any]) -> Callable[..., Any]:
    """For `act`: an action that keeps no step, and so needn't know under which hat it is done."""
    return lambda record, *, by, hat, **values: action(record, by=by, **values)
