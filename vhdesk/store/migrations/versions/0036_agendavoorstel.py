"""Indexes for what an agenda proposes: the weighings that stand, Code Rood, and the requested decisions with an answer.

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(
        "ix_weging_geldt", "weging", ["uitkomst", "gewogen_op", "casus_id", "ingetrokken_op"],
        sqlite_where=sa.text("ingetrokken_op IS NULL"),
    )  # fmt: skip
    op.create_index("ix_aanmelding_rood", "aanmelding", ["casus_id"], sqlite_where=sa.text("code_rood = 1"))
    op.create_index(
        "ix_besluit_beantwoord", "besluit", ["beantwoord_op", "casus_id", "status"],
        sqlite_where=sa.text("beantwoord_op IS NOT NULL"),
    )  # fmt: skip


def downgrade() -> None:
    op.drop_index("ix_besluit_beantwoord", table_name="besluit")
    op.drop_index("ix_aanmelding_rood", table_name="aanmelding")
    op.drop_index("ix_weging_geldt", table_name="weging")
