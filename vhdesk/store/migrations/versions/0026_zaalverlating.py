"""Who was out of the room while a case was discussed.

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "zaalverlating",
        sa.Column("agendapunt_id", sa.String(32), nullable=False),
        sa.Column("deelnemer_id", sa.String(32), nullable=False),
        sa.Column("tijdstip", sa.DateTime(), nullable=False),
        sa.Column("id", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(
            ["agendapunt_id"], ["agendapunt.id"], name="fk_zaalverlating_agendapunt_id_agendapunt", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["deelnemer_id"], ["deelnemer.id"], name="fk_zaalverlating_deelnemer_id_deelnemer", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_zaalverlating"),
        sa.UniqueConstraint("agendapunt_id", "deelnemer_id", name="uq_zaalverlating_agendapunt_id"),
    )
    op.create_index("ix_zaalverlating_deelnemer_id", "zaalverlating", ["deelnemer_id"])


def downgrade() -> None:
    op.drop_table("zaalverlating")
