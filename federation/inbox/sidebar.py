from federation.portal.sidebar import Group, SidebarItem, add

add(
    SidebarItem(Group.MESSAGES, "inbox.Message", "mail", 10),
    SidebarItem(Group.MESSAGES, "inbox.Delivery", "outgoing_mail", 20),
    SidebarItem(Group.MESSAGES, "inbox.Letter", "forward_to_inbox", 30),
)
