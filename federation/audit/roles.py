from federation.accounts.roles import Role, grant

grant(Role.AUDITOR, "audit", "view", "personaldataaccess securityevent")
grant(Role.ADMINISTRATOR, "audit", "view", "securityevent")
