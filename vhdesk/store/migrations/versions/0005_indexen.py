"""Indexes that hold what the lists ask, so that no row with its long texts is read to choose, to count or to order.

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

# index -> table, columns before, columns after; none: there is no such index then.
_INDEXES = {
    # "Without a date" is most of the closed cases: the planner took this index and read them all.
    "ix_casus_volgende_datum": ("casus", ["volgende_datum"], []),
    "ix_casus_tafel_id": ("casus", ["tafel_id"], ["tafel_id", "id"]),
    "ix_agendapunt_overleg_id": ("agendapunt", ["overleg_id"], ["overleg_id", "soort", "status", "minuten"]),
    "ix_actie_casus_id": ("actie", ["casus_id", "status"], ["casus_id", "status", "termijn"]),
    "ix_actie_status": (
        "actie",
        ["status", "termijn"],
        ["status", "termijn", "nummer", "casus_id", "overleg_id", "ontstaan_op", "id"],
    ),
    "ix_actie_afgehandeld_op": ("actie", [], ["afgehandeld_op"]),
}


def upgrade() -> None:
    for name, (table, before, after) in _INDEXES.items():
        _replace(name, table, before, after)
    op.create_index(
        "ix_overleg_te_houden", "overleg", ["datum", "begintijd"], sqlite_where=sa.text("status != 'gesloten'")
    )


def downgrade() -> None:
    op.drop_index("ix_overleg_te_houden", table_name="overleg")
    for name, (table, before, after) in _INDEXES.items():
        _replace(name, table, after, before)


def _replace(name: str, table: str, old: list[str], new: list[str]) -> None:
    if old:
        op.drop_index(name, table_name=table)
    if new:
        op.create_index(name, table, new)
