from federation.portal.sidebar import Group, SidebarItem, add

add(
    SidebarItem(Group.SYSTEM, "audit.SecurityEvent", "lock_clock", 30),
    SidebarItem(Group.SYSTEM, "audit.PersonalDataAccess", "visibility", 40),
)
