"""What each role may do with demands."""

from federation.accounts.roles import Role, grant, grant_permission

ALL = "demand demandstep demandhandling demandremark demandpaper"

for role in (Role.SERVICES_CLERK, Role.ADMINISTRATOR):
    grant(role, "services", "view", f"{ALL} demandcategory")
    for verb in ("assign", "handle", "callback"):
        grant_permission(role, f"services.{verb}_demand")
grant(Role.ADMINISTRATOR, "services", "add change", "demandcategory")
grant(Role.SERVICES_CLERK, "services", "add change", "demandcategory")
grant(Role.AUDITOR, "services", "view", f"{ALL} demandcategory")
# Who keeps the register sees what its enterprises asked for, and leaves it to others.
grant(Role.REGISTRY_CLERK, "services", "view", "demand demandcategory")
