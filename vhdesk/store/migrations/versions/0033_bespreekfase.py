"""Which phase of a case the table was in, and when (BOB).

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "bespreekfase",
        sa.Column("agendapunt_id", sa.String(32), nullable=False),
        sa.Column("volgnr", sa.Integer(), nullable=False),
        sa.Column("fase", sa.String(40), nullable=False),
        sa.Column("begonnen_op", sa.DateTime(), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("id", sa.String(32), nullable=False),
        sa.CheckConstraint("fase IN ('beeld', 'oordeel', 'besluit')", name="ck_bespreekfase_fase"),
        sa.ForeignKeyConstraint(
            ["agendapunt_id"], ["agendapunt.id"], name="fk_bespreekfase_agendapunt_id_agendapunt", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_bespreekfase"),
        sa.UniqueConstraint("agendapunt_id", "volgnr", name="uq_bespreekfase_agendapunt_id"),
    )


def downgrade() -> None:
    op.drop_table("bespreekfase")
