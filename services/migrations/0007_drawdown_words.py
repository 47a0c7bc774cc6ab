from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("services", "0006_demand_indexes"),
    ]

    operations = [
        migrations.AlterField(
            model_name="drawdown",
            name="enterprise_name",
            field=models.CharField(max_length=200, verbose_name="enterprise name at the drawdown"),
        ),
        migrations.AlterField(
            model_name="drawdownfile",
            name="since",
            field=models.DateField(verbose_name="period from"),
        ),
        migrations.AlterField(
            model_name="drawdownfile",
            name="until",
            field=models.DateField(verbose_name="period to"),
        ),
        migrations.AlterField(
            model_name="drawdownfileevent",
            name="since",
            field=models.DateField(verbose_name="period from"),
        ),
        migrations.AlterField(
            model_name="drawdownfileevent",
            name="until",
            field=models.DateField(verbose_name="period to"),
        ),
        migrations.AlterField(
            model_name="drawdownline",
            name="verdict",
            field=models.CharField(
                choices=[
                    ("new", "new in the ledger"),
                    ("changed", "changed: a new version"),
                    ("same", "as recorded"),
                    ("missing", "recorded, but not in the file"),
                    ("unknown", "not in the register"),
                    ("bad", "not taken"),
                ],
                max_length=8,
                verbose_name="verdict",
            ),
        ),
    ]
