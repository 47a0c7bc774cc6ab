"""What each role may do with visits. Leaders need no role: their office and the visit itself say what is theirs."""

from federation.accounts.roles import Role, grant, grant_permission

DAYS = "visitday daystep dayleader"
VISITS = "visit visitstep visitleader visitphoto visitperson visitdemand"

grant(Role.SERVICES_CLERK, "events", "view", f"leader {DAYS} {VISITS}")
grant(Role.SERVICES_CLERK, "events", "add change", "leader visitday")
grant_permission(Role.SERVICES_CLERK, "events.plan_visitday")

grant(Role.AUDITOR, "events", "view", f"leader {DAYS} {VISITS}")

grant(Role.ADMINISTRATOR, "events", "view", "leader visitday")
grant(Role.ADMINISTRATOR, "events", "add change", "leader")
