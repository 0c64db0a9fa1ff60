"""That the agenda of a meeting was fixed: when, by whom, and as it stood then.

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0047"
down_revision = "0046"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("overleg", sa.Column("vaststelling", sa.JSON(none_as_null=True), nullable=True))


def downgrade() -> None:
    op.execute("ALTER TABLE overleg DROP COLUMN vaststelling")
