"""What each role may do with training camps."""

from federation.accounts.roles import Role, grant, grant_permission

COHORTS = "camp cohort cohortstep chamberquota campsession"
PEOPLE = "campapplication campapplicationstep attendance certificate"

grant(Role.SERVICES_CLERK, "events", "view", f"{COHORTS} {PEOPLE}")
grant(Role.SERVICES_CLERK, "events", "add change", "camp cohort campsession")
grant(Role.SERVICES_CLERK, "events", "delete", "campsession")
for _right in ("run_cohort", "call_roll", "issue_certificate"):
    grant_permission(Role.SERVICES_CLERK, f"events.{_right}")

# Whoever is at hand stands at the door with the list.
grant(Role.REGISTRY_CLERK, "events", "view", "camp cohort campsession")
grant_permission(Role.REGISTRY_CLERK, "events.call_roll")

grant(Role.AUDITOR, "events", "view", f"{COHORTS} {PEOPLE}")

grant(Role.ADMINISTRATOR, "events", "view", "camp cohort campsession")
grant(Role.ADMINISTRATOR, "events", "add change", "camp")
