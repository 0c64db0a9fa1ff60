"""That a meeting was held on paper and entered afterwards.

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0043"
down_revision = "0042"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("overleg", sa.Column("van_papier", sa.Boolean(), nullable=False, server_default=sa.text("0")))


def downgrade() -> None:
    op.execute("ALTER TABLE overleg DROP COLUMN van_papier")
