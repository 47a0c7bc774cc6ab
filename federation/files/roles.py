from federation.accounts.roles import Role, grant

grant(Role.AUDITOR, "files", "view", "storedfile")
