"""What partners are asked before a meeting, and who confirmed the secrecy of it.

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "uitvraag",
        sa.Column("overleg_id", sa.String(32), nullable=False),
        sa.Column("casus_id", sa.String(32), nullable=False),
        sa.Column("organisatie_id", sa.String(32), nullable=False),
        sa.Column("stand", sa.String(40), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("gevraagd_op", sa.Date(), nullable=False),
        sa.Column("antwoord_op", sa.Date(), nullable=True),
        sa.Column("herinnerd_op", sa.DateTime(), nullable=True),
        sa.Column("id", sa.String(32), nullable=False),
        sa.CheckConstraint("(stand = 'gevraagd') = (antwoord_op IS NULL)", name="ck_uitvraag_antwoord"),
        sa.CheckConstraint("stand != 'geweigerd' OR length(trim(reden)) > 0", name="ck_uitvraag_reden"),
        sa.CheckConstraint(
            "stand IN ('gevraagd', 'ontvangen', 'niets bekend', 'geweigerd')", name="ck_uitvraag_uitvraagstand"
        ),
        sa.ForeignKeyConstraint(
            ["overleg_id"], ["overleg.id"], name="fk_uitvraag_overleg_id_overleg", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name="fk_uitvraag_casus_id_casus", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["organisatie_id"], ["organisatie.id"], name="fk_uitvraag_organisatie_id_organisatie"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_uitvraag"),
        sa.UniqueConstraint("overleg_id", "casus_id", "organisatie_id", name="uq_uitvraag_overleg_id"),
    )
    op.create_index("ix_uitvraag_casus_id", "uitvraag", ["casus_id"])
    op.add_column("deelnemer", sa.Column("geheimhouding_op", sa.DateTime(), nullable=True))


def downgrade() -> None:
    op.execute("ALTER TABLE deelnemer DROP COLUMN geheimhouding_op")
    op.drop_index("ix_uitvraag_casus_id", "uitvraag")
    op.drop_table("uitvraag")
