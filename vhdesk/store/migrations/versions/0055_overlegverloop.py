"""That a meeting was adjourned and resumed, and that its chair changed while it ran.

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0055"
down_revision = "0049"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "schorsing",
        sa.Column("overleg_id", sa.String(32), nullable=False),
        sa.Column("volgnr", sa.Integer(), nullable=False),
        sa.Column("geschorst_op", sa.DateTime(), nullable=False),
        sa.Column("verder_op", sa.DateTime(), nullable=True),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("hervat_op", sa.DateTime(), nullable=True),
        sa.Column("id", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(
            ["overleg_id"], ["overleg.id"], name="fk_schorsing_overleg_id_overleg", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_schorsing"),
        sa.UniqueConstraint("overleg_id", "volgnr", name="uq_schorsing_overleg_id"),
    )
    op.create_index(
        "uq_schorsing_open", "schorsing", ["overleg_id"], unique=True, sqlite_where=sa.text("hervat_op IS NULL")
    )
    op.create_table(
        "voorzitterwissel",
        sa.Column("overleg_id", sa.String(32), nullable=False),
        sa.Column("volgnr", sa.Integer(), nullable=False),
        sa.Column("tijdstip", sa.DateTime(), nullable=False),
        sa.Column("van_id", sa.String(32), nullable=True),
        sa.Column("naar_id", sa.String(32), nullable=False),
        sa.Column("id", sa.String(32), nullable=False),
        sa.CheckConstraint("van_id IS NULL OR van_id != naar_id", name="ck_voorzitterwissel_ander"),
        sa.ForeignKeyConstraint(
            ["overleg_id"], ["overleg.id"], name="fk_voorzitterwissel_overleg_id_overleg", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["van_id"], ["medewerker.id"], name="fk_voorzitterwissel_van_id_medewerker"),
        sa.ForeignKeyConstraint(["naar_id"], ["medewerker.id"], name="fk_voorzitterwissel_naar_id_medewerker"),
        sa.PrimaryKeyConstraint("id", name="pk_voorzitterwissel"),
        sa.UniqueConstraint("overleg_id", "volgnr", name="uq_voorzitterwissel_overleg_id"),
    )


def downgrade() -> None:
    op.drop_table("voorzitterwissel")
    op.drop_table("schorsing")
