from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("poverty_aid", "0002_shares_through_chambers"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="delivery",
            options={
                "ordering": ["delivered_on", "pk"],
                "verbose_name": "delivery of a gift",
                "verbose_name_plural": "deliveries of gifts",
            },
        ),
        migrations.AlterField(
            model_name="campaign",
            name="ends_on",
            field=models.DateField(blank=True, null=True, verbose_name="last day"),
        ),
        migrations.AlterField(
            model_name="campaign",
            name="starts_on",
            field=models.DateField(blank=True, null=True, verbose_name="first day"),
        ),
        migrations.AlterField(
            model_name="campaignevent",
            name="ends_on",
            field=models.DateField(blank=True, null=True, verbose_name="last day"),
        ),
        migrations.AlterField(
            model_name="campaignevent",
            name="starts_on",
            field=models.DateField(blank=True, null=True, verbose_name="first day"),
        ),
        migrations.AlterField(
            model_name="contribution",
            name="giver_name",
            field=models.CharField(max_length=200, verbose_name="giver"),
        ),
        migrations.AlterField(
            model_name="contribution",
            name="mode",
            field=models.CharField(
                choices=[
                    ("industry", "building an industry"),
                    ("jobs", "jobs"),
                    ("welfare", "public welfare"),
                    ("knowledge", "knowledge and skills"),
                    ("consumption", "consumption of produce"),
                ],
                max_length=12,
                verbose_name="mode",
            ),
        ),
        migrations.AlterField(
            model_name="contributionevent",
            name="giver_name",
            field=models.CharField(max_length=200, verbose_name="giver"),
        ),
        migrations.AlterField(
            model_name="contributionevent",
            name="mode",
            field=models.CharField(
                choices=[
                    ("industry", "building an industry"),
                    ("jobs", "jobs"),
                    ("welfare", "public welfare"),
                    ("knowledge", "knowledge and skills"),
                    ("consumption", "consumption of produce"),
                ],
                max_length=12,
                verbose_name="mode",
            ),
        ),
        migrations.AlterField(
            model_name="ledgerentry",
            name="giver_name",
            field=models.CharField(max_length=200, verbose_name="giver on the day"),
        ),
        migrations.AlterField(
            model_name="ledgerentry",
            name="mode",
            field=models.CharField(
                choices=[
                    ("industry", "building an industry"),
                    ("jobs", "jobs"),
                    ("welfare", "public welfare"),
                    ("knowledge", "knowledge and skills"),
                    ("consumption", "consumption of produce"),
                ],
                max_length=12,
                verbose_name="mode",
            ),
        ),
        migrations.AlterField(
            model_name="ledgerentryevent",
            name="giver_name",
            field=models.CharField(max_length=200, verbose_name="giver on the day"),
        ),
        migrations.AlterField(
            model_name="ledgerentryevent",
            name="mode",
            field=models.CharField(
                choices=[
                    ("industry", "building an industry"),
                    ("jobs", "jobs"),
                    ("welfare", "public welfare"),
                    ("knowledge", "knowledge and skills"),
                    ("consumption", "consumption of produce"),
                ],
                max_length=12,
                verbose_name="mode",
            ),
        ),
        migrations.AlterField(
            model_name="pairing",
            name="giver_name",
            field=models.CharField(max_length=200, verbose_name="giver on the day"),
        ),
        migrations.AlterField(
            model_name="pairing",
            name="mode",
            field=models.CharField(
                choices=[
                    ("industry", "building an industry"),
                    ("jobs", "jobs"),
                    ("welfare", "public welfare"),
                    ("knowledge", "knowledge and skills"),
                    ("consumption", "consumption of produce"),
                ],
                max_length=12,
                verbose_name="mode",
            ),
        ),
        migrations.AlterField(
            model_name="pairingevent",
            name="giver_name",
            field=models.CharField(max_length=200, verbose_name="giver on the day"),
        ),
        migrations.AlterField(
            model_name="pairingevent",
            name="mode",
            field=models.CharField(
                choices=[
                    ("industry", "building an industry"),
                    ("jobs", "jobs"),
                    ("welfare", "public welfare"),
                    ("knowledge", "knowledge and skills"),
                    ("consumption", "consumption of produce"),
                ],
                max_length=12,
                verbose_name="mode",
            ),
        ),
        migrations.AlterField(
            model_name="pairingmember",
            name="enterprise_name",
            field=models.CharField(max_length=200, verbose_name="giver on the day"),
        ),
        migrations.AlterField(
            model_name="pairingmemberevent",
            name="enterprise_name",
            field=models.CharField(max_length=200, verbose_name="giver on the day"),
        ),
        migrations.AlterField(
            model_name="programme",
            name="ends_on",
            field=models.DateField(blank=True, null=True, verbose_name="last day"),
        ),
        migrations.AlterField(
            model_name="programme",
            name="starts_on",
            field=models.DateField(blank=True, null=True, verbose_name="first day"),
        ),
        migrations.AlterField(
            model_name="programmeevent",
            name="ends_on",
            field=models.DateField(blank=True, null=True, verbose_name="last day"),
        ),
        migrations.AlterField(
            model_name="programmeevent",
            name="starts_on",
            field=models.DateField(blank=True, null=True, verbose_name="first day"),
        ),
        migrations.AlterField(
            model_name="share",
            name="giver_name",
            field=models.CharField(max_length=200, verbose_name="giver on the day"),
        ),
        migrations.AlterField(
            model_name="shareevent",
            name="giver_name",
            field=models.CharField(max_length=200, verbose_name="giver on the day"),
        ),
    ]
