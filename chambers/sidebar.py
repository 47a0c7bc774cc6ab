"""The chambers' lists in the admin's sidebar."""

from federation.portal.sidebar import Group, SidebarItem, add

add(
    SidebarItem(Group.MEMBERS, "chambers.MembershipApplication", "how_to_reg", 20, waiting=("applications",)),
    SidebarItem(Group.CHAMBERS, "chambers.Chamber", "groups", 10),
    SidebarItem(Group.CHAMBERS, "chambers.Affiliation", "lan", 20),
    SidebarItem(Group.CHAMBERS, "chambers.Officer", "person_pin", 30),
)
