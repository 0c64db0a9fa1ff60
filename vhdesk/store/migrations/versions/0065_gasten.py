"""Observers, the person concerned and who represents him or her at a meeting, each for named items only.

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0065"
down_revision = "0061"
branch_labels = None
depends_on = None

_SOORTEN = ("deelnemer", "toehoorder", "betrokkene", "vertegenwoordiger")


def upgrade() -> None:
    soort = sa.Enum(*_SOORTEN, name="deelnemersoort", native_enum=False, create_constraint=True, length=40)
    with op.batch_alter_table("deelnemer") as batch:
        batch.alter_column("medewerker_id", existing_type=sa.String(length=32), nullable=True)
        batch.add_column(sa.Column("soort", soort, nullable=False, server_default=sa.text("'deelnemer'")))
        batch.add_column(sa.Column("naam", sa.String(200), nullable=False, server_default=sa.text("''")))
        batch.add_column(sa.Column("casus_id", sa.String(32), nullable=True))
        batch.create_foreign_key(
            "fk_deelnemer_casus_id_casus", "casus", ["casus_id"], ["id"], ondelete="CASCADE"
        )
        batch.create_check_constraint("medewerker", "(soort = 'deelnemer') = (medewerker_id IS NOT NULL)")
        batch.create_check_constraint("naam", "(soort = 'toehoorder') = (length(trim(naam)) > 0)")
        batch.create_check_constraint(
            "casus", "(soort IN ('betrokkene', 'vertegenwoordiger')) = (casus_id IS NOT NULL)"
        )
    op.create_index("ix_deelnemer_casus_id", "deelnemer", ["casus_id"])
    op.create_table(
        "punttoegang",
        sa.Column("deelnemer_id", sa.String(32), nullable=False),
        sa.Column("agendapunt_id", sa.String(32), nullable=False),
        sa.Column("id", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(
            ["deelnemer_id"], ["deelnemer.id"], name="fk_punttoegang_deelnemer_id_deelnemer", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["agendapunt_id"], ["agendapunt.id"], name="fk_punttoegang_agendapunt_id_agendapunt", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_punttoegang"),
        sa.UniqueConstraint("deelnemer_id", "agendapunt_id", name="uq_punttoegang_deelnemer_id"),
    )
    op.create_index("ix_punttoegang_agendapunt_id", "punttoegang", ["agendapunt_id"])


def downgrade() -> None:
    op.drop_table("punttoegang")
    op.drop_index("ix_deelnemer_casus_id", table_name="deelnemer")
    # What an older version does not know goes: who is no member of the table.
    op.execute("DELETE FROM zaalverlating WHERE deelnemer_id IN (SELECT id FROM deelnemer WHERE medewerker_id IS NULL)")
    op.execute("DELETE FROM deelnemer WHERE medewerker_id IS NULL")
    with op.batch_alter_table("deelnemer") as batch:
        for check in ("casus", "naam", "medewerker", "deelnemersoort"):
            batch.drop_constraint(check, type_="check")
        batch.drop_constraint("fk_deelnemer_casus_id_casus", type_="foreignkey")
        for column in ("casus_id", "naam", "soort"):
            batch.drop_column(column)
        batch.alter_column("medewerker_id", existing_type=sa.String(length=32), nullable=False)
