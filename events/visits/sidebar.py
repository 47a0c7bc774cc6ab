"""Visits in the admin's sidebar."""

from federation.portal.sidebar import Group, SidebarItem, add

add(
    SidebarItem(Group.EVENTS, "events.VisitDay", "calendar_month", 40, waiting=("visits-asked", "visit-days")),
    SidebarItem(Group.EVENTS, "events.Visit", "handshake", 50, waiting=("visits-to-write",)),
    SidebarItem(Group.LISTS, "events.Leader", "person_pin", 70),
)
