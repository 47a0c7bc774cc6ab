"""Taking a batch back whole: what it changed gets its former values, what it created goes, unless that would lose
something done since."""

from collections.abc import Iterator

from django.apps import apps
from django.db import connection, models
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from members.duplicates.models import DuplicatePair
from members.enterprises.derive import DERIVED_FIELDS
from members.enterprises.models import Contact, Enterprise, SizeSnapshot
from members.enterprises.words import in_words
from members.register import applying, contacts, matching
from members.register.applying import CHANGE, DERIVED
from members.register.fields import BY_COLUMN, FEED_DERIVED, FIELDS
from members.register.matching import ENTERPRISE, NAME_RECORD
from members.register.models import ImportChange, ImportRowError
from members.register.staging import drop_table

HISTORY = "members_enterpriseevent"
MOST_REASONS = 20
# What hangs on an enterprise by the portal's own doing goes with it.
_FOLLOWS = (DuplicatePair, SizeSnapshot, ImportRowError)

# Columns in which an enterprise that the batch created must still be as it was created.
_KEPT = [
    field.column
    for field in Enterprise._meta.concrete_fields
    if field.column not in {*DERIVED_FIELDS, "created_at", "updated_at"}
]


def hindrances(batch_id: int) -> list[str]:
    """Why the batch can't be undone, one line per enterprise, at most MOST_REASONS and a count of the rest."""
    reasons = []
    rest = 0
    for reason in _all_hindrances(batch_id):
        if len(reasons) < MOST_REASONS:
            reasons.append(reason)
        else:
            rest += 1
    if rest:
        reasons.append(ngettext("And %(count)d more reason.", "And %(count)d more reasons.", rest) % {"count": rest})
    return reasons


def _all_hindrances(batch_id: int) -> Iterator[str]:
    yield from _edited_since(batch_id)
    yield from _created_and_edited(batch_id)
    for name in contacts.edited_since(batch_id):
        yield _("%(enterprise)s: a contact that came with this import was edited since.") % {"enterprise": name}
    for field in _references():
        yield from _referred_to(batch_id, field)


def _edited_since(batch_id: int) -> Iterator[str]:
    now = ", ".join(f"'{item.db_column}', e.{item.db_column}" for item in FIELDS)
    rows = matching.rows_of(
        f"""SELECT e.name, d.key, d.value #>> '{{}}', n.now ->> d.key, coalesce(n.now ->> 'capital_currency', 'CNY')
        FROM {CHANGE} c JOIN {ENTERPRISE} e ON e.id = c.enterprise_id,
            LATERAL (SELECT jsonb_build_object({now}) AS now) n, LATERAL jsonb_each(c.after) d
        WHERE c.batch_id = %s AND NOT c.created AND d.key <> 'hand_edited' AND n.now -> d.key IS DISTINCT FROM d.value
        ORDER BY e.id""",
        [batch_id],
    )
    for name, column, _written, now_text, currency in rows:
        item = BY_COLUMN[column]
        yield _("%(enterprise)s: %(field)s was changed since, to “%(value)s”.") % {
            "enterprise": name,
            "field": Enterprise._meta.get_field(item.name).verbose_name,
            "value": in_words(item.name, now_text, currency)[:60],
        }
    gone = matching.rows_of(
        f"""SELECT count(*) FROM {CHANGE} c LEFT JOIN {ENTERPRISE} e ON e.id = c.enterprise_id
        WHERE c.batch_id = %s AND NOT c.created AND (e.id IS NULL OR e.merged_into_id IS NOT NULL)""",
        [batch_id],
    )
    ((number,),) = list(gone)
    if number:
        yield ngettext(
            "%(count)d enterprise was merged or removed since.",
            "%(count)d enterprises were merged or removed since.",
            number,
        ) % {"count": number}


def _created_and_edited(batch_id: int) -> Iterator[str]:
    """History has each enterprise as it was created; it must still be so."""
    now = ", ".join(f"'{column}', e.{column}" for column in _KEPT)
    then = ", ".join(f"'{column}', h.{column}" for column in _KEPT)
    rows = matching.rows_of(
        f"""SELECT e.name FROM {CHANGE} c JOIN {ENTERPRISE} e ON e.id = c.enterprise_id
        JOIN {HISTORY} h ON h.pgh_obj_id = e.id AND h.pgh_label = 'insert'
        WHERE c.batch_id = %s AND c.created
            AND jsonb_build_object({now}) IS DISTINCT FROM (jsonb_build_object({then}) || c.after)
        ORDER BY e.id""",
        [batch_id],
    )
    for (name,) in rows:
        yield _("%(enterprise)s: came with this import and was edited since.") % {"enterprise": name}


def _references() -> list[models.ForeignKey]:
    """Every foreign key of any app to an enterprise, history and what follows of itself left out."""
    return [
        field
        for model in apps.get_models()
        if model not in (*_FOLLOWS, ImportChange) and not hasattr(model, "pgh_tracked_model")
        for field in model._meta.concrete_fields
        if field.is_relation and field.related_model is Enterprise
    ]


def _referred_to(batch_id: int, field: models.ForeignKey) -> Iterator[str]:
    table, column = field.model._meta.db_table, field.column
    # Contacts of the batch go with it.
    mine = f"AND r.id NOT IN (SELECT contact_id FROM {contacts.IMPORTED} WHERE batch_id = %s)"
    their = field.model is Contact
    itself = f"AND NOT EXISTS (SELECT 1 FROM {CHANGE} o WHERE o.batch_id = %s AND o.created AND o.enterprise_id = r.id)"
    own = field.model is Enterprise
    rows = matching.rows_of(
        f"""SELECT DISTINCT e.id, e.name FROM {CHANGE} c JOIN {ENTERPRISE} e ON e.id = c.enterprise_id
        JOIN {table} r ON r.{column} = e.id
        WHERE c.batch_id = %s AND c.created {itself if own else mine if their else ""} ORDER BY e.id""",
        [batch_id, batch_id] if own or their else [batch_id],
    )
    what = field.verbose_name if own else field.model._meta.verbose_name
    for _pk, name in rows:
        yield _("%(enterprise)s: came with this import, and now has: %(what)s.") % {"enterprise": name, "what": what}


# --- Restoring ------------------------------------------------------------------------------------------


def restore(batch_id: int) -> None:
    """In the caller's transaction, after `hindrances` found none."""
    columns = ", ".join(f"{name} {kind}" for name, kind in applying.DERIVED_TYPES.items())
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMPORARY TABLE {DERIVED} (line bigint, {columns})")
        applying.copy_derived([applying.derive_row(*row) for row in _restored_rows(batch_id)])
        contacts.take_back(batch_id)
        cursor.execute(_RESTORE, [batch_id])
        cursor.execute(
            f"""DELETE FROM {NAME_RECORD} n USING {CHANGE} c
            WHERE c.batch_id = %s AND c.name_record_id = n.id""",
            [batch_id],
        )
        created = f"SELECT enterprise_id FROM {CHANGE} WHERE batch_id = %s AND created"
        for model in _FOLLOWS:
            for field in model._meta.concrete_fields:
                if field.is_relation and field.related_model is Enterprise:
                    cursor.execute(
                        f"DELETE FROM {model._meta.db_table} WHERE {field.column} IN ({created})", [batch_id]
                    )
        cursor.execute(f"DELETE FROM {ENTERPRISE} WHERE id IN ({created})", [batch_id])
    drop_table(DERIVED)


def _then(column: str) -> str:
    item = BY_COLUMN[column]
    value = f"(c.before ->> '{column}')::{item.type}"
    return f"CASE WHEN c.before ? '{column}' THEN {value} ELSE e.{column} END"


def _restored_rows(batch_id: int) -> Iterator[tuple]:
    """What the derived columns follow from once the former values are back; the enterprise's key for the line."""
    return matching.rows_of(
        f"""SELECT e.id, {_then("name")}, {_then("short_name")},
            ARRAY(SELECT f.name FROM {NAME_RECORD} f WHERE f.enterprise_id = e.id
                AND f.id IS DISTINCT FROM c.name_record_id ORDER BY f.until DESC, f.id DESC),
            {_then("industry_id")}, {_then("staff_count")}, {_then("revenue")}, {_then("assets")}
        FROM {CHANGE} c JOIN {ENTERPRISE} e ON e.id = c.enterprise_id
        WHERE c.batch_id = %s AND NOT c.created AND c.before ?| %s::text[]""",
        [batch_id, list(FEED_DERIVED)],
    )


_RESTORE = f"""
UPDATE {ENTERPRISE} e SET
    {", ".join(f"{item.db_column} = {_then(item.db_column)}" for item in FIELDS)},
    {", ".join(f"{name} = coalesce(d.{name}, e.{name})" for name in DERIVED_FIELDS)},
    hand_edited = CASE WHEN c.before ? 'hand_edited'
        THEN ARRAY(SELECT jsonb_array_elements_text(c.before -> 'hand_edited')) ELSE e.hand_edited END,
    updated_at = now()
FROM {CHANGE} c LEFT JOIN {DERIVED} d ON d.line = c.enterprise_id
WHERE c.batch_id = %s AND NOT c.created AND e.id = c.enterprise_id"""
