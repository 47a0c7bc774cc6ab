from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("members", "0002_industry_classes")]

    operations = [
        migrations.AddField(
            model_name="enterprise",
            name="haystack",
            field=models.TextField(blank=True, default="", editable=False),
        ),
        migrations.AlterField(
            model_name="enterprise",
            name="sort_key",
            field=models.CharField(blank=True, db_collation="C", editable=False, max_length=120),
        ),
    ]
