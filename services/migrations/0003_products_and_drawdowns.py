import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import federation.audit.operations


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "__first__"),
        ("chambers", "0004_longer_status_names"),
        ("files", "0001_initial"),
        ("members", "0009_pairs_by_statement"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("services", "0002_demands"),
    ]

    operations = [
        migrations.CreateModel(
            name="DrawdownFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("file_name", models.CharField(max_length=200, verbose_name="file name")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("previewed", "waits for confirmation"),
                            ("applied", "taken over"),
                            ("discarded", "discarded"),
                        ],
                        default="previewed",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("since", models.DateField(verbose_name="from")),
                ("until", models.DateField(verbose_name="to")),
                ("unit", models.CharField(default="yuan", max_length=6, verbose_name="amounts stated in")),
                ("columns", models.JSONField(blank=True, default=dict, verbose_name="columns recognised")),
                ("hat", models.CharField(blank=True, max_length=120, verbose_name="acting as")),
                (
                    "uploaded_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="uploaded at"
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="decided at")),
                (
                    "bank",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drawdown_files",
                        to="members.partnerorganisation",
                        verbose_name="bank",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="decided by",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.storedfile",
                        verbose_name="file",
                    ),
                ),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="uploaded by",
                    ),
                ),
            ],
            options={
                "verbose_name": "bank's file of drawdowns",
                "verbose_name_plural": "banks' files of drawdowns",
                "indexes": [
                    models.Index(fields=["-uploaded_at", "-id"], name="drawdown_file_newest"),
                    models.Index(fields=["bank", "-uploaded_at", "-id"], name="drawdown_file_of_bank"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Drawdown",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "entry",
                    models.CharField(
                        choices=[("drawdown", "drawdown"), ("reversal", "reversal")],
                        default="drawdown",
                        max_length=8,
                        verbose_name="entry",
                    ),
                ),
                ("bank_name", models.CharField(max_length=120, verbose_name="bank name on the day")),
                ("enterprise_name", models.CharField(max_length=200, verbose_name="enterprise name on the day")),
                ("uscc", models.CharField(blank=True, max_length=18, verbose_name="unified social credit code")),
                ("section", models.CharField(blank=True, max_length=1, verbose_name="industry section")),
                (
                    "size_class",
                    models.CharField(
                        choices=[
                            ("large", "large"),
                            ("medium", "medium"),
                            ("small", "small"),
                            ("micro", "micro"),
                            ("unknown", "unknown"),
                            ("n/a", "not applicable"),
                        ],
                        default="unknown",
                        max_length=8,
                        verbose_name="size class",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("new", "new loan"), ("renewal", "loan renewal"), ("extension", "loan extension")],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("amount", models.DecimalField(decimal_places=2, max_digits=16, verbose_name="amount (yuan)")),
                ("drawn_on", models.DateField(verbose_name="drawn on")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="to be repaid by")),
                (
                    "rate",
                    models.DecimalField(
                        blank=True, decimal_places=3, max_digits=6, null=True, verbose_name="yearly rate (%)"
                    ),
                ),
                ("reference", models.CharField(blank=True, max_length=60, verbose_name="bank's reference")),
                ("version", models.PositiveSmallIntegerField(default=1, verbose_name="version")),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="reason")),
                ("counts", models.BooleanField(default=True, verbose_name="counts")),
                (
                    "recorded_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="recorded at"
                    ),
                ),
                (
                    "bank",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drawdowns",
                        to="members.partnerorganisation",
                        verbose_name="bank",
                    ),
                ),
                (
                    "chamber",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drawdowns",
                        to="chambers.chamber",
                        verbose_name="chamber",
                    ),
                ),
                (
                    "enterprise",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drawdowns",
                        to="members.enterprise",
                        verbose_name="enterprise",
                    ),
                ),
                (
                    "follows",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="follow_ups",
                        to="services.drawdown",
                        verbose_name="renews or extends",
                    ),
                ),
                (
                    "loan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drawdowns",
                        to="services.bankloan",
                        verbose_name="bank loan",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
                (
                    "reverses",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reversed_by",
                        to="services.drawdown",
                        verbose_name="takes back",
                    ),
                ),
                (
                    "supersedes",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="services.drawdown",
                        verbose_name="in place of",
                    ),
                ),
                (
                    "town",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.town",
                        verbose_name="town",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="services.drawdownfile",
                        verbose_name="bank file",
                    ),
                ),
            ],
            options={
                "verbose_name": "drawdown",
                "verbose_name_plural": "drawdowns",
                "permissions": [("record_drawdown", "Can take over banks' files of drawdowns")],
                "indexes": [
                    models.Index(fields=["-drawn_on", "-id"], name="drawdown_newest"),
                    models.Index(fields=["bank", "-drawn_on", "-id"], name="drawdown_of_bank"),
                    models.Index(fields=["enterprise", "-drawn_on", "-id"], name="drawdown_of_enterprise"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("amount__gt", 0), ("entry", "drawdown")),
                            models.Q(("amount__lt", 0), ("counts", False), ("entry", "reversal")),
                            _connector="OR",
                        ),
                        name="drawdown_amount_sign",
                        violation_error_message="A drawdown is more than nothing.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("entry", "reversal"), models.Q(("reverses", None), _negated=True)),
                            models.Q(("entry", "drawdown"), ("reverses", None)),
                            _connector="OR",
                        ),
                        name="drawdown_reversal_of_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("supersedes", None), ("version", 1)),
                            models.Q(("version__gt", 1), models.Q(("supersedes", None), _negated=True)),
                            _connector="OR",
                        ),
                        name="drawdown_version_of_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("due_on", None), ("due_on__gte", models.F("drawn_on")), _connector="OR"),
                        name="drawdown_dates",
                        violation_error_message="It would be due before it was drawn.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("counts", True), models.Q(("reference", ""), _negated=True)),
                        fields=("bank", "reference"),
                        name="drawdown_reference_once",
                        violation_error_message="A drawdown with this reference is recorded already.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DrawdownFileEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("file_name", models.CharField(max_length=200, verbose_name="file name")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("previewed", "waits for confirmation"),
                            ("applied", "taken over"),
                            ("discarded", "discarded"),
                        ],
                        default="previewed",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("since", models.DateField(verbose_name="from")),
                ("until", models.DateField(verbose_name="to")),
                ("unit", models.CharField(default="yuan", max_length=6, verbose_name="amounts stated in")),
                ("hat", models.CharField(blank=True, max_length=120, verbose_name="acting as")),
                (
                    "uploaded_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="uploaded at"
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="decided at")),
                (
                    "bank",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="members.partnerorganisation",
                        verbose_name="bank",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="decided by",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="files.storedfile",
                        verbose_name="file",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="+",
                        to="services.drawdownfile",
                    ),
                ),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="uploaded by",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DrawdownLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.PositiveIntegerField(verbose_name="line")),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("new", "new"),
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
                ("name", models.CharField(blank=True, max_length=200, verbose_name="enterprise")),
                ("uscc", models.CharField(blank=True, max_length=18, verbose_name="unified social credit code")),
                ("values", models.JSONField(default=dict)),
                ("differences", models.JSONField(default=list)),
                ("problems", models.JSONField(default=list)),
                ("warnings", models.JSONField(default=list)),
                (
                    "drawdown",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="services.drawdown",
                        verbose_name="recorded as",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lines",
                        to="services.drawdownfile",
                    ),
                ),
                (
                    "recorded",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="services.drawdown",
                        verbose_name="taken over as",
                    ),
                ),
            ],
            options={
                "verbose_name": "line of a bank's file",
                "verbose_name_plural": "lines of banks' files",
                "ordering": ["line", "pk"],
                "indexes": [models.Index(fields=["file", "verdict", "line", "id"], name="drawdown_line_find")],
            },
        ),
        migrations.CreateModel(
            name="LoanProduct",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=60, verbose_name="product")),
                (
                    "summary",
                    models.CharField(
                        help_text="What it is for, as you would say it.", max_length=120, verbose_name="in one line"
                    ),
                ),
                ("conditions", models.TextField(blank=True, max_length=2000, verbose_name="conditions and papers")),
                (
                    "amount_min",
                    models.DecimalField(decimal_places=2, default=0, max_digits=16, verbose_name="least amount (yuan)"),
                ),
                (
                    "amount_max",
                    models.DecimalField(decimal_places=2, max_digits=16, verbose_name="highest amount (yuan)"),
                ),
                ("term_min", models.PositiveSmallIntegerField(default=1, verbose_name="shortest term (months)")),
                ("term_max", models.PositiveSmallIntegerField(verbose_name="longest term (months)")),
                (
                    "rate_from",
                    models.DecimalField(decimal_places=3, max_digits=6, verbose_name="lowest yearly rate (%)"),
                ),
                (
                    "rate_to",
                    models.DecimalField(
                        blank=True, decimal_places=3, max_digits=6, null=True, verbose_name="highest yearly rate (%)"
                    ),
                ),
                (
                    "kinds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[("new", "new loan"), ("renewal", "loan renewal"), ("extension", "loan extension")],
                            max_length=10,
                        ),
                        default=list,
                        size=None,
                        verbose_name="kinds of loan",
                    ),
                ),
                (
                    "guarantees",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("credit", "unsecured"),
                                ("mortgage", "mortgage"),
                                ("pledge", "pledge"),
                                ("surety", "surety"),
                                ("company", "guarantee company"),
                            ],
                            max_length=10,
                        ),
                        default=list,
                        size=None,
                        verbose_name="what it may be secured by",
                    ),
                ),
                (
                    "sections",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=1),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="industry sections",
                    ),
                ),
                (
                    "sizes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("large", "large"),
                                ("medium", "medium"),
                                ("small", "small"),
                                ("micro", "micro"),
                                ("unknown", "unknown"),
                                ("n/a", "not applicable"),
                            ],
                            max_length=8,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="size classes",
                    ),
                ),
                ("opens_on", models.DateField(verbose_name="open from")),
                ("closes_on", models.DateField(blank=True, null=True, verbose_name="open until")),
                (
                    "bank",
                    models.ForeignKey(
                        limit_choices_to={"kind": "bank"},
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="loan_products",
                        to="members.partnerorganisation",
                        verbose_name="bank",
                    ),
                ),
                (
                    "kept_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kept by",
                    ),
                ),
            ],
            options={
                "verbose_name": "loan product",
                "verbose_name_plural": "loan products",
                "ordering": ["bank", "name"],
                "indexes": [models.Index(fields=["opens_on", "closes_on"], name="loan_product_open")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("bank", "name"),
                        name="loan_product_name_once",
                        violation_error_message="The bank has a product of this name already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("amount_max__gt", 0), ("amount_max__gte", models.F("amount_min")), ("amount_min__gte", 0)
                        ),
                        name="loan_product_amounts",
                        violation_error_message="The highest amount is below the least.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("term_max__gte", models.F("term_min")), ("term_min__gte", 1)),
                        name="loan_product_terms",
                        violation_error_message="The longest term is below the shortest.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("rate_to", None), ("rate_to__gte", models.F("rate_from")), _connector="OR"),
                        name="loan_product_rates",
                        violation_error_message="The highest rate is below the lowest.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closes_on", None), ("closes_on__gte", models.F("opens_on")), _connector="OR"
                        ),
                        name="loan_product_dates",
                        violation_error_message="It closes before it opens.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LoanProductEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=60, verbose_name="product")),
                (
                    "summary",
                    models.CharField(
                        help_text="What it is for, as you would say it.", max_length=120, verbose_name="in one line"
                    ),
                ),
                ("conditions", models.TextField(blank=True, max_length=2000, verbose_name="conditions and papers")),
                (
                    "amount_min",
                    models.DecimalField(decimal_places=2, default=0, max_digits=16, verbose_name="least amount (yuan)"),
                ),
                (
                    "amount_max",
                    models.DecimalField(decimal_places=2, max_digits=16, verbose_name="highest amount (yuan)"),
                ),
                ("term_min", models.PositiveSmallIntegerField(default=1, verbose_name="shortest term (months)")),
                ("term_max", models.PositiveSmallIntegerField(verbose_name="longest term (months)")),
                (
                    "rate_from",
                    models.DecimalField(decimal_places=3, max_digits=6, verbose_name="lowest yearly rate (%)"),
                ),
                (
                    "rate_to",
                    models.DecimalField(
                        blank=True, decimal_places=3, max_digits=6, null=True, verbose_name="highest yearly rate (%)"
                    ),
                ),
                (
                    "kinds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[("new", "new loan"), ("renewal", "loan renewal"), ("extension", "loan extension")],
                            max_length=10,
                        ),
                        default=list,
                        size=None,
                        verbose_name="kinds of loan",
                    ),
                ),
                (
                    "guarantees",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("credit", "unsecured"),
                                ("mortgage", "mortgage"),
                                ("pledge", "pledge"),
                                ("surety", "surety"),
                                ("company", "guarantee company"),
                            ],
                            max_length=10,
                        ),
                        default=list,
                        size=None,
                        verbose_name="what it may be secured by",
                    ),
                ),
                (
                    "sections",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=1),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="industry sections",
                    ),
                ),
                (
                    "sizes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("large", "large"),
                                ("medium", "medium"),
                                ("small", "small"),
                                ("micro", "micro"),
                                ("unknown", "unknown"),
                                ("n/a", "not applicable"),
                            ],
                            max_length=8,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="size classes",
                    ),
                ),
                ("opens_on", models.DateField(verbose_name="open from")),
                ("closes_on", models.DateField(blank=True, null=True, verbose_name="open until")),
                (
                    "bank",
                    models.ForeignKey(
                        db_constraint=False,
                        limit_choices_to={"kind": "bank"},
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="members.partnerorganisation",
                        verbose_name="bank",
                    ),
                ),
                (
                    "kept_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kept by",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="+",
                        to="services.loanproduct",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        federation.audit.operations.AddTrigger(
            model_name="drawdownfile",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "services_drawdownfileevent" ("bank_id", "decided_at", "decided_by_id", "file_id", "file_name", "hat", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "status", "unit", "until", "uploaded_at", "uploaded_by_id") VALUES (NEW."bank_id", NEW."decided_at", NEW."decided_by_id", NEW."file_id", NEW."file_name", NEW."hat", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."since", NEW."status", NEW."unit", NEW."until", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;',
                    hash="1ac64a489bf23619b14d2f083e8bd7ad6f9fd5c7",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1d31b",
                    table="services_drawdownfile",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="drawdownfile",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."bank_id" IS DISTINCT FROM (NEW."bank_id") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."decided_by_id" IS DISTINCT FROM (NEW."decided_by_id") OR OLD."file_id" IS DISTINCT FROM (NEW."file_id") OR OLD."file_name" IS DISTINCT FROM (NEW."file_name") OR OLD."hat" IS DISTINCT FROM (NEW."hat") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."since" IS DISTINCT FROM (NEW."since") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."unit" IS DISTINCT FROM (NEW."unit") OR OLD."until" IS DISTINCT FROM (NEW."until") OR OLD."uploaded_at" IS DISTINCT FROM (NEW."uploaded_at") OR OLD."uploaded_by_id" IS DISTINCT FROM (NEW."uploaded_by_id"))',
                    func='INSERT INTO "services_drawdownfileevent" ("bank_id", "decided_at", "decided_by_id", "file_id", "file_name", "hat", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "status", "unit", "until", "uploaded_at", "uploaded_by_id") VALUES (NEW."bank_id", NEW."decided_at", NEW."decided_by_id", NEW."file_id", NEW."file_name", NEW."hat", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."since", NEW."status", NEW."unit", NEW."until", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;',
                    hash="d9da62f56d2800364cc3cbfcdeac268ded8a94e9",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_514fe",
                    table="services_drawdownfile",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="drawdownfile",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "services_drawdownfileevent" ("bank_id", "decided_at", "decided_by_id", "file_id", "file_name", "hat", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "status", "unit", "until", "uploaded_at", "uploaded_by_id") VALUES (OLD."bank_id", OLD."decided_at", OLD."decided_by_id", OLD."file_id", OLD."file_name", OLD."hat", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."since", OLD."status", OLD."unit", OLD."until", OLD."uploaded_at", OLD."uploaded_by_id"); RETURN NULL;',
                    hash="656d8f79cfa50d5c6d7f57a8cdcec14ca2a2c8c2",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_67fc8",
                    table="services_drawdownfile",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="drawdown",
            trigger=pgtrigger.compiler.Trigger(
                name="drawdown_kept",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="3c35d774cae018da66a920bc319ab7c3aed15880",
                    operation="DELETE",
                    pgid="pgtrigger_drawdown_kept_02bd4",
                    table="services_drawdown",
                    when="BEFORE",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="drawdown",
            trigger=pgtrigger.compiler.Trigger(
                name="drawdown_as_written",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."entry" IS DISTINCT FROM (NEW."entry") OR OLD."bank_id" IS DISTINCT FROM (NEW."bank_id") OR OLD."bank_name" IS DISTINCT FROM (NEW."bank_name") OR OLD."enterprise_name" IS DISTINCT FROM (NEW."enterprise_name") OR OLD."uscc" IS DISTINCT FROM (NEW."uscc") OR OLD."chamber_id" IS DISTINCT FROM (NEW."chamber_id") OR OLD."town_id" IS DISTINCT FROM (NEW."town_id") OR OLD."section" IS DISTINCT FROM (NEW."section") OR OLD."size_class" IS DISTINCT FROM (NEW."size_class") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."amount" IS DISTINCT FROM (NEW."amount") OR OLD."drawn_on" IS DISTINCT FROM (NEW."drawn_on") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."rate" IS DISTINCT FROM (NEW."rate") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."loan_id" IS DISTINCT FROM (NEW."loan_id") OR OLD."follows_id" IS DISTINCT FROM (NEW."follows_id") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."supersedes_id" IS DISTINCT FROM (NEW."supersedes_id") OR OLD."reverses_id" IS DISTINCT FROM (NEW."reverses_id") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."file_id" IS DISTINCT FROM (NEW."file_id") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="319b4fecf69f7ae3ea2d9a4d2a6200bb758b1904",
                    operation="UPDATE",
                    pgid="pgtrigger_drawdown_as_written_d4867",
                    table="services_drawdown",
                    when="BEFORE",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="loanproduct",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "services_loanproductevent" ("amount_max", "amount_min", "bank_id", "closes_on", "conditions", "guarantees", "id", "kept_by_id", "kinds", "name", "opens_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate_from", "rate_to", "sections", "sizes", "summary", "term_max", "term_min") VALUES (NEW."amount_max", NEW."amount_min", NEW."bank_id", NEW."closes_on", NEW."conditions", NEW."guarantees", NEW."id", NEW."kept_by_id", NEW."kinds", NEW."name", NEW."opens_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rate_from", NEW."rate_to", NEW."sections", NEW."sizes", NEW."summary", NEW."term_max", NEW."term_min"); RETURN NULL;',
                    hash="6a534877949adcbb7e1aa53603168777c3711de5",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_cfbdc",
                    table="services_loanproduct",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="loanproduct",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "services_loanproductevent" ("amount_max", "amount_min", "bank_id", "closes_on", "conditions", "guarantees", "id", "kept_by_id", "kinds", "name", "opens_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate_from", "rate_to", "sections", "sizes", "summary", "term_max", "term_min") VALUES (NEW."amount_max", NEW."amount_min", NEW."bank_id", NEW."closes_on", NEW."conditions", NEW."guarantees", NEW."id", NEW."kept_by_id", NEW."kinds", NEW."name", NEW."opens_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rate_from", NEW."rate_to", NEW."sections", NEW."sizes", NEW."summary", NEW."term_max", NEW."term_min"); RETURN NULL;',
                    hash="dee382d329eb18f6b161e9ad4dfd53fa7c83e6cc",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f82b2",
                    table="services_loanproduct",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="loanproduct",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "services_loanproductevent" ("amount_max", "amount_min", "bank_id", "closes_on", "conditions", "guarantees", "id", "kept_by_id", "kinds", "name", "opens_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate_from", "rate_to", "sections", "sizes", "summary", "term_max", "term_min") VALUES (OLD."amount_max", OLD."amount_min", OLD."bank_id", OLD."closes_on", OLD."conditions", OLD."guarantees", OLD."id", OLD."kept_by_id", OLD."kinds", OLD."name", OLD."opens_on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."rate_from", OLD."rate_to", OLD."sections", OLD."sizes", OLD."summary", OLD."term_max", OLD."term_min"); RETURN NULL;',
                    hash="dd530e2ac60c444100a604825403d03cd8594d19",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c0207",
                    table="services_loanproduct",
                    when="AFTER",
                ),
            ),
        ),
    ]
