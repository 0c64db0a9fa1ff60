"""The schema and its migrations: which revision stands, which is known, and the way from one to the other.

Alembic itself (0.3 s to import) is only touched when the revision differs. Migrations run on an engine of their own
with foreign keys off, since batch mode would otherwise delete child rows through ON DELETE CASCADE, in one IMMEDIATE
transaction, with our triggers dropped before (batch mode loses them) and made again after.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as dbapi
from sqlalchemy import Connection, create_engine, event
from sqlalchemy.pool import NullPool

from vhdesk.crypto.keys import DataKey
from vhdesk.errors import StoreDamaged, VaultTooNew
from vhdesk.store.connection import connect
from vhdesk.store.triggers import create_triggers, drop_triggers

SCRIPTS = Path(__file__).resolve().parent / "migrations"
_FILE_NAME = re.compile(r"^(\d{4})_\w+\.pyc?$")

TriggerAct = Callable[[Connection], None]


class Schema:
    """A folder of migrations with the triggers that go with it."""

    def __init__(
        self,
        scripts: Path = SCRIPTS,
        create: TriggerAct = create_triggers,
        drop: TriggerAct = drop_triggers,
    ) -> None:
        self._scripts = scripts
        self._create = create
        self._drop = drop

    def revisions(self) -> tuple[str, ...]:
        """Return the revisions this program knows, oldest first."""
        names = (_FILE_NAME.match(path.name) for path in (self._scripts / "versions").iterdir())
        return tuple(sorted({name[1] for name in names if name}))

    def head_revision(self) -> str:
        """Return the newest revision this program knows."""
        return self.revisions()[-1]

    def is_current(self, raw: Any) -> bool:
        """Tell whether the database needs no migration; raises VaultTooNew ``schema_too_new``."""
        found = current_revision(raw)
        if found is not None and found not in self.revisions():
            raise VaultTooNew("schema_too_new", found=found, known=self.head_revision())
        return found == self.head_revision()

    def upgrade(self, path: Path, key: DataKey | None, *, to: str = "head") -> None:
        """Bring the database to revision ``to`` in one transaction; on any failure nothing has changed.

        No other connection may be open. Raises StoreDamaged ``foreign_keys_broken`` when the result does not hold
        together; a failing migration is a bug and passes untouched.
        """
        from alembic import command  # deferred: a normal start never needs it
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(self._scripts).replace("%", "%%"))
        if not any((self._scripts / "versions").glob("*.py")):
            config.set_main_option("sourceless", "true")  # a packaged program carries compiled files only
        engine = create_engine(
            "sqlite://",
            module=dbapi,
            creator=lambda: connect(path, key, foreign_keys=False),
            poolclass=NullPool,
            hide_parameters=True,
        )
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
        with engine.begin() as connection:
            self._drop(connection)
            config.attributes["connection"] = connection
            if to == "head" or to in self._ahead(connection):
                command.upgrade(config, to)
            else:
                command.downgrade(config, to)
            if current_revision(connection.connection.dbapi_connection) == self.head_revision():
                self._create(connection)  # they name the tables of the newest schema
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            if broken:
                raise StoreDamaged("foreign_keys_broken", rows=len(broken))
        engine.dispose()

    def _ahead(self, connection: Connection) -> tuple[str, ...]:
        found = current_revision(connection.connection.dbapi_connection)
        return tuple(revision for revision in self.revisions() if found is None or revision > found)


def current_revision(raw: Any) -> str | None:
    """Return the revision of a database, None for an empty one."""
    known = raw.execute("SELECT 1 FROM sqlite_schema WHERE name = 'alembic_version'").fetchone()
    if known is None:
        return None
    row = raw.execute("SELECT version_num FROM alembic_version").fetchone()
    return row[0] if row else None
