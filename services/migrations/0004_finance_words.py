import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "__first__"),
        ("services", "0003_products_and_drawdowns"),
    ]

    operations = [
        migrations.AlterField(
            model_name="bankloan",
            name="status",
            field=models.CharField(
                choices=[
                    ("assigned", "waits for the bank"),
                    ("accepted", "being examined by the bank"),
                    ("more_asked", "the bank asks for more"),
                    ("approved", "approved, not drawn yet"),
                    ("drawing", "being drawn"),
                    ("closed", "loan closed"),
                    ("rejected", "rejected by the bank"),
                    ("referred", "referred back to the chamber"),
                    ("withdrawn", "withdrawn"),
                ],
                default="assigned",
                max_length=12,
                verbose_name="status",
            ),
        ),
        migrations.AlterField(
            model_name="bankloanevent",
            name="status",
            field=models.CharField(
                choices=[
                    ("assigned", "waits for the bank"),
                    ("accepted", "being examined by the bank"),
                    ("more_asked", "the bank asks for more"),
                    ("approved", "approved, not drawn yet"),
                    ("drawing", "being drawn"),
                    ("closed", "loan closed"),
                    ("rejected", "rejected by the bank"),
                    ("referred", "referred back to the chamber"),
                    ("withdrawn", "withdrawn"),
                ],
                default="assigned",
                max_length=12,
                verbose_name="status",
            ),
        ),
        migrations.AlterField(
            model_name="dataconsent",
            name="given_at",
            field=models.DateTimeField(
                db_default=django.db.models.functions.datetime.Now(), verbose_name="consent given at"
            ),
        ),
        migrations.AlterField(
            model_name="dataconsent",
            name="given_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="consent given by",
            ),
        ),
        migrations.AlterField(
            model_name="dataconsentevent",
            name="given_at",
            field=models.DateTimeField(
                db_default=django.db.models.functions.datetime.Now(), verbose_name="consent given at"
            ),
        ),
        migrations.AlterField(
            model_name="dataconsentevent",
            name="given_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="consent given by",
            ),
        ),
        migrations.AlterField(
            model_name="endorsementcheck",
            name="answer",
            field=models.CharField(
                choices=[("yes", "yes"), ("no", "no"), ("unknown", "not known")],
                max_length=8,
                verbose_name="result of the check",
            ),
        ),
        migrations.AlterField(
            model_name="endorsementcheck",
            name="answered_at",
            field=models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="checked at"),
        ),
        migrations.AlterField(
            model_name="endorsementcheck",
            name="answered_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="checked by",
            ),
        ),
        migrations.AlterField(
            model_name="policydecision",
            name="note",
            field=models.CharField(blank=True, max_length=500, verbose_name="opinion"),
        ),
    ]
