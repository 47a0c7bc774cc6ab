"""The events' lists in the admin's sidebar."""

from django.utils.translation import gettext_lazy as _

from federation.portal.sidebar import Group, SidebarItem, add

add(
    SidebarItem(
        Group.EVENTS,
        "events.Event",
        "event",
        10,
        waiting=("events-to-approve", "events-to-sum-up", "events-to-date", "events-to-archive"),
    ),
    SidebarItem(Group.EVENTS, "events.Series", "repeat", 20),
    SidebarItem(Group.EVENTS, "events.SignUp", "how_to_reg", 30),
    SidebarItem(Group.EVENTS, "events.EventAttendance", "check_circle", 40, title=_("Attendances")),
    SidebarItem(Group.EVENTS, "events.Participant", "person", 50),
)
