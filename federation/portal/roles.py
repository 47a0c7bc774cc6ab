from federation.accounts.roles import Role, grant

grant(Role.ADMINISTRATOR, "django_celery_beat", "view", "periodictask")
