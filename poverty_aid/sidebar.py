"""This floor's lists in the admin's sidebar."""

from federation.portal.sidebar import Group, SidebarItem, add

add(
    SidebarItem(
        Group.AID,
        "poverty_aid.Pairing",
        "handshake",
        10,
        waiting=("pairings", "pairings-to-archive", "pairings-to-accept", "pairings-of-absent"),
    ),
    SidebarItem(
        Group.AID,
        "poverty_aid.Contribution",
        "volunteer_activism",
        20,
        waiting=("disputed-gifts", "gifts-to-confirm", "gifts-of-absent", "gifts-left-of-absent"),
    ),
    SidebarItem(Group.AID, "poverty_aid.LedgerEntry", "menu_book", 30),
    SidebarItem(Group.AID, "poverty_aid.Village", "holiday_village", 40),
    SidebarItem(Group.AID, "poverty_aid.Story", "auto_stories", 50),
    SidebarItem(Group.LISTS, "poverty_aid.Programme", "category", 60),
    SidebarItem(Group.LISTS, "poverty_aid.Campaign", "campaign", 61),
    SidebarItem(Group.LISTS, "poverty_aid.Intermediary", "move_down", 62),
    SidebarItem(Group.LISTS, "poverty_aid.County", "map", 63),
)
