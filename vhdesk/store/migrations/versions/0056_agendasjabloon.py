"""Items of the agenda that a table adds itself, with a title; and whether an item stands in the closed part.

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0056"
down_revision = "0055"
branch_labels = None
depends_on = None

_WAS = ("opening", "vorig verslag", "casus", "rondvraag", "sluiting")
_WORDT = (
    "opening", "mededelingen", "verslag", "vorig verslag", "acties", "casus", "vrij", "rondvraag", "sluiting",
)  # fmt: skip


def _soort(waarden: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*waarden, name="agendasoort", native_enum=False, create_constraint=True, length=40)


def upgrade() -> None:
    with op.batch_alter_table("agendapunt") as batch:
        batch.alter_column("soort", existing_type=_soort(_WAS), type_=_soort(_WORDT), existing_nullable=False)
        batch.add_column(sa.Column("titel", sa.String(120), nullable=False, server_default=sa.text("''")))
        batch.add_column(
            sa.Column("besloten", sa.Boolean(create_constraint=False), nullable=False, server_default=sa.text("0"))
        )
        batch.create_check_constraint("titel", "soort != 'vrij' OR length(trim(titel)) > 0")


def downgrade() -> None:
    # What an older version does not know goes: an item without a case of a kind of its own.
    op.execute("DELETE FROM agendapunt WHERE soort IN ('mededelingen', 'verslag', 'acties', 'vrij')")
    with op.batch_alter_table("agendapunt") as batch:
        batch.drop_constraint("titel", type_="check")
        batch.drop_column("besloten")
        batch.drop_column("titel")
        batch.alter_column("soort", existing_type=_soort(_WORDT), type_=_soort(_WAS), existing_nullable=False)
