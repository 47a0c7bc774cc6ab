from federation.accounts.roles import Role, grant

# Whether a message left, not what it says to whom: that is between the portal and its reader.
grant(Role.ADMINISTRATOR, "inbox", "view", "delivery letter")
grant(Role.AUDITOR, "inbox", "view", "delivery letter message")
