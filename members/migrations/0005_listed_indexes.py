"""The directory's filters, each combination in the order of the list."""

from django.db import migrations, models

INDEXES = {
    "enterprise_listed_town_section": ["town", "section"],
    "enterprise_listed_size_town": ["size_class", "town"],
    "enterprise_listed_size_section": ["size_class", "section"],
    "enterprise_listed_all": ["size_class", "section", "town"],
}


class Migration(migrations.Migration):
    dependencies = [("members", "0004_register_imports")]

    operations = [
        migrations.AddIndex(
            model_name="enterprise",
            index=models.Index(fields=[*fields, "sort_key", "id"], condition=models.Q(listed=True), name=name),
        )
        for name, fields in INDEXES.items()
    ]
