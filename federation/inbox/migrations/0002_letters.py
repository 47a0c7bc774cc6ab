import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
from django.db import migrations, models

import federation.audit.operations


class Migration(migrations.Migration):
    dependencies = [
        ("inbox", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="Letter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("rule", models.CharField(max_length=60, verbose_name="rule")),
                (
                    "subject_key",
                    models.CharField(
                        help_text="Model label and key of what it is about.", max_length=80, verbose_name="about"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(default=1, verbose_name="sending")),
                (
                    "channel",
                    models.CharField(
                        choices=[("email", "e-mail"), ("sms", "SMS")], max_length=8, verbose_name="channel"
                    ),
                ),
                ("address", models.CharField(max_length=254, verbose_name="address")),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("body", models.TextField(blank=True, verbose_name="text")),
                ("url", models.CharField(blank=True, max_length=300, verbose_name="link")),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="written at"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("waiting", "waiting"), ("sent", "sent"), ("failed", "failed")],
                        default="waiting",
                        max_length=8,
                        verbose_name="status",
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="attempts")),
                (
                    "due_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="due at"),
                ),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="sent at")),
                ("last_error", models.CharField(blank=True, max_length=300, verbose_name="last error")),
            ],
            options={
                "verbose_name": "letter",
                "verbose_name_plural": "letters",
                "ordering": ["-created_at", "-pk"],
                "indexes": [
                    models.Index(condition=models.Q(("status", "waiting")), fields=["due_at"], name="letter_due")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("rule", "subject_key", "number"), name="letter_once_per_sending")
                ],
            },
        ),
        migrations.CreateModel(
            name="LetterEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("rule", models.CharField(max_length=60, verbose_name="rule")),
                (
                    "subject_key",
                    models.CharField(
                        help_text="Model label and key of what it is about.", max_length=80, verbose_name="about"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(default=1, verbose_name="sending")),
                (
                    "channel",
                    models.CharField(
                        choices=[("email", "e-mail"), ("sms", "SMS")], max_length=8, verbose_name="channel"
                    ),
                ),
                ("address", models.CharField(max_length=254, verbose_name="address")),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("body", models.TextField(blank=True, verbose_name="text")),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="written at"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("waiting", "waiting"), ("sent", "sent"), ("failed", "failed")],
                        default="waiting",
                        max_length=8,
                        verbose_name="status",
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="attempts")),
                (
                    "due_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="due at"),
                ),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="sent at")),
                ("last_error", models.CharField(blank=True, max_length=300, verbose_name="last error")),
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
                        to="inbox.letter",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        federation.audit.operations.AddTrigger(
            model_name="letter",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "inbox_letterevent" ("address", "attempts", "body", "channel", "created_at", "due_at", "id", "last_error", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule", "sent_at", "status", "subject_key", "title") VALUES (NEW."address", NEW."attempts", NEW."body", NEW."channel", NEW."created_at", NEW."due_at", NEW."id", NEW."last_error", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rule", NEW."sent_at", NEW."status", NEW."subject_key", NEW."title"); RETURN NULL;',
                    hash="f19025129f0749eadbd43e8d9a4d9fda58cfb7ec",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d9864",
                    table="inbox_letter",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="letter",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."address" IS DISTINCT FROM (NEW."address") OR OLD."attempts" IS DISTINCT FROM (NEW."attempts") OR OLD."body" IS DISTINCT FROM (NEW."body") OR OLD."channel" IS DISTINCT FROM (NEW."channel") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."due_at" IS DISTINCT FROM (NEW."due_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."last_error" IS DISTINCT FROM (NEW."last_error") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."rule" IS DISTINCT FROM (NEW."rule") OR OLD."sent_at" IS DISTINCT FROM (NEW."sent_at") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."subject_key" IS DISTINCT FROM (NEW."subject_key") OR OLD."title" IS DISTINCT FROM (NEW."title"))',
                    func='INSERT INTO "inbox_letterevent" ("address", "attempts", "body", "channel", "created_at", "due_at", "id", "last_error", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule", "sent_at", "status", "subject_key", "title") VALUES (NEW."address", NEW."attempts", NEW."body", NEW."channel", NEW."created_at", NEW."due_at", NEW."id", NEW."last_error", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rule", NEW."sent_at", NEW."status", NEW."subject_key", NEW."title"); RETURN NULL;',
                    hash="a605cc6a8e210372c8c6d8f63f7f87039ecb2d2f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_23cdb",
                    table="inbox_letter",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="letter",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "inbox_letterevent" ("address", "attempts", "body", "channel", "created_at", "due_at", "id", "last_error", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule", "sent_at", "status", "subject_key", "title") VALUES (OLD."address", OLD."attempts", OLD."body", OLD."channel", OLD."created_at", OLD."due_at", OLD."id", OLD."last_error", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."rule", OLD."sent_at", OLD."status", OLD."subject_key", OLD."title"); RETURN NULL;',
                    hash="9784bd4297155c7f8aa77697abf8365980b5c0bf",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_cfb3d",
                    table="inbox_letter",
                    when="AFTER",
                ),
            ),
        ),
    ]
