"""What each role may do on this floor."""

from federation.accounts.roles import Role, grant, grant_permission

BODIES = "chamber affiliation officer"
APPLICATIONS = "membershipapplication applicationstep"

grant(Role.REGISTRY_CLERK, "chambers", "view", f"{BODIES} {APPLICATIONS}")
grant(Role.REGISTRY_CLERK, "chambers", "add change", "affiliation officer")
grant_permission(Role.REGISTRY_CLERK, "chambers.decide_membershipapplication")

grant(Role.SERVICES_CLERK, "chambers", "view", BODIES)

grant(Role.AUDITOR, "chambers", "view", f"{BODIES} {APPLICATIONS}")

grant(Role.ADMINISTRATOR, "chambers", "view", f"{BODIES} {APPLICATIONS}")
grant(Role.ADMINISTRATOR, "chambers", "add change", "chamber officer")
