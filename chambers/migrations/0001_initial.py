import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Affiliation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("since", models.DateField(verbose_name="since")),
                ("until", models.DateField(blank=True, null=True, verbose_name="until")),
                ("is_primary", models.BooleanField(default=False, verbose_name="primary chamber")),
            ],
            options={
                "verbose_name": "chamber member",
                "verbose_name_plural": "chamber members",
            },
        ),
        migrations.CreateModel(
            name="AffiliationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("since", models.DateField(verbose_name="since")),
                ("until", models.DateField(blank=True, null=True, verbose_name="until")),
                ("is_primary", models.BooleanField(default=False, verbose_name="primary chamber")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ApplicationStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "from_status",
                    models.CharField(
                        choices=[
                            ("draft", "being written"),
                            ("submitted", "waits for the chamber"),
                            ("returned", "returned to the enterprise"),
                            ("recommended", "waits for the federation"),
                            ("approved", "approved"),
                            ("rejected", "rejected"),
                            ("withdrawn", "withdrawn"),
                        ],
                        max_length=12,
                        verbose_name="from",
                    ),
                ),
                (
                    "to_status",
                    models.CharField(
                        choices=[
                            ("draft", "being written"),
                            ("submitted", "waits for the chamber"),
                            ("returned", "returned to the enterprise"),
                            ("recommended", "waits for the federation"),
                            ("approved", "approved"),
                            ("rejected", "rejected"),
                            ("withdrawn", "withdrawn"),
                        ],
                        max_length=12,
                        verbose_name="to",
                    ),
                ),
                ("hat", models.CharField(blank=True, max_length=120, verbose_name="acting as")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="at")),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="reason")),
            ],
            options={
                "verbose_name": "step of an application",
                "verbose_name_plural": "steps of applications",
                "ordering": ["at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ApplicationStepEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "from_status",
                    models.CharField(
                        choices=[
                            ("draft", "being written"),
                            ("submitted", "waits for the chamber"),
                            ("returned", "returned to the enterprise"),
                            ("recommended", "waits for the federation"),
                            ("approved", "approved"),
                            ("rejected", "rejected"),
                            ("withdrawn", "withdrawn"),
                        ],
                        max_length=12,
                        verbose_name="from",
                    ),
                ),
                (
                    "to_status",
                    models.CharField(
                        choices=[
                            ("draft", "being written"),
                            ("submitted", "waits for the chamber"),
                            ("returned", "returned to the enterprise"),
                            ("recommended", "waits for the federation"),
                            ("approved", "approved"),
                            ("rejected", "rejected"),
                            ("withdrawn", "withdrawn"),
                        ],
                        max_length=12,
                        verbose_name="to",
                    ),
                ),
                ("hat", models.CharField(blank=True, max_length=120, verbose_name="acting as")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="at")),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="reason")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Chamber",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "slug",
                    models.SlugField(
                        help_text="Latin letters; used in addresses of pages.", unique=True, verbose_name="address name"
                    ),
                ),
                ("name", models.CharField(max_length=120, unique=True, verbose_name="name")),
                ("short_name", models.CharField(blank=True, max_length=40, verbose_name="short name")),
                (
                    "uscc",
                    models.CharField(
                        blank=True, max_length=18, null=True, unique=True, verbose_name="unified social credit code"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("town", "chamber of a town or sub-district"),
                            ("industry", "industry chamber"),
                            ("origin", "chamber of people from elsewhere"),
                            ("park", "chamber of a park or building"),
                        ],
                        max_length=10,
                        verbose_name="type",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("preparing", "in preparation"),
                            ("active", "active"),
                            ("merged", "merged"),
                            ("split", "split"),
                            ("dissolved", "dissolved"),
                        ],
                        default="active",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("founded_on", models.DateField(blank=True, null=True, verbose_name="founded on")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="ended on")),
                ("introduction", models.TextField(blank=True, max_length=3000, verbose_name="introduction")),
                ("brand", models.CharField(blank=True, help_text="一会一品牌", max_length=120, verbose_name="brand")),
                ("address", models.CharField(blank=True, max_length=200, verbose_name="address")),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="telephone")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
            ],
            options={
                "verbose_name": "chamber",
                "verbose_name_plural": "chambers",
                "ordering": ["position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ChamberEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "slug",
                    models.SlugField(
                        db_index=False,
                        help_text="Latin letters; used in addresses of pages.",
                        verbose_name="address name",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("short_name", models.CharField(blank=True, max_length=40, verbose_name="short name")),
                (
                    "uscc",
                    models.CharField(blank=True, max_length=18, null=True, verbose_name="unified social credit code"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("town", "chamber of a town or sub-district"),
                            ("industry", "industry chamber"),
                            ("origin", "chamber of people from elsewhere"),
                            ("park", "chamber of a park or building"),
                        ],
                        max_length=10,
                        verbose_name="type",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("preparing", "in preparation"),
                            ("active", "active"),
                            ("merged", "merged"),
                            ("split", "split"),
                            ("dissolved", "dissolved"),
                        ],
                        default="active",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("founded_on", models.DateField(blank=True, null=True, verbose_name="founded on")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="ended on")),
                ("introduction", models.TextField(blank=True, max_length=3000, verbose_name="introduction")),
                ("brand", models.CharField(blank=True, help_text="一会一品牌", max_length=120, verbose_name="brand")),
                ("address", models.CharField(blank=True, max_length=200, verbose_name="address")),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="telephone")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MembershipApplication",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uscc", models.CharField(max_length=18, verbose_name="unified social credit code")),
                (
                    "enterprise_name",
                    models.CharField(blank=True, max_length=200, verbose_name="enterprise name on the day"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("new", "new"), ("renewal", "renewal"), ("rejoin", "rejoin")],
                        default="new",
                        max_length=8,
                        verbose_name="kind",
                    ),
                ),
                ("form", models.JSONField(blank=True, default=dict, verbose_name="form")),
                ("step", models.CharField(blank=True, max_length=20, verbose_name="step reached")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "being written"),
                            ("submitted", "waits for the chamber"),
                            ("returned", "returned to the enterprise"),
                            ("recommended", "waits for the federation"),
                            ("approved", "approved"),
                            ("rejected", "rejected"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="draft",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "status_since",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="since"),
                ),
                (
                    "created_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="begun at"),
                ),
                ("submitted_at", models.DateTimeField(blank=True, null=True, verbose_name="submitted at")),
            ],
            options={
                "verbose_name": "membership application",
                "verbose_name_plural": "membership applications",
                "permissions": [("decide_membershipapplication", "Can approve or reject membership applications")],
            },
        ),
        migrations.CreateModel(
            name="MembershipApplicationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("uscc", models.CharField(max_length=18, verbose_name="unified social credit code")),
                (
                    "enterprise_name",
                    models.CharField(blank=True, max_length=200, verbose_name="enterprise name on the day"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("new", "new"), ("renewal", "renewal"), ("rejoin", "rejoin")],
                        default="new",
                        max_length=8,
                        verbose_name="kind",
                    ),
                ),
                ("form", models.JSONField(blank=True, default=dict, verbose_name="form")),
                ("step", models.CharField(blank=True, max_length=20, verbose_name="step reached")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "being written"),
                            ("submitted", "waits for the chamber"),
                            ("returned", "returned to the enterprise"),
                            ("recommended", "waits for the federation"),
                            ("approved", "approved"),
                            ("rejected", "rejected"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="draft",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "status_since",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="since"),
                ),
                (
                    "created_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="begun at"),
                ),
                ("submitted_at", models.DateTimeField(blank=True, null=True, verbose_name="submitted at")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Officer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "office",
                    models.CharField(
                        choices=[
                            ("president", "president"),
                            ("vice_president", "vice president"),
                            ("supervisor", "chief supervisor"),
                            ("secretary", "secretary-general"),
                        ],
                        max_length=16,
                        verbose_name="office",
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                ("since", models.DateField(verbose_name="since")),
                ("until", models.DateField(blank=True, null=True, verbose_name="until")),
            ],
            options={
                "verbose_name": "chamber officer",
                "verbose_name_plural": "chamber officers",
            },
        ),
        migrations.CreateModel(
            name="OfficerEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "office",
                    models.CharField(
                        choices=[
                            ("president", "president"),
                            ("vice_president", "vice president"),
                            ("supervisor", "chief supervisor"),
                            ("secretary", "secretary-general"),
                        ],
                        max_length=16,
                        verbose_name="office",
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                ("since", models.DateField(verbose_name="since")),
                ("until", models.DateField(blank=True, null=True, verbose_name="until")),
            ],
            options={
                "abstract": False,
            },
        ),
    ]
