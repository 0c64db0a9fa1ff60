"""A statement has a number by which the shared picture cites it, and can name the one that it contradicts.

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("inbreng", sa.Column("nummer", sa.Integer(), nullable=False, server_default=sa.text("0")))
    op.execute(
        "UPDATE inbreng SET nummer = genummerd.n FROM"
        " (SELECT id, row_number() OVER (ORDER BY datum, id) AS n FROM inbreng) AS genummerd"
        " WHERE genummerd.id = inbreng.id"
    )
    op.execute(
        "INSERT INTO nummerreeks (reeks, laatste) SELECT 'inbreng', max(nummer) FROM inbreng HAVING count(*) > 0"
    )
    op.create_index("uq_inbreng_nummer", "inbreng", ["nummer"], unique=True)
    # In the column SQLite can add a constraint; to the table it cannot.
    op.execute(
        "ALTER TABLE inbreng ADD COLUMN weerspreekt_id VARCHAR(32)"
        " CONSTRAINT fk_inbreng_weerspreekt_id_inbreng REFERENCES inbreng (id)"
    )
    op.create_index("ix_inbreng_weerspreekt_id", "inbreng", ["weerspreekt_id"])


def downgrade() -> None:
    op.execute("DELETE FROM nummerreeks WHERE reeks = 'inbreng'")
    op.drop_index("ix_inbreng_weerspreekt_id", table_name="inbreng")
    op.drop_index("uq_inbreng_nummer", table_name="inbreng")
    op.execute("ALTER TABLE inbreng DROP COLUMN weerspreekt_id")
    op.execute("ALTER TABLE inbreng DROP COLUMN nummer")
