"""Who has a role next: a role of a case that is led ends by going over to somebody.

Rows of before stay as they are: one that names an organisation alone counts as open until somebody is named, and what
ended before has no successor.

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0068"
down_revision = "0067"
branch_labels = None
depends_on = None

_TABEL = "casusroltoewijzing"


def upgrade() -> None:
    with op.batch_alter_table(_TABEL) as batch:
        batch.add_column(sa.Column("opvolger_id", sa.String(length=32), nullable=True))
        batch.create_foreign_key(
            op.f("fk_casusroltoewijzing_opvolger_id_casusroltoewijzing"),
            _TABEL,
            ["opvolger_id"],
            ["id"],
            deferrable=True,
            initially="DEFERRED",
        )
        batch.create_check_constraint(
            op.f("ck_casusroltoewijzing_opvolger"), "opvolger_id IS NULL OR tot IS NOT NULL"
        )
    op.create_index(
        "ix_casusroltoewijzing_opvolger", _TABEL, ["opvolger_id"], sqlite_where=sa.text("opvolger_id IS NOT NULL")
    )


def downgrade() -> None:
    op.drop_index("ix_casusroltoewijzing_opvolger", table_name=_TABEL)
    with op.batch_alter_table(_TABEL) as batch:
        batch.drop_constraint(op.f("ck_casusroltoewijzing_opvolger"), type_="check")
        batch.drop_constraint(op.f("fk_casusroltoewijzing_opvolger_id_casusroltoewijzing"), type_="foreignkey")
        batch.drop_column("opvolger_id")
