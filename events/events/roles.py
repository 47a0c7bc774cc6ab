"""What each role may do with events. Approving needs another person than planning, not another role."""

from federation.accounts.roles import Role, grant, grant_permission

PLANS = "event series"
SHOWN = "eventstep eventhost invitedchamber places signup eventattendance participant"

grant(Role.SERVICES_CLERK, "events", "view add change", PLANS)
grant(Role.SERVICES_CLERK, "events", "view", SHOWN)
grant_permission(Role.SERVICES_CLERK, "events.approve_event")

grant(Role.REGISTRY_CLERK, "events", "view", f"{PLANS} {SHOWN}")
grant_permission(Role.REGISTRY_CLERK, "events.approve_event")

grant(Role.AUDITOR, "events", "view", f"{PLANS} {SHOWN}")
grant(Role.ADMINISTRATOR, "events", "view", f"{PLANS} {SHOWN}")
