import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import federation.audit.operations
import members.enterprises.uscc


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "__first__"),
        ("members", "0003_haystack"),
    ]

    operations = [
        migrations.CreateModel(
            name="ImportTransition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "from_status",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("reading", "being read"),
                            ("previewed", "waits for confirmation"),
                            ("applying", "being applied"),
                            ("applied", "applied"),
                            ("failed", "failed"),
                            ("undoing", "being undone"),
                            ("undone", "undone"),
                            ("discarded", "discarded"),
                        ],
                        max_length=10,
                        verbose_name="from",
                    ),
                ),
                (
                    "to_status",
                    models.CharField(
                        choices=[
                            ("reading", "being read"),
                            ("previewed", "waits for confirmation"),
                            ("applying", "being applied"),
                            ("applied", "applied"),
                            ("failed", "failed"),
                            ("undoing", "being undone"),
                            ("undone", "undone"),
                            ("discarded", "discarded"),
                        ],
                        max_length=10,
                        verbose_name="to",
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="at")),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="reason")),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="transitions",
                        to="members.importbatch",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
            ],
            options={
                "verbose_name": "step of an import",
                "verbose_name_plural": "steps of an import",
                "ordering": ["at", "pk"],
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="importbatch",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="importbatch",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="importbatch",
            name="delete_delete",
        ),
        migrations.RemoveField(
            model_name="importbatchevent",
            name="columns",
        ),
        migrations.RemoveField(
            model_name="importbatchevent",
            name="rows_done",
        ),
        migrations.AddField(
            model_name="importbatch",
            name="rows_noticed",
            field=models.PositiveIntegerField(default=0, verbose_name="with notices"),
        ),
        migrations.AddField(
            model_name="importbatch",
            name="sample",
            field=models.JSONField(blank=True, default=list, verbose_name="first changes"),
        ),
        migrations.AddField(
            model_name="importbatchevent",
            name="rows_noticed",
            field=models.PositiveIntegerField(default=0, verbose_name="with notices"),
        ),
        migrations.AddField(
            model_name="importchange",
            name="name_record",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="members.namerecord",
            ),
        ),
        migrations.AddField(
            model_name="importrowerror",
            name="current",
            field=models.CharField(blank=True, max_length=300, verbose_name="value in the register"),
        ),
        migrations.AddField(
            model_name="importrowerror",
            name="enterprise",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="members.enterprise",
                verbose_name="enterprise",
            ),
        ),
        migrations.AddField(
            model_name="importrowerror",
            name="field",
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AddField(
            model_name="importrowerror",
            name="overwrite",
            field=models.BooleanField(default=False, verbose_name="overwrite"),
        ),
        migrations.AlterField(
            model_name="enterprise",
            name="uscc",
            field=models.CharField(
                blank=True,
                error_messages={"unique": "An enterprise with this credit code is already in the register."},
                max_length=18,
                null=True,
                unique=True,
                validators=[members.enterprises.uscc.validate_uscc],
                verbose_name="unified social credit code",
            ),
        ),
        migrations.AlterField(
            model_name="enterpriseevent",
            name="uscc",
            field=models.CharField(
                blank=True,
                error_messages={"unique": "An enterprise with this credit code is already in the register."},
                max_length=18,
                null=True,
                validators=[members.enterprises.uscc.validate_uscc],
                verbose_name="unified social credit code",
            ),
        ),
        migrations.AlterField(
            model_name="importrowerror",
            name="batch",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="row_errors",
                to="members.importbatch",
                verbose_name="register import",
            ),
        ),
        migrations.AlterField(
            model_name="importrowerror",
            name="reason",
            field=models.CharField(max_length=500, verbose_name="reason"),
        ),
        federation.audit.operations.AddTrigger(
            model_name="importbatch",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_importbatchevent" ("applied_at", "created_at", "created_by_id", "failure", "file_id", "file_name", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rows_conflicting", "rows_created", "rows_invalid", "rows_noticed", "rows_total", "rows_unchanged", "rows_updated", "source", "status") VALUES (NEW."applied_at", NEW."created_at", NEW."created_by_id", NEW."failure", NEW."file_id", NEW."file_name", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rows_conflicting", NEW."rows_created", NEW."rows_invalid", NEW."rows_noticed", NEW."rows_total", NEW."rows_unchanged", NEW."rows_updated", NEW."source", NEW."status"); RETURN NULL;',
                    hash="7f339fa489fb7e70adda71ada7ab606eef18e87a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d9c0c",
                    table="members_importbatch",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="importbatch",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."applied_at" IS DISTINCT FROM (NEW."applied_at") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."created_by_id" IS DISTINCT FROM (NEW."created_by_id") OR OLD."failure" IS DISTINCT FROM (NEW."failure") OR OLD."file_id" IS DISTINCT FROM (NEW."file_id") OR OLD."file_name" IS DISTINCT FROM (NEW."file_name") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."rows_conflicting" IS DISTINCT FROM (NEW."rows_conflicting") OR OLD."rows_created" IS DISTINCT FROM (NEW."rows_created") OR OLD."rows_invalid" IS DISTINCT FROM (NEW."rows_invalid") OR OLD."rows_noticed" IS DISTINCT FROM (NEW."rows_noticed") OR OLD."rows_total" IS DISTINCT FROM (NEW."rows_total") OR OLD."rows_unchanged" IS DISTINCT FROM (NEW."rows_unchanged") OR OLD."rows_updated" IS DISTINCT FROM (NEW."rows_updated") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."status" IS DISTINCT FROM (NEW."status"))',
                    func='INSERT INTO "members_importbatchevent" ("applied_at", "created_at", "created_by_id", "failure", "file_id", "file_name", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rows_conflicting", "rows_created", "rows_invalid", "rows_noticed", "rows_total", "rows_unchanged", "rows_updated", "source", "status") VALUES (NEW."applied_at", NEW."created_at", NEW."created_by_id", NEW."failure", NEW."file_id", NEW."file_name", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rows_conflicting", NEW."rows_created", NEW."rows_invalid", NEW."rows_noticed", NEW."rows_total", NEW."rows_unchanged", NEW."rows_updated", NEW."source", NEW."status"); RETURN NULL;',
                    hash="8fd54a0eb34e160896db0449e3caf0e4fd35fb8a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1957e",
                    table="members_importbatch",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="importbatch",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "members_importbatchevent" ("applied_at", "created_at", "created_by_id", "failure", "file_id", "file_name", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rows_conflicting", "rows_created", "rows_invalid", "rows_noticed", "rows_total", "rows_unchanged", "rows_updated", "source", "status") VALUES (OLD."applied_at", OLD."created_at", OLD."created_by_id", OLD."failure", OLD."file_id", OLD."file_name", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."rows_conflicting", OLD."rows_created", OLD."rows_invalid", OLD."rows_noticed", OLD."rows_total", OLD."rows_unchanged", OLD."rows_updated", OLD."source", OLD."status"); RETURN NULL;',
                    hash="bbef88c400de0510631d006f98a71f0f555eab32",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1e66a",
                    table="members_importbatch",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="importrowerror",
            constraint=models.UniqueConstraint(
                fields=("batch", "kind", "line", "column"), name="import_row_error_once"
            ),
        ),
    ]
