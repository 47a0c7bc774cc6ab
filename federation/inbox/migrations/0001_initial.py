import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import federation.audit.operations


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="Message",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("rule", models.CharField(max_length=60, verbose_name="rule")),
                (
                    "subject_key",
                    models.CharField(
                        help_text="Model label and key of what it is about.", max_length=80, verbose_name="about"
                    ),
                ),
                ("on_date", models.DateField(verbose_name="date of the occasion")),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("body", models.TextField(blank=True, verbose_name="text")),
                ("url", models.CharField(blank=True, max_length=300, verbose_name="link")),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="written at"
                    ),
                ),
                ("read_at", models.DateTimeField(blank=True, null=True, verbose_name="read at")),
                (
                    "recipient",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="messages",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recipient",
                    ),
                ),
            ],
            options={
                "verbose_name": "message",
                "verbose_name_plural": "messages",
                "ordering": ["-created_at", "-pk"],
                "indexes": [
                    models.Index(fields=["recipient", "-created_at", "-id"], name="message_inbox"),
                    models.Index(condition=models.Q(("read_at", None)), fields=["recipient"], name="message_unread"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("rule", "subject_key", "on_date", "recipient"),
                        name="message_once_per_rule_object_date",
                        violation_error_message="This message has been sent already.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "channel",
                    models.CharField(
                        choices=[("email", "e-mail"), ("sms", "SMS")], max_length=8, verbose_name="channel"
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
                    "message",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="deliveries",
                        to="inbox.message",
                        verbose_name="message",
                    ),
                ),
            ],
            options={
                "verbose_name": "delivery",
                "verbose_name_plural": "deliveries",
                "indexes": [
                    models.Index(condition=models.Q(("status", "waiting")), fields=["due_at"], name="delivery_due")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("message", "channel"), name="delivery_once_per_channel")
                ],
            },
        ),
        migrations.CreateModel(
            name="DeliveryEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "channel",
                    models.CharField(
                        choices=[("email", "e-mail"), ("sms", "SMS")], max_length=8, verbose_name="channel"
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
                        to="inbox.delivery",
                    ),
                ),
                (
                    "message",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="inbox.message",
                        verbose_name="message",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MessageEvent",
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
                ("on_date", models.DateField(verbose_name="date of the occasion")),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("body", models.TextField(blank=True, verbose_name="text")),
                ("url", models.CharField(blank=True, max_length=300, verbose_name="link")),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="written at"
                    ),
                ),
                ("read_at", models.DateTimeField(blank=True, null=True, verbose_name="read at")),
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
                        to="inbox.message",
                    ),
                ),
                (
                    "recipient",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recipient",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        federation.audit.operations.AddTrigger(
            model_name="message",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "inbox_messageevent" ("body", "created_at", "id", "on_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at", "recipient_id", "rule", "subject_key", "title", "url") VALUES (NEW."body", NEW."created_at", NEW."id", NEW."on_date", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."read_at", NEW."recipient_id", NEW."rule", NEW."subject_key", NEW."title", NEW."url"); RETURN NULL;',
                    hash="240629eea4eb1c19807c7958e64b8360e8440829",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_42abb",
                    table="inbox_message",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="message",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "inbox_messageevent" ("body", "created_at", "id", "on_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at", "recipient_id", "rule", "subject_key", "title", "url") VALUES (NEW."body", NEW."created_at", NEW."id", NEW."on_date", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."read_at", NEW."recipient_id", NEW."rule", NEW."subject_key", NEW."title", NEW."url"); RETURN NULL;',
                    hash="1e6030cd3436d7783e33b9b7516140c5b8c773f8",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ab946",
                    table="inbox_message",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="message",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "inbox_messageevent" ("body", "created_at", "id", "on_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at", "recipient_id", "rule", "subject_key", "title", "url") VALUES (OLD."body", OLD."created_at", OLD."id", OLD."on_date", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."read_at", OLD."recipient_id", OLD."rule", OLD."subject_key", OLD."title", OLD."url"); RETURN NULL;',
                    hash="40e1331dcae7a37335aff6749ec024ffcfd11061",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_000b7",
                    table="inbox_message",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="delivery",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "inbox_deliveryevent" ("attempts", "channel", "due_at", "id", "last_error", "message_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "status") VALUES (NEW."attempts", NEW."channel", NEW."due_at", NEW."id", NEW."last_error", NEW."message_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sent_at", NEW."status"); RETURN NULL;',
                    hash="6b61ba43a469d877dbafd5e262a9716faaebda1b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8241e",
                    table="inbox_delivery",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="delivery",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "inbox_deliveryevent" ("attempts", "channel", "due_at", "id", "last_error", "message_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "status") VALUES (NEW."attempts", NEW."channel", NEW."due_at", NEW."id", NEW."last_error", NEW."message_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sent_at", NEW."status"); RETURN NULL;',
                    hash="6c6d1b8b0cafb5b6a8b54975db81747c65cfeb72",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_59946",
                    table="inbox_delivery",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="delivery",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "inbox_deliveryevent" ("attempts", "channel", "due_at", "id", "last_error", "message_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "status") VALUES (OLD."attempts", OLD."channel", OLD."due_at", OLD."id", OLD."last_error", OLD."message_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sent_at", OLD."status"); RETURN NULL;',
                    hash="19d3096286f589909bb2a0c5e2ff30b5ad57db03",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4fa72",
                    table="inbox_delivery",
                    when="AFTER",
                ),
            ),
        ),
    ]
