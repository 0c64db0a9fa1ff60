"""Which organisation signed which version of the convenant.

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0046"
down_revision = "0044"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "convenant",
        sa.Column("organisatie_id", sa.String(32), nullable=False),
        sa.Column("versie", sa.String(40), nullable=False),
        sa.Column("ondertekenaar", sa.String(200), nullable=False),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=True),
        sa.Column("id", sa.String(32), nullable=False),
        sa.CheckConstraint("tot IS NULL OR tot >= van", name="ck_convenant_tot"),
        sa.ForeignKeyConstraint(
            ["organisatie_id"], ["organisatie.id"], name="fk_convenant_organisatie_id_organisatie"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_convenant"),
        sa.UniqueConstraint("organisatie_id", "versie", name="uq_convenant_organisatie_id"),
    )


def downgrade() -> None:
    op.drop_table("convenant")
