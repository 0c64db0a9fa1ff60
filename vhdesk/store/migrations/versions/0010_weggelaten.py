"""How many rows of a delivered list the user left out.

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("inlezing", sa.Column("weggelaten", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    op.drop_column("inlezing", "weggelaten")
