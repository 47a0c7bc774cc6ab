from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "__first__"),
        ("chambers", "0004_longer_status_names"),
        ("members", "0009_pairs_by_statement"),
        ("services", "0005_demand_words"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="demand",
            name="demand_open_due",
        ),
        migrations.AddIndex(
            model_name="demand",
            index=models.Index(fields=["due_at", "id"], name="demand_due"),
        ),
        migrations.AddIndex(
            model_name="demand",
            index=models.Index(fields=["satisfaction", "raised_at", "id"], name="demand_satisfaction"),
        ),
    ]
