"""The forms of the portal in the theme of the admin."""

from typing import Any

from unfold.widgets import UnfoldAdminSelect2MultipleWidget

from events.events.forms import AdjustForm, EventForm
from federation.portal.admin_theme import themed

OURS = ("starts_at", "ends_at", "opens_at", "deadline", "quota", "per_enterprise", "hosts")


class EventAdminForm(EventForm):
    """Model fields have the theme's controls already; those of our own are dressed here."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in OURS:
            if name in self.fields:
                self.fields[name].widget = themed(self.fields[name].widget)
        if "invited" in self.fields:
            invited = self.fields["invited"]
            chosen = UnfoldAdminSelect2MultipleWidget()
            chosen.choices = invited.widget.choices
            invited.widget = chosen


class AdjustAdminForm(AdjustForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["deadline"].widget = themed(self.fields["deadline"].widget)
