"""Rows that migrations write (roles, towns, industry classes), kept for the tests after the one that flushes them.

A transactional test ends with every table emptied, so the next would meet a database that no user will ever see.
Django's serialized rollback puts the rows back only before a test that asks for it and takes seconds; this is a COPY.
"""

from django.db import connection, transaction
from psycopg import sql

KEPT_OUT = {"django_migrations"}


class ReferenceRows:
    """A copy in memory of every table that was not empty when the database was made."""

    def __init__(self) -> None:
        self.tables: dict[str, bytes] = {}
        self.database = ""
        self.flushed = False

    def take(self) -> None:
        self.database = connection.settings_dict["NAME"]
        with connection.cursor() as cursor:
            for table in sorted(set(connection.introspection.table_names(cursor)) - KEPT_OUT):
                with cursor.copy(sql.SQL("COPY {} TO STDOUT").format(sql.Identifier(table))) as copy:
                    rows = b"".join(bytes(block) for block in copy)
                if rows:
                    self.tables[table] = rows

    def put_back(self) -> None:
        if not self.tables or not self.flushed:
            return
        # pytest gives the connection its own name back at the end, and that database is somebody's.
        if connection.settings_dict["NAME"] != self.database:
            raise RuntimeError(f"{connection.settings_dict['NAME']} is not the test database {self.database}")
        names = {table: sql.Identifier(table) for table in self.tables}
        # Foreign keys are checked at the commit, so the order of tables is free; the history triggers must not
        # write a second history of rows that bring their own.
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql.SQL("TRUNCATE {} CASCADE").format(sql.SQL(", ").join(names.values())))
            for table, rows in self.tables.items():
                cursor.execute(sql.SQL("ALTER TABLE {} DISABLE TRIGGER USER").format(names[table]))
                with cursor.copy(sql.SQL("COPY {} FROM STDIN").format(names[table])) as copy:
                    copy.write(rows)
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            for name in names.values():
                cursor.execute(sql.SQL("ALTER TABLE {} ENABLE TRIGGER USER").format(name))
        self.flushed = False
