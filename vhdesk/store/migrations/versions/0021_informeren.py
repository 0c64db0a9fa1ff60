"""Whether the person was told that the case is discussed, on which day; not telling needs its reason.

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("casus", sa.Column("geinformeerd_op", sa.Date(), nullable=True))
    # In the column SQLite can add a constraint; to the table it cannot.
    op.execute(
        "ALTER TABLE casus ADD COLUMN informeerstand VARCHAR(40)"
        " CONSTRAINT informeerstand CHECK (informeerstand IN ('ingelicht', 'niet ingelicht'))"
        " CONSTRAINT ck_casus_informeerreden"
        " CHECK (informeerstand IS NULL OR informeerstand != 'niet ingelicht' OR trim(informering) != '')"
    )


def downgrade() -> None:
    op.execute("ALTER TABLE casus DROP COLUMN informeerstand")
    op.execute("ALTER TABLE casus DROP COLUMN geinformeerd_op")
