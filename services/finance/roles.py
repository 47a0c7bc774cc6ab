"""What each role may do with finance applications. Nothing of them is edited or deleted: they move by their buttons."""

from federation.accounts.roles import Role, grant, grant_permission

CASES = "financeapplication financeversion financestep financepaper dataconsent endorsementcheck policydecision"
LOANS = "bankloan loanstep"

grant(Role.SERVICES_CLERK, "services", "view", f"{CASES} {LOANS} policydesk")
grant(Role.SERVICES_CLERK, "services", "add change", "policydesk")
grant_permission(Role.SERVICES_CLERK, "services.match_financeapplication")

grant(Role.AUDITOR, "services", "view", f"{CASES} {LOANS} policydesk")

grant(Role.ADMINISTRATOR, "services", "view", "policydesk")
grant(Role.ADMINISTRATOR, "services", "add change", "policydesk")
