"""On what a case is shared: the purpose, the organisation that brought it in, and where each of them came from.

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("casus", sa.Column("doelbinding", sa.Text(), nullable=False, server_default=sa.text("''")))
    op.add_column(
        "casus", sa.Column("grondslag_herkomst", sa.JSON(), nullable=False, server_default=sa.text("'{}'"))
    )
    # In the column SQLite can add a constraint; to the table it cannot.
    op.execute(
        "ALTER TABLE casus ADD COLUMN aanbrenger_id VARCHAR(32)"
        " CONSTRAINT fk_casus_aanbrenger_id_organisatie REFERENCES organisatie (id)"
    )


def downgrade() -> None:
    for column in ("aanbrenger_id", "grondslag_herkomst", "doelbinding"):
        op.execute(f"ALTER TABLE casus DROP COLUMN {column}")
