"""Who decided how much an organisation may know of a case, and why; and addresses that are secret.

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0066"
down_revision = "0065"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "niveaubepaling",
        sa.Column("casus_id", sa.String(32), nullable=False),
        sa.Column("organisatie_id", sa.String(32), nullable=False),
        sa.Column("niveau", sa.String(40), nullable=True),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("tijdstip", sa.DateTime(), nullable=False),
        sa.Column("actor_id", sa.String(32), nullable=False),
        sa.Column("actor", sa.String(200), nullable=False),
        sa.Column("id", sa.String(32), nullable=False),
        sa.CheckConstraint("niveau IN ('0', '1', '2')", name="ck_niveaubepaling_informatieniveau"),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name="fk_niveaubepaling_casus_id_casus", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["organisatie_id"], ["organisatie.id"], name="fk_niveaubepaling_organisatie_id_organisatie"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_niveaubepaling"),
    )
    op.create_index(
        "ix_niveaubepaling_casus_id", "niveaubepaling", ["casus_id", "organisatie_id", "tijdstip"]
    )
    op.add_column("persoon", sa.Column("adres_geheim", sa.Boolean(), nullable=False, server_default=sa.text("0")))


def downgrade() -> None:
    op.execute("ALTER TABLE persoon DROP COLUMN adres_geheim")
    op.drop_index("ix_niveaubepaling_casus_id", "niveaubepaling")
    op.drop_table("niveaubepaling")
