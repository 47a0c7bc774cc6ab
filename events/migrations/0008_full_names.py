from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0007_camp_words"),
    ]

    operations = [
        migrations.AlterField(
            model_name="eventattendance",
            name="name",
            field=models.CharField(max_length=80, verbose_name="full name"),
        ),
        migrations.AlterField(
            model_name="eventattendanceevent",
            name="name",
            field=models.CharField(max_length=80, verbose_name="full name"),
        ),
        migrations.AlterField(
            model_name="participant",
            name="name",
            field=models.CharField(max_length=80, verbose_name="full name"),
        ),
        migrations.AlterField(
            model_name="participantevent",
            name="name",
            field=models.CharField(max_length=80, verbose_name="full name"),
        ),
        migrations.AlterField(
            model_name="signup",
            name="name",
            field=models.CharField(max_length=80, verbose_name="full name"),
        ),
        migrations.AlterField(
            model_name="signupevent",
            name="name",
            field=models.CharField(max_length=80, verbose_name="full name"),
        ),
    ]
