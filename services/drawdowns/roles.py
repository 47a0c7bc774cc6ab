"""What each role may do with products and drawdowns. The ledger is written by banks and by their tables only."""

from federation.accounts.roles import Role, grant, grant_permission

LEDGER = "drawdown drawdownfile drawdownline"

grant(Role.SERVICES_CLERK, "services", "view", f"{LEDGER} loanproduct")
grant(Role.SERVICES_CLERK, "services", "add change", "loanproduct")
grant_permission(Role.SERVICES_CLERK, "services.record_drawdown")
grant(Role.AUDITOR, "services", "view", f"{LEDGER} loanproduct")
