"""Which criteria of the Top X the referrer sees, and why.

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("aanmelding", sa.Column("criteria", sa.JSON(), nullable=False, server_default=sa.text("'[]'")))
    op.add_column(
        "aanmelding", sa.Column("criteria_reden", sa.Text(), nullable=False, server_default=sa.text("''"))
    )


def downgrade() -> None:
    op.execute("ALTER TABLE aanmelding DROP COLUMN criteria_reden")
    op.execute("ALTER TABLE aanmelding DROP COLUMN criteria")
