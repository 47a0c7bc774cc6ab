import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("members", "0005_listed_indexes")]

    operations = [
        migrations.AlterField(
            model_name="importchange",
            name="batch",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="changes",
                to="members.importbatch",
            ),
        ),
    ]
