from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("members", "0006_import_change_index"),
        ("members", "0006_member_days"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="duplicatepair",
            index=models.Index(
                condition=models.Q(("status", "open")), fields=["-score", "id"], name="duplicate_pair_open"
            ),
        ),
    ]
