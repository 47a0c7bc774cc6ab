from django.db import migrations, models

import events.visits.models


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0005_name_order"),
    ]

    operations = [
        migrations.AlterField(
            model_name="leader",
            name="name",
            field=models.CharField(max_length=80, verbose_name="full name"),
        ),
        migrations.AlterField(
            model_name="leaderevent",
            name="name",
            field=models.CharField(max_length=80, verbose_name="full name"),
        ),
        migrations.AlterField(
            model_name="visit",
            name="enterprise_name",
            field=models.CharField(max_length=200, verbose_name="enterprise name of that day"),
        ),
        migrations.AlterField(
            model_name="visitday",
            name="on",
            field=models.DateField(default=events.visits.models.next_thursday, verbose_name="day out"),
        ),
        migrations.AlterField(
            model_name="visitday",
            name="status",
            field=models.CharField(
                choices=[
                    ("planned", "being put together"),
                    ("confirmed", "enterprises told"),
                    ("done", "over and written up"),
                    ("cancelled", "called off"),
                ],
                default="planned",
                max_length=12,
                verbose_name="status",
            ),
        ),
        migrations.AlterField(
            model_name="visitdayevent",
            name="on",
            field=models.DateField(default=events.visits.models.next_thursday, verbose_name="day out"),
        ),
        migrations.AlterField(
            model_name="visitdayevent",
            name="status",
            field=models.CharField(
                choices=[
                    ("planned", "being put together"),
                    ("confirmed", "enterprises told"),
                    ("done", "over and written up"),
                    ("cancelled", "called off"),
                ],
                default="planned",
                max_length=12,
                verbose_name="status",
            ),
        ),
        migrations.AlterField(
            model_name="visitevent",
            name="enterprise_name",
            field=models.CharField(max_length=200, verbose_name="enterprise name of that day"),
        ),
        migrations.AlterField(
            model_name="visitleader",
            name="name",
            field=models.CharField(max_length=80, verbose_name="full name"),
        ),
        migrations.AlterField(
            model_name="visitleaderevent",
            name="name",
            field=models.CharField(max_length=80, verbose_name="full name"),
        ),
        migrations.AlterField(
            model_name="visitperson",
            name="name",
            field=models.CharField(max_length=80, verbose_name="full name"),
        ),
        migrations.AlterField(
            model_name="visitperson",
            name="side",
            field=models.CharField(
                choices=[
                    ("enterprise", "of the enterprise"),
                    ("federation", "of the federation"),
                    ("chamber", "of the chamber"),
                    ("government", "of a department or town"),
                    ("other", "other"),
                ],
                default="enterprise",
                max_length=12,
                verbose_name="side",
            ),
        ),
        migrations.AlterField(
            model_name="visitpersonevent",
            name="name",
            field=models.CharField(max_length=80, verbose_name="full name"),
        ),
        migrations.AlterField(
            model_name="visitpersonevent",
            name="side",
            field=models.CharField(
                choices=[
                    ("enterprise", "of the enterprise"),
                    ("federation", "of the federation"),
                    ("chamber", "of the chamber"),
                    ("government", "of a department or town"),
                    ("other", "other"),
                ],
                default="enterprise",
                max_length=12,
                verbose_name="side",
            ),
        ),
    ]
