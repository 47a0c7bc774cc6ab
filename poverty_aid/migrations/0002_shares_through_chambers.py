import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import federation.audit.operations


class Migration(migrations.Migration):
    dependencies = [
        ("chambers", "0004_longer_status_names"),
        ("poverty_aid", "0001_pairings_and_contributions"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="share",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="share",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="share",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="share",
            name="through",
            field=models.BooleanField(
                default=False,
                help_text="Its secretary speaks for the enterprise then.",
                verbose_name="given through the chamber",
            ),
        ),
        migrations.AddField(
            model_name="shareevent",
            name="through",
            field=models.BooleanField(
                default=False,
                help_text="Its secretary speaks for the enterprise then.",
                verbose_name="given through the chamber",
            ),
        ),
        migrations.AlterField(
            model_name="share",
            name="chamber",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="aid_shares",
                to="chambers.chamber",
                verbose_name="chamber on the day",
            ),
        ),
        migrations.AlterField(
            model_name="shareevent",
            name="chamber",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="chambers.chamber",
                verbose_name="chamber on the day",
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="share",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "poverty_aid_shareevent" ("chamber_id", "contribution_id", "denominator", "enterprise_id", "giver_name", "id", "numerator", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "through") SELECT new_values."chamber_id", new_values."contribution_id", new_values."denominator", new_values."enterprise_id", new_values."giver_name", new_values."id", new_values."numerator", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."through" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="2d7a21acf69c4eeff20d964c289d1602f6fa566c",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4357e",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="poverty_aid_share",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="share",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "poverty_aid_shareevent" ("chamber_id", "contribution_id", "denominator", "enterprise_id", "giver_name", "id", "numerator", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "through") SELECT new_values."chamber_id", new_values."contribution_id", new_values."denominator", new_values."enterprise_id", new_values."giver_name", new_values."id", new_values."numerator", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."through" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="d4025b6f44f49d25db0e939d38e89d94908cc813",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_06d1a",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="poverty_aid_share",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="share",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "poverty_aid_shareevent" ("chamber_id", "contribution_id", "denominator", "enterprise_id", "giver_name", "id", "numerator", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "through") SELECT old_values."chamber_id", old_values."contribution_id", old_values."denominator", old_values."enterprise_id", old_values."giver_name", old_values."id", old_values."numerator", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."through" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="eefb4160110cd4d37582b5ee5dea4699d91fdcda",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a9109",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="poverty_aid_share",
                    when="AFTER",
                ),
            ),
        ),
    ]
