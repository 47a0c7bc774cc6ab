"""What each role may do on this floor. Offices and periods end by a date: hardly anything may be deleted."""

from federation.accounts.roles import Role, grant

REGISTER = "enterprise namerecord sizesnapshot contact representative product honour invitation profilechange"
MEMBERSHIP = "membership membershipperiod"
REFERENCE = "industryclass town park"
IMPORTS = "importbatch importrowerror importchange"
DUPLICATES = "duplicatepair merge"
PARTNERS = "partnerorganisation partnerofficer"

grant(Role.REGISTRY_CLERK, "members", "view", f"{REGISTER} {MEMBERSHIP} {REFERENCE} {IMPORTS} {DUPLICATES} {PARTNERS}")
grant(Role.REGISTRY_CLERK, "members", "add change", "enterprise namerecord contact representative product honour park")
grant(Role.REGISTRY_CLERK, "members", "delete", "contact product honour")
grant(Role.REGISTRY_CLERK, "members", "change", "profilechange duplicatepair membershipperiod")
grant(Role.REGISTRY_CLERK, "members", "add change", "importbatch merge")

# Serves enterprises: knows them and whom to call, keeps the partners; doesn't write the register.
grant(
    Role.SERVICES_CLERK, "members", "view", "enterprise namerecord sizesnapshot contact representative product honour"
)
grant(Role.SERVICES_CLERK, "members", "view", f"{MEMBERSHIP} {REFERENCE}")
grant(Role.SERVICES_CLERK, "members", "view add change", PARTNERS)

grant(Role.AUDITOR, "members", "view", f"{REGISTER} {MEMBERSHIP} {REFERENCE} {IMPORTS} {DUPLICATES} {PARTNERS}")

# Keeps people and the lists that others choose from; decides nothing about enterprises.
grant(Role.ADMINISTRATOR, "members", "view", f"{REGISTER} {MEMBERSHIP} {REFERENCE} {IMPORTS} {PARTNERS}")
grant(Role.ADMINISTRATOR, "members", "add change", f"town park representative {PARTNERS}")
