"""The plan as a table adopted it, version after version.

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "planversie",
        sa.Column("casus_id", sa.String(length=32), nullable=False),
        sa.Column("besluit_id", sa.String(length=32), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("inhoud", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["besluit_id"], ["besluit.id"], name=op.f("fk_planversie_besluit_id_besluit"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_planversie_casus_id_casus"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_planversie")),
        sa.UniqueConstraint("besluit_id", name=op.f("uq_planversie_besluit_id")),
        sa.UniqueConstraint("casus_id", "nummer", name=op.f("uq_planversie_casus_id")),
    )


def downgrade() -> None:
    op.drop_table("planversie")
