"""The method of a case with its history, and what was written down because the method asks for it.

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0015"
branch_labels = None
depends_on = None

_SOORTEN = ("kennis", "risico", "voorwaarden")


def upgrade() -> None:
    op.create_table(
        "casusmethode",
        sa.Column("casus_id", sa.String(length=32), nullable=False),
        sa.Column("methode_code", sa.String(length=60), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("van", sa.DateTime(), nullable=False),
        sa.Column("tot", sa.DateTime(), nullable=True),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.CheckConstraint("tot IS NULL OR tot >= van", name=op.f("ck_casusmethode_periode")),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_casusmethode_casus_id_casus"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_casusmethode")),
    )
    op.create_index(op.f("ix_casusmethode_casus_id"), "casusmethode", ["casus_id"], unique=False)
    op.create_index(
        "uq_casusmethode_huidig", "casusmethode", ["casus_id"], unique=True, sqlite_where=sa.text("tot IS NULL")
    )  # fmt: skip
    op.create_table(
        "methodenotitie",
        sa.Column("casus_id", sa.String(length=32), nullable=False),
        sa.Column("methode_code", sa.String(length=60), nullable=False),
        sa.Column(
            "soort",
            sa.Enum(*_SOORTEN, name="methodenotitiesoort", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("scores", sa.JSON(), nullable=False),
        sa.Column("tijdstip", sa.DateTime(), nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=False),
        sa.Column("actor", sa.String(length=200), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_methodenotitie_casus_id_casus"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_methodenotitie")),
    )
    op.create_index("ix_methodenotitie_laatste", "methodenotitie", ["casus_id", "soort", "tijdstip"])


def downgrade() -> None:
    op.execute(
        "INSERT INTO zoek (zoek, rowid, tekst) SELECT 'delete', id, tekst FROM zoekregel WHERE bron = 'methodenotitie'"
    )
    op.execute("DELETE FROM zoekregel WHERE bron = 'methodenotitie'")
    op.drop_index("ix_methodenotitie_laatste", table_name="methodenotitie")
    op.drop_table("methodenotitie")
    op.drop_index("uq_casusmethode_huidig", table_name="casusmethode")
    op.drop_index(op.f("ix_casusmethode_casus_id"), table_name="casusmethode")
    op.drop_table("casusmethode")
