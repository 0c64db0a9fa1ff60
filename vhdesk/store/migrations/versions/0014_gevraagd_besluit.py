"""A decision that a table asks of another body: before when an answer is expected, and the answer.

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_DATUMS = ("antwoord_voor", "beantwoord_op")
_TEKSTEN = ("beantwoord_door", "antwoord")


def upgrade() -> None:
    for column in _DATUMS:
        op.add_column("besluit", sa.Column(column, sa.Date(), nullable=True))
    for column in _TEKSTEN:
        op.add_column("besluit", sa.Column(column, sa.Text(), nullable=False, server_default=sa.text("''")))
    # In the column SQLite can add a constraint; to the table it cannot.
    op.execute(
        "ALTER TABLE besluit ADD COLUMN vraagstand VARCHAR(40)"
        " CONSTRAINT vraagstand CHECK (vraagstand IN ('gevraagd', 'genomen', 'afgewezen'))"
        " CONSTRAINT ck_besluit_antwoord_voor CHECK (vraagstand IS NULL OR antwoord_voor IS NOT NULL)"
    )


def downgrade() -> None:
    op.execute("ALTER TABLE besluit DROP COLUMN vraagstand")
    for column in (*_TEKSTEN, *_DATUMS):
        op.execute(f"ALTER TABLE besluit DROP COLUMN {column}")
