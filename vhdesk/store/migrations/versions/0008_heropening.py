"""A closed meeting that is opened again: when, by whom, why; versions of minutes; a decision that replaces another.

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def _verslagstand(name: str, *, versie: bool) -> None:
    key = ["overleg_id", "versie"] if versie else ["overleg_id"]
    op.create_table(
        name,
        sa.Column("overleg_id", sa.String(length=32), nullable=False),
        *([sa.Column("versie", sa.Integer(), nullable=False)] if versie else []),
        sa.Column("inhoud", sa.Text(), nullable=False),
        sa.Column("gemaakt_op", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["overleg_id"],
            ["overleg.id"],
            name=op.f("fk_verslagstand_overleg_id_overleg"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(*key, name=op.f("pk_verslagstand")),
    )


def upgrade() -> None:
    op.create_table(
        "heropening",
        sa.Column("overleg_id", sa.String(length=32), nullable=False),
        sa.Column("volgnr", sa.Integer(), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("gesloten_op", sa.DateTime(), nullable=False),
        sa.Column("tijdstip", sa.DateTime(), nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=False),
        sa.Column("actor", sa.String(length=200), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.CheckConstraint("length(trim(reden)) > 0", name=op.f("ck_heropening_reden")),
        sa.ForeignKeyConstraint(
            ["overleg_id"], ["overleg.id"], name=op.f("fk_heropening_overleg_id_overleg"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_heropening")),
        sa.UniqueConstraint("overleg_id", "volgnr", name=op.f("uq_heropening_overleg_id")),
    )
    op.add_column("overleg", sa.Column("eerst_gesloten_op", sa.DateTime(), nullable=True))
    op.execute("UPDATE overleg SET eerst_gesloten_op = gesloten_op")
    for table in ("deelnemer", "agendapunt"):
        op.add_column(
            table, sa.Column("achteraf", sa.Boolean(), server_default=sa.text("0"), nullable=False)
        )
    # Alembic would add the constraint by itself, which SQLite cannot; in the column it can.
    op.execute(
        "ALTER TABLE besluit ADD COLUMN vervangt_id VARCHAR(32)"
        " CONSTRAINT fk_besluit_vervangt_id_besluit REFERENCES besluit (id)"
    )
    op.create_index(op.f("ix_besluit_vervangt_id"), "besluit", ["vervangt_id"], unique=False)
    _verslagstand("verslagstand_nieuw", versie=True)
    op.execute(
        "INSERT INTO verslagstand_nieuw (overleg_id, versie, inhoud, gemaakt_op)"
        " SELECT overleg_id, 1, inhoud, gemaakt_op FROM verslagstand"
    )
    op.drop_table("verslagstand")
    op.rename_table("verslagstand_nieuw", "verslagstand")


def downgrade() -> None:
    _verslagstand("verslagstand_oud", versie=False)
    # The older form knows one version: the last.
    op.execute(
        "INSERT INTO verslagstand_oud (overleg_id, inhoud, gemaakt_op)"
        " SELECT overleg_id, inhoud, gemaakt_op FROM verslagstand AS v"
        " WHERE versie = (SELECT max(versie) FROM verslagstand WHERE overleg_id = v.overleg_id)"
    )
    op.drop_table("verslagstand")
    op.rename_table("verslagstand_oud", "verslagstand")
    op.drop_index(op.f("ix_besluit_vervangt_id"), table_name="besluit")
    op.execute("ALTER TABLE besluit DROP COLUMN vervangt_id")
    for table in ("agendapunt", "deelnemer"):
        op.execute(f"ALTER TABLE {table} DROP COLUMN achteraf")
    op.execute("ALTER TABLE overleg DROP COLUMN eerst_gesloten_op")
    op.drop_table("heropening")
