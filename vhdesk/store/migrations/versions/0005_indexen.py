"""Indexes that hold what the lists ask, so that no row with its long texts is read to count or to order.

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # "Without a date" is most of the closed cases: the planner took this index and read them all.
    op.drop_index("ix_casus_volgende_datum", table_name="casus")
    op.drop_index("ix_agendapunt_overleg_id", table_name="agendapunt")
    op.create_index("ix_agendapunt_overleg_id", "agendapunt", ["overleg_id", "soort", "status", "minuten"])
    op.create_index("ix_overleg_status", "overleg", ["status", "datum", "begintijd"])


def downgrade() -> None:
    op.drop_index("ix_overleg_status", table_name="overleg")
    op.drop_index("ix_agendapunt_overleg_id", table_name="agendapunt")
    op.create_index("ix_agendapunt_overleg_id", "agendapunt", ["overleg_id"])
    op.create_index("ix_casus_volgende_datum", "casus", ["volgende_datum"])
