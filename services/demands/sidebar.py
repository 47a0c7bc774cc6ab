"""Demands in the admin's sidebar."""

from federation.portal.sidebar import Group, SidebarItem, add

add(
    SidebarItem(
        Group.SERVICES,
        "services.Demand",
        "support_agent",
        10,
        waiting=("demands-to-assign", "demands-to-call-back", "demands-in-charge"),
    ),
    SidebarItem(Group.LISTS, "services.DemandCategory", "category", 60),
)
