"""The vault keeps words of its own that the spelling check takes for right.

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "eigen_woord",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("woord", sa.String(60), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_eigen_woord"),
        sa.UniqueConstraint("woord", name="uq_eigen_woord_woord"),
    )


def downgrade() -> None:
    op.drop_table("eigen_woord")
