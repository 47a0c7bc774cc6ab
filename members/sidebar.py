"""The register's lists in the admin's sidebar."""

from django.utils.translation import gettext_lazy as _

from federation.portal.sidebar import Group, SidebarItem, add

add(
    SidebarItem(Group.MEMBERS, "members.Enterprise", "apartment", 10),
    SidebarItem(Group.MEMBERS, "members.Membership", "badge", 30),
    SidebarItem(Group.MEMBERS, "members.ProfileChange", "edit_note", 40, waiting=("profile_changes",)),
    SidebarItem(Group.MEMBERS, "members.DuplicatePair", "content_copy", 50, waiting=("duplicates",)),
    SidebarItem(Group.MEMBERS, "members.Merge", "merge", 60),
    SidebarItem(Group.MEMBERS, "members.ImportBatch", "upload_file", 70, waiting=("imports",)),
    SidebarItem(Group.PARTNERS, "members.PartnerOrganisation", "account_balance", 10),
    SidebarItem(Group.LISTS, "members.Town", "location_on", 10),
    SidebarItem(Group.LISTS, "members.Park", "domain", 20),
    SidebarItem(Group.LISTS, "members.IndustryClass", "category", 30, title=_("Industries (GB/T 4754)")),
)
