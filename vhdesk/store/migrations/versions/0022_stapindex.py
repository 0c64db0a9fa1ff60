"""Indexes for what the start page asks every time: the plans to evaluate, the plans with a main goal, the letters that
went out.

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(
        "ix_plan_evaluatie", "plan_van_aanpak", ["evaluatiedatum", "casus_id"],
        sqlite_where=sa.text("evaluatiedatum IS NOT NULL"),
    )  # fmt: skip
    op.create_index(
        "ix_plan_met_doel", "plan_van_aanpak", ["casus_id"], sqlite_where=sa.text("trim(hoofddoel) != ''")
    )
    op.create_index(
        "ix_journaal_brief", "journaal", ["object_id", "resultaat"],
        sqlite_where=sa.text("actie IN ('afschaalbrief afdrukken', 'afschaalbrief opslaan als PDF')"),
    )  # fmt: skip


def downgrade() -> None:
    op.drop_index("ix_journaal_brief", table_name="journaal")
    op.drop_index("ix_plan_met_doel", table_name="plan_van_aanpak")
    op.drop_index("ix_plan_evaluatie", table_name="plan_van_aanpak")
