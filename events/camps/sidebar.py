"""Training camps in the admin's sidebar."""

from federation.portal.sidebar import Group, SidebarItem, add

add(
    SidebarItem(Group.EVENTS, "events.Cohort", "school", 60, waiting=("camp-cohorts",)),
    SidebarItem(Group.EVENTS, "events.CampApplication", "how_to_reg", 70),
    SidebarItem(Group.EVENTS, "events.Certificate", "workspace_premium", 80),
    SidebarItem(Group.LISTS, "events.Camp", "menu_book", 75),
)
