"""A decision without a party that had to be there stands under reserve until it is confirmed; from when until when a
participant was there, for whom he or she came, and what an absent one sent in.

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0044"
down_revision = "0043"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for column in ("voorbehoud", "bekrachtigd_door"):
        op.add_column("besluit", sa.Column(column, sa.Text(), nullable=False, server_default=sa.text("''")))
    op.add_column("besluit", sa.Column("bekrachtigd_op", sa.Date(), nullable=True))
    for moment in ("vanaf", "tot"):
        op.add_column("deelnemer", sa.Column(moment, sa.DateTime(), nullable=True))
    op.add_column("deelnemer", sa.Column("informatie_op", sa.Date(), nullable=True))
    op.execute(
        "ALTER TABLE deelnemer ADD COLUMN vervangt_id VARCHAR(32)"
        " CONSTRAINT fk_deelnemer_vervangt_id_medewerker REFERENCES medewerker (id)"
    )


def downgrade() -> None:
    with op.batch_alter_table("deelnemer") as batch:  # a later step may have made its foreign key one of the table
        batch.drop_column("vervangt_id")
    for column in ("informatie_op", "tot", "vanaf"):
        op.execute(f"ALTER TABLE deelnemer DROP COLUMN {column}")
    for column in ("bekrachtigd_op", "bekrachtigd_door", "voorbehoud"):
        op.execute(f"ALTER TABLE besluit DROP COLUMN {column}")
