from django.db import migrations

# The names as of this migration; their rights follow from each app's roles.py after every migrate.
ROLES = ["registry_clerk", "services_clerk", "auditor", "administrator"]


def create_groups(apps, schema_editor):
    apps.get_model("auth", "Group").objects.bulk_create(
        [apps.get_model("auth", "Group")(name=name) for name in ROLES], ignore_conflicts=True
    )


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="user",
            options={
                "permissions": [("unmask_personal_data", "Can see personal data unmasked, giving a reason")],
                "verbose_name": "user",
                "verbose_name_plural": "users",
            },
        ),
        # Undone, the groups stay: people may be in them.
        migrations.RunPython(create_groups, migrations.RunPython.noop),
    ]
