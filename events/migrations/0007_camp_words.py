import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0006_visits_words"),
    ]

    operations = [
        migrations.AlterField(
            model_name="campapplication",
            name="created_at",
            field=models.DateTimeField(
                db_default=django.db.models.functions.datetime.Now(), verbose_name="put forward at"
            ),
        ),
        migrations.AlterField(
            model_name="campapplication",
            name="name",
            field=models.CharField(max_length=80, verbose_name="person's name"),
        ),
        migrations.AlterField(
            model_name="campapplicationevent",
            name="created_at",
            field=models.DateTimeField(
                db_default=django.db.models.functions.datetime.Now(), verbose_name="put forward at"
            ),
        ),
        migrations.AlterField(
            model_name="campapplicationevent",
            name="name",
            field=models.CharField(max_length=80, verbose_name="person's name"),
        ),
        migrations.AlterField(
            model_name="certificate",
            name="code",
            field=models.CharField(max_length=24, unique=True, verbose_name="certificate code"),
        ),
        migrations.AlterField(
            model_name="certificate",
            name="name",
            field=models.CharField(max_length=80, verbose_name="person's name"),
        ),
        migrations.AlterField(
            model_name="certificate",
            name="serial",
            field=models.CharField(max_length=40, verbose_name="certificate number"),
        ),
        migrations.AlterField(
            model_name="certificateevent",
            name="code",
            field=models.CharField(max_length=24, verbose_name="certificate code"),
        ),
        migrations.AlterField(
            model_name="certificateevent",
            name="name",
            field=models.CharField(max_length=80, verbose_name="person's name"),
        ),
        migrations.AlterField(
            model_name="certificateevent",
            name="serial",
            field=models.CharField(max_length=40, verbose_name="certificate number"),
        ),
    ]
