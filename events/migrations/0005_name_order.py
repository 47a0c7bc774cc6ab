import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import federation.audit.operations


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0004_visits"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="participant",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="signup",
            name="update_update",
        ),
        migrations.AddField(
            model_name="participant",
            name="sort_key",
            field=models.CharField(blank=True, db_collation="C", editable=False, max_length=120),
        ),
        migrations.AddField(
            model_name="signup",
            name="sort_key",
            field=models.CharField(blank=True, db_collation="C", editable=False, max_length=120),
        ),
        federation.audit.operations.AddTrigger(
            model_name="participant",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_participantevent" ("enterprise_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "user_id") SELECT new_values."enterprise_id", new_values."id", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."phone", new_values."user_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."enterprise_id" IS DISTINCT FROM (new_values."enterprise_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."phone" IS DISTINCT FROM (new_values."phone") OR old_values."user_id" IS DISTINCT FROM (new_values."user_id")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="82d764917d27e46b3d3280bb38f916a5ce1d4de2",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_30dbd",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="events_participant",
                    when="AFTER",
                ),
            ),
        ),
        federation.audit.operations.AddTrigger(
            model_name="signup",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "events_signupevent" ("enterprise_id", "enterprise_name", "event_id", "id", "name", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "queued_at", "reason", "signed_up_by_id", "status", "status_since") SELECT new_values."enterprise_id", new_values."enterprise_name", new_values."event_id", new_values."id", new_values."name", new_values."participant_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."queued_at", new_values."reason", new_values."signed_up_by_id", new_values."status", new_values."status_since" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."enterprise_id" IS DISTINCT FROM (new_values."enterprise_id") OR old_values."enterprise_name" IS DISTINCT FROM (new_values."enterprise_name") OR old_values."event_id" IS DISTINCT FROM (new_values."event_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."participant_id" IS DISTINCT FROM (new_values."participant_id") OR old_values."queued_at" IS DISTINCT FROM (new_values."queued_at") OR old_values."reason" IS DISTINCT FROM (new_values."reason") OR old_values."signed_up_by_id" IS DISTINCT FROM (new_values."signed_up_by_id") OR old_values."status" IS DISTINCT FROM (new_values."status") OR old_values."status_since" IS DISTINCT FROM (new_values."status_since")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="dc7670e8f6e66a357713600c36f1d785a5202caf",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fbd14",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="events_signup",
                    when="AFTER",
                ),
            ),
        ),
    ]
