"""Whom to call at an enterprise, from columns of a register: contacts that aren't known yet are added, those that are
known stay as they are. They are the federation's own; nothing of them is shown to the public."""

from django.db import connection

from members.enterprises.models import Contact
from members.register.matching import ENTERPRISE
from members.register.matching import TABLE as PLAN
from members.register.models import ImportedContact
from members.register.staging import TABLE as STAGING

CONTACT = Contact._meta.db_table
IMPORTED = ImportedContact._meta.db_table
HISTORY = "members_contactevent"

# A contact is known at its enterprise by the name; of two rows with the same name the later one speaks.
_FRESH = f"""
SELECT w.* FROM (
    SELECT DISTINCT ON (coalesce(s.uscc, s.registration_number), s.contact)
        s.line, s.uscc, s.registration_number, e.id AS enterprise_id, s.contact AS name,
        coalesce(s.contact_position, '') AS position, coalesce(s.contact_phone, '') AS phone,
        coalesce(s.contact_email, '') AS email
    FROM {STAGING} s JOIN {PLAN} p ON p.line = s.line AND coalesce(p.hindrance, 'overtaken') = 'overtaken'
    LEFT JOIN {ENTERPRISE} e ON e.merged_into_id IS NULL
        AND (e.uscc = s.uscc OR (s.uscc IS NULL AND e.registration_number = s.registration_number))
    WHERE s.contact IS NOT NULL
    ORDER BY coalesce(s.uscc, s.registration_number), s.contact, s.line DESC
) w
WHERE NOT EXISTS (SELECT 1 FROM {CONTACT} c WHERE c.enterprise_id = w.enterprise_id AND c.name = w.name)"""

_ADD = f"""
WITH fresh AS ({_FRESH} AND w.enterprise_id IS NOT NULL), added AS (
    INSERT INTO {CONTACT} (enterprise_id, name, position, phone, email, is_primary)
    SELECT f.enterprise_id, f.name, f.position, f.phone, f.email,
        f.line = min(f.line) OVER (PARTITION BY f.enterprise_id)
            AND NOT EXISTS (SELECT 1 FROM {CONTACT} c WHERE c.enterprise_id = f.enterprise_id AND c.is_primary)
    FROM fresh f ORDER BY f.line
    RETURNING id
)
INSERT INTO {IMPORTED} (batch_id, contact_id) SELECT %s, id FROM added"""


def count_new() -> int:
    """Contacts that the planned file would add."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM ({_FRESH}) AS fresh")
        return int(cursor.fetchone()[0])


def add_new(batch_id: int) -> None:
    """After the enterprises were written. Run again, it adds nothing twice."""
    with connection.cursor() as cursor:
        cursor.execute(_ADD, [batch_id])


def edited_since(batch_id: int) -> list[str]:
    """Names of enterprises whose contact from this batch was edited."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""SELECT DISTINCT e.name FROM {IMPORTED} i JOIN {CONTACT} c ON c.id = i.contact_id
            JOIN {ENTERPRISE} e ON e.id = c.enterprise_id
            WHERE i.batch_id = %s AND EXISTS (
                SELECT 1 FROM {HISTORY} h WHERE h.pgh_obj_id = c.id AND h.pgh_label = 'update')
            ORDER BY e.name""",
            [batch_id],
        )
        return [name for (name,) in cursor.fetchall()]


def take_back(batch_id: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            f"""WITH gone AS (DELETE FROM {IMPORTED} WHERE batch_id = %s RETURNING contact_id)
            DELETE FROM {CONTACT} WHERE id IN (SELECT contact_id FROM gone)""",
            [batch_id],
        )
