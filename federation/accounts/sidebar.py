from federation.portal.sidebar import Group, SidebarItem, add

add(
    SidebarItem(Group.SYSTEM, "accounts.User", "person", 10),
    SidebarItem(Group.SYSTEM, "auth.Group", "shield_person", 20),
    SidebarItem(Group.SYSTEM, "django_celery_beat.PeriodicTask", "schedule", 90),
)
