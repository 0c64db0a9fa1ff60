"""The register of copies of minutes.

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0067"
down_revision = "0066"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "exemplaar",
        sa.Column("overleg_id", sa.String(32), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("organisatie_id", sa.String(32), nullable=True),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("totaal", sa.Integer(), nullable=False),
        sa.Column("herdruk", sa.Integer(), nullable=False),
        sa.Column("niveau", sa.String(40), nullable=False),
        sa.Column("wijze", sa.String(40), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("gemaakt_op", sa.DateTime(), nullable=False),
        sa.Column("actor_id", sa.String(32), nullable=False),
        sa.Column("actor", sa.String(200), nullable=False),
        sa.Column("vervallen", sa.Boolean(), nullable=False),
        sa.Column("teruggehaald_op", sa.DateTime(), nullable=True),
        sa.Column("id", sa.String(32), nullable=False),
        sa.CheckConstraint("nummer BETWEEN 1 AND totaal", name="ck_exemplaar_nummer"),
        sa.CheckConstraint("herdruk = 0 OR length(trim(reden)) > 0", name="ck_exemplaar_reden"),
        sa.CheckConstraint("niveau IN ('0', '1', '2')", name="ck_exemplaar_informatieniveau"),
        sa.CheckConstraint("wijze IN ('afgedrukt', 'opgeslagen', 'verzonden')", name="ck_exemplaar_exemplaarwijze"),
        sa.ForeignKeyConstraint(
            ["overleg_id"], ["overleg.id"], name="fk_exemplaar_overleg_id_overleg", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["organisatie_id"], ["organisatie.id"], name="fk_exemplaar_organisatie_id_organisatie"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_exemplaar"),
    )
    op.create_index("ix_exemplaar_overleg_id", "exemplaar", ["overleg_id", "versie"])


def downgrade() -> None:
    op.drop_index("ix_exemplaar_overleg_id", "exemplaar")
    op.drop_table("exemplaar")
