"""What each role may do on this floor."""

from federation.accounts.roles import Role, grant, grant_permission

PLACES = "county village villagename story"
UNDERTAKINGS = "programme campaign intermediary"
CASES = "pairing pairingmember pairingstep contribution share delivery confirmation contributionstep ledgerentry"

grant(Role.SERVICES_CLERK, "poverty_aid", "view", f"{PLACES} {UNDERTAKINGS} {CASES}")
grant(Role.SERVICES_CLERK, "poverty_aid", "add change", "village story campaign intermediary")
grant_permission(Role.SERVICES_CLERK, "poverty_aid.keep_pairing")
grant_permission(Role.SERVICES_CLERK, "poverty_aid.keep_contribution")

grant(Role.REGISTRY_CLERK, "poverty_aid", "view", f"{PLACES} {UNDERTAKINGS} pairing pairingmember pairingstep")

grant(Role.AUDITOR, "poverty_aid", "view", f"{PLACES} {UNDERTAKINGS} {CASES}")

grant(Role.ADMINISTRATOR, "poverty_aid", "view", f"{PLACES} {UNDERTAKINGS} {CASES}")
grant(Role.ADMINISTRATOR, "poverty_aid", "add change", f"county village {UNDERTAKINGS}")
