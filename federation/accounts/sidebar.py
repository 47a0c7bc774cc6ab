from django.utils.translation import gettext_lazy as _

from federation.portal.sidebar import Group, SidebarItem, add

add(
    SidebarItem(Group.SYSTEM, "accounts.User", "person", 10),
    SidebarItem(Group.SYSTEM, "auth.Group", "shield_person", 20, title=_("Roles")),
    SidebarItem(Group.SYSTEM, "django_celery_beat.PeriodicTask", "schedule", 90, title=_("Schedule")),
)
