from federation.portal.sidebar import Group, SidebarItem, add

add(SidebarItem(Group.SYSTEM, "files.StoredFile", "folder_open", 50))
