"""Migrations on the encrypted file: a backup first, all or nothing, child rows and triggers kept."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import OperationalError
from vault_site import Site, add_lines, line_count

from vhdesk.crypto.keys import DataKey
from vhdesk.errors import StoreDamaged, VaultReadOnly, VaultTooNew
from vhdesk.store.backup_folder import list_backups
from vhdesk.store.connection import connect
from vhdesk.store.migrate import SCRIPTS, Schema, current_revision

FIRST = """
from alembic import op
import sqlalchemy as sa
revision, down_revision, branch_labels, depends_on = "0001", None, None, None
def upgrade():
    op.create_table("ouder", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("naam", sa.Text()))
    op.create_table("kind", sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("ouder_id", sa.Integer(), sa.ForeignKey("ouder.id", ondelete="CASCADE")))
def downgrade():
    op.drop_table("kind")
    op.drop_table("ouder")
"""
SECOND = """
from alembic import op
import sqlalchemy as sa
revision, down_revision, branch_labels, depends_on = "0002", "0001", None, None
def upgrade():
    with op.batch_alter_table("ouder") as batch:
        batch.add_column(sa.Column("leeftijd", sa.Integer()))
        batch.alter_column("naam", nullable=False, server_default="")
    {extra}
def downgrade():
    with op.batch_alter_table("ouder") as batch:
        batch.drop_column("leeftijd")
"""


def create(connection: Connection) -> None:
    connection.exec_driver_sql(
        "CREATE TRIGGER IF NOT EXISTS vast BEFORE DELETE ON ouder BEGIN SELECT RAISE(ABORT, 'vast'); END"
    )


def drop(connection: Connection) -> None:
    connection.exec_driver_sql("DROP TRIGGER IF EXISTS vast")


def schema(folder: Path, *later: str) -> Schema:
    """Return a schema of FIRST and then ``later``, under a path with a percent sign."""
    scripts = folder / "100% eigen" / str(len(later))
    shutil.rmtree(scripts, ignore_errors=True)
    (scripts / "versions").mkdir(parents=True)
    shutil.copyfile(SCRIPTS / "env.py", scripts / "env.py")
    for number, source in enumerate((FIRST, *later), start=1):
        (scripts / "versions" / f"000{number}_stap.py").write_text(source, encoding="utf-8")
    return Schema(scripts, create, drop)


@pytest.fixture
def filled(tmp_path: Path) -> tuple[Path, DataKey]:
    """A database at revision 0001 with a parent and two children."""
    path, key = tmp_path / "a.db", DataKey.generate()
    connect(path, key, create=True).close()
    schema(tmp_path).upgrade(path, key)
    raw = connect(path, key)
    raw.execute("INSERT INTO ouder VALUES (1, 'a')")
    raw.execute("INSERT INTO kind VALUES (1, 1), (2, 1)")
    raw.close()
    return path, key


def state(path: Path, key: DataKey) -> dict[str, object]:
    raw = connect(path, key)
    try:
        return {
            "revision": current_revision(raw),
            "columns": [row[1] for row in raw.execute("PRAGMA table_info(ouder)").fetchall()],
            "children": raw.execute("SELECT count(*) FROM kind").fetchone()[0],
            "triggers": [row[0] for row in raw.execute("SELECT name FROM sqlite_schema WHERE type='trigger'")],
            "left over": [row[0] for row in raw.execute("SELECT name FROM sqlite_schema WHERE name GLOB '_alembic*'")],
        }  # fmt: skip
    finally:
        raw.close()


AT_FIRST = {
    "revision": "0001", "columns": ["id", "naam"], "children": 2, "triggers": ["vast"], "left over": []
}  # fmt: skip


def test_batch_mode_keeps_child_rows_and_triggers(filled: tuple[Path, DataKey], tmp_path: Path) -> None:
    assert state(*filled) == AT_FIRST
    schema(tmp_path, SECOND.format(extra="")).upgrade(*filled)
    expected = AT_FIRST | {"revision": "0002", "columns": ["id", "naam", "leeftijd"]}
    assert state(*filled) == expected


def test_down_and_up_again(filled: tuple[Path, DataKey], tmp_path: Path) -> None:
    two = schema(tmp_path, SECOND.format(extra=""))
    two.upgrade(*filled)
    two.upgrade(*filled, to="0001")
    assert state(*filled) == AT_FIRST | {"triggers": []}
    two.upgrade(*filled)
    assert state(*filled)["revision"] == "0002"


def test_a_failing_migration_changes_nothing_and_can_be_tried_again(
    filled: tuple[Path, DataKey], tmp_path: Path
) -> None:
    with pytest.raises(OperationalError):
        schema(tmp_path, SECOND.format(extra='op.execute("NIET SQL")')).upgrade(*filled)
    assert state(*filled) == AT_FIRST
    schema(tmp_path, SECOND.format(extra="")).upgrade(*filled)
    assert state(*filled)["revision"] == "0002"


def test_broken_references_are_refused(filled: tuple[Path, DataKey], tmp_path: Path) -> None:
    with pytest.raises(StoreDamaged, match="foreign_keys_broken"):
        schema(tmp_path, SECOND.format(extra='op.execute("DELETE FROM ouder")')).upgrade(*filled)
    assert state(*filled) == AT_FIRST


def test_revisions_come_from_the_file_names(tmp_path: Path) -> None:
    two = schema(tmp_path, SECOND.format(extra=""))
    assert two.revisions() == ("0001", "0002")
    assert two.head_revision() == "0002"
    (tmp_path / "leeg.db").touch()
    raw = connect(tmp_path / "b.db", DataKey.generate(), create=True)
    assert current_revision(raw) is None
    assert two.is_current(raw) is False
    raw.execute("CREATE TABLE alembic_version (version_num)")
    raw.execute("INSERT INTO alembic_version VALUES ('0003')")
    with pytest.raises(VaultTooNew):
        two.is_current(raw)
    raw.close()


THIRD_TABLE = """
from alembic import op
import sqlalchemy as sa
revision, down_revision, branch_labels, depends_on = "{new}", "{old}", None, None
def upgrade():
    op.create_table("proeftabel", sa.Column("id", sa.Integer(), primary_key=True))
def downgrade():
    op.drop_table("proeftabel")
"""


def newer_program(tmp_path: Path) -> Schema:
    """Return the schema of a later version of the program: one migration more than now."""
    scripts = tmp_path / "nieuwer"
    shutil.copytree(SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    old = Schema().head_revision()
    new = f"{int(old) + 1:04}"
    source = THIRD_TABLE.format(new=new, old=old)
    (scripts / "versions" / f"{new}_proef.py").write_text(source, encoding="utf-8")
    return Schema(scripts)


def test_an_older_vault_is_migrated_at_opening_after_a_backup(site: Site, tmp_path: Path) -> None:
    newer = newer_program(tmp_path)
    with pytest.raises(VaultReadOnly, match="schema_needs_writing"):
        site.open(read_only=True, schema=newer)
    seen: list[str] = []
    vault = site.open(schema=newer, progress=lambda phase, *_: seen.append(phase))
    assert vault.migrated
    assert set(seen) >= {"kopie", "controle", "migratie"}
    (backup,) = list_backups(site.folder, vault.key)
    assert (backup.reason, backup.schema, backup.head.seq) == ("migratie", Schema().head_revision(), 3)
    with vault.engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM proeftabel")).scalar() == 0
    assert add_lines(vault) == 4
    vault.close()
    again = site.open(schema=newer)
    assert not again.migrated
    again.close()
    with pytest.raises(VaultTooNew, match="schema_too_new"):
        site.open()


def test_a_failed_migration_at_opening_leaves_the_vault_as_it_was(site: Site, tmp_path: Path) -> None:
    newer = newer_program(tmp_path)
    broken = next((tmp_path / "nieuwer" / "versions").glob("*_proef.py"))
    broken.write_text(broken.read_text() + '\nupgrade = lambda: op.execute("NIET SQL")\n')
    with pytest.raises(OperationalError):
        site.open(schema=newer)
    assert line_count(site.open()) == 3
