from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("services", "0004_finance_words"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="demand",
            options={
                "permissions": [
                    ("assign_demand", "Can classify and assign demands"),
                    ("handle_demand", "Can be in charge of a demand and answer it"),
                    ("callback_demand", "Can call back and close demands"),
                ],
                "verbose_name": "demand",
                "verbose_name_plural": "demands of enterprises",
            },
        ),
    ]
