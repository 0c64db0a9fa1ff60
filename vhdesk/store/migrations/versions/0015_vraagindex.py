"""An index over the decisions that wait for the answer of another body: the start page asks for them every time.

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(
        "ix_besluit_gevraagd", "besluit", ["antwoord_voor", "casus_id", "status"],
        sqlite_where=sa.text("vraagstand = 'gevraagd'"),
    )  # fmt: skip


def downgrade() -> None:
    op.drop_index("ix_besluit_gevraagd", table_name="besluit")
