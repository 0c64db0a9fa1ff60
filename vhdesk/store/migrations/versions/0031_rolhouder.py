"""Who has a role now, in narrow indexes: the start page finds the roles of people and organisations that left.

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


_INDEXEN = (("ix_casusroltoewijzing_persoon", "medewerker_id"), ("ix_casusroltoewijzing_houder", "organisatie_id"))


def upgrade() -> None:
    for naam, kolom in _INDEXEN:
        op.create_index(
            naam, "casusroltoewijzing", [kolom, "casus_id"], sqlite_where=sa.text("tot IS NULL")
        )


def downgrade() -> None:
    for naam, _ in _INDEXEN:
        op.drop_index(naam, table_name="casusroltoewijzing")
