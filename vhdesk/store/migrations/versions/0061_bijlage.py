"""Attachments of a case, inside the store.

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0061"
down_revision = "0056"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "bijlage",
        sa.Column("casus_id", sa.String(length=32), nullable=False),
        sa.Column("naam", sa.String(length=140), nullable=False),
        sa.Column("soort", sa.String(length=120), nullable=False),
        sa.Column("grootte", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("toegevoegd_op", sa.DateTime(), nullable=False),
        sa.Column("actor", sa.String(length=200), nullable=False),
        sa.Column("inhoud", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "grootte > 0 AND grootte = length(inhoud)", name=op.f("ck_bijlage_grootte")
        ),
        sa.CheckConstraint("length(trim(naam)) > 0", name=op.f("ck_bijlage_naam")),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_bijlage_casus_id_casus"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bijlage")),
        sa.UniqueConstraint("casus_id", "sha256", name=op.f("uq_bijlage_casus_id")),
    )


def downgrade() -> None:
    op.execute("DELETE FROM zoekregel WHERE bron = 'bijlage'")
    op.drop_table("bijlage")
    op.execute("INSERT INTO zoek (zoek) VALUES ('rebuild')")
