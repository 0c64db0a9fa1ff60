"""The crisis card: its signs, what helps, what does not, and who is called in which order.

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_NIEUW = ("signalen", "helpt", "helpt_niet")


def upgrade() -> None:
    for column in _NIEUW:
        op.add_column(
            "plan_van_aanpak", sa.Column(column, sa.Text(), nullable=False, server_default=sa.text("''"))
        )
    op.create_table(
        "belnummer",
        sa.Column("plan_id", sa.String(length=32), nullable=False),
        sa.Column("wie", sa.Text(), nullable=False),
        sa.Column("nummer", sa.Text(), nullable=False),
        sa.Column("bereikbaar", sa.Text(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id"],
            ["plan_van_aanpak.id"],
            name=op.f("fk_belnummer_plan_id_plan_van_aanpak"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_belnummer")),
    )
    op.create_index(op.f("ix_belnummer_plan_id"), "belnummer", ["plan_id"], unique=False)


def downgrade() -> None:
    op.execute(
        "INSERT INTO zoek (zoek, rowid, tekst) SELECT 'delete', id, tekst FROM zoekregel WHERE bron = 'belnummer'"
    )
    op.execute("DELETE FROM zoekregel WHERE bron = 'belnummer'")
    op.drop_index(op.f("ix_belnummer_plan_id"), table_name="belnummer")
    op.drop_table("belnummer")
    for column in reversed(_NIEUW):
        op.execute(f"ALTER TABLE plan_van_aanpak DROP COLUMN {column}")
