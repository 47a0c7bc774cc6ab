"""The days on which an enterprise is a member, kept beside its row by the database itself.

`member_days` follows from the membership periods: triggers write it, whatever changes a period (a decision, a merge, an
import, raw SQL), and nothing else may. It is no field of the model, so that saving a stale record can't undo it. Lists
of members then need no join, which at a million enterprises is what they spend their time on.
"""

import datetime
from typing import Any

from django.db import connection
from django.db.models import BooleanField, F, Func

_WRITE = """
CREATE OR REPLACE FUNCTION members_write_member_days(touched bigint[]) RETURNS void LANGUAGE sql AS $$
    UPDATE members_enterprise e SET member_days = known.days
    FROM (
        SELECT wanted.id, coalesce(
            range_agg(daterange(p.starts_on, p.ends_on, '[]')) FILTER (WHERE p.id IS NOT NULL), '{}'
        ) AS days
        FROM unnest(touched) AS wanted (id)
        LEFT JOIN members_membership m ON m.enterprise_id = wanted.id
        LEFT JOIN members_membershipperiod p ON p.membership_id = m.id%(standing)s
        GROUP BY wanted.id
    ) AS known
    WHERE e.id = known.id AND e.member_days IS DISTINCT FROM known.days
$$;
"""
# As the table was at first, and since periods can be revoked.
WRITE_ALL = _WRITE % {"standing": ""}
WRITE = _WRITE % {"standing": " AND p.revoked_at IS NULL"}

INSTALL = """
ALTER TABLE members_enterprise ADD COLUMN member_days datemultirange NOT NULL DEFAULT '{}';
"""
INSTALL += WRITE_ALL
INSTALL += """
CREATE FUNCTION members_period_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE touched bigint[];
BEGIN
    IF TG_OP = 'INSERT' THEN
        touched := ARRAY(SELECT membership_id FROM new_rows);
    ELSIF TG_OP = 'DELETE' THEN
        touched := ARRAY(SELECT membership_id FROM old_rows);
    ELSE
        touched := ARRAY(SELECT membership_id FROM new_rows UNION SELECT membership_id FROM old_rows);
    END IF;
    PERFORM members_write_member_days(
        ARRAY(SELECT DISTINCT enterprise_id FROM members_membership WHERE id = ANY (touched))
    );
    RETURN NULL;
END $$;

CREATE FUNCTION members_membership_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM members_write_member_days(ARRAY(SELECT DISTINCT enterprise_id FROM old_rows));
    ELSE
        PERFORM members_write_member_days(
            ARRAY(SELECT enterprise_id FROM new_rows UNION SELECT enterprise_id FROM old_rows)
        );
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER member_days_on_insert AFTER INSERT ON members_membershipperiod
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION members_period_changed();
CREATE TRIGGER member_days_on_update AFTER UPDATE ON members_membershipperiod
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION members_period_changed();
CREATE TRIGGER member_days_on_delete AFTER DELETE ON members_membershipperiod
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION members_period_changed();
CREATE TRIGGER member_days_on_update AFTER UPDATE ON members_membership
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION members_membership_changed();
CREATE TRIGGER member_days_on_delete AFTER DELETE ON members_membership
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION members_membership_changed();
"""

REMOVE = """
DROP TRIGGER member_days_on_update ON members_membership;
DROP TRIGGER member_days_on_delete ON members_membership;
DROP TRIGGER member_days_on_insert ON members_membershipperiod;
DROP TRIGGER member_days_on_update ON members_membershipperiod;
DROP TRIGGER member_days_on_delete ON members_membershipperiod;
DROP FUNCTION members_membership_changed();
DROP FUNCTION members_period_changed();
DROP FUNCTION members_write_member_days(bigint[]);
ALTER TABLE members_enterprise DROP COLUMN member_days;
"""

REBUILD = "SELECT members_write_member_days(ARRAY(SELECT id FROM members_enterprise ORDER BY id))"


class MemberOn(Func):
    """True for an enterprise (not for what leads to one) that is a member on the day."""

    output_field = BooleanField()

    def __init__(self, day: datetime.date) -> None:
        super().__init__(F("pk"))
        self.day = day

    def as_sql(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, list[Any]]:
        (key,) = self.get_source_expressions()
        table, column = compiler.quote_name_unless_alias(key.alias), connection.ops.quote_name("member_days")
        return f"{table}.{column} @> %s::date", [self.day]


def rebuild_member_days() -> None:
    """From the periods, for every enterprise: after rows were filled in with the triggers off."""
    with connection.cursor() as cursor:
        cursor.execute(REBUILD)
