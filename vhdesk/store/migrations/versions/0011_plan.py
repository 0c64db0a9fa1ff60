"""The plan whole: SMART goals, numbers that are answered day and night, agreements on escalation; and it can be searched.

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_NIEUW = (
    ("plandoel", "acceptabel"),
    ("plandoel", "realistisch"),
    ("plandoel", "tijdgebonden"),
    ("scenario", "telefoon"),
)
_BRONNEN = "('plan_van_aanpak', 'plandoel', 'scenario')"


def upgrade() -> None:
    for table, column in _NIEUW:
        op.add_column(table, sa.Column(column, sa.Text(), nullable=False, server_default=sa.text("''")))
    op.create_table(
        "escalatieafspraak",
        sa.Column("plan_id", sa.String(length=32), nullable=False),
        sa.Column("wanneer", sa.Text(), nullable=False),
        sa.Column("naar_wie", sa.Text(), nullable=False),
        sa.Column("door_wie", sa.Text(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id"],
            ["plan_van_aanpak.id"],
            name=op.f("fk_escalatieafspraak_plan_id_plan_van_aanpak"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_escalatieafspraak")),
    )
    op.create_index(op.f("ix_escalatieafspraak_plan_id"), "escalatieafspraak", ["plan_id"], unique=False)
    op.execute(
        "INSERT INTO zoekregel (casus_id, bron, bron_id, tekst)"
        " SELECT casus_id, 'plan_van_aanpak', id, hoofddoel || ' ' || afschaalcriterium FROM plan_van_aanpak"
    )
    op.execute(
        "INSERT INTO zoekregel (casus_id, bron, bron_id, tekst)"
        " SELECT p.casus_id, 'plandoel', d.id, d.doel || ' ' || d.meetbaar || '   '"
        " FROM plandoel AS d JOIN plan_van_aanpak AS p ON p.id = d.plan_id"
    )
    op.execute(
        "INSERT INTO zoekregel (casus_id, bron, bron_id, tekst)"
        " SELECT p.casus_id, 'scenario', s.id, s.als || ' ' || s.dan || ' ' || s.wie_belt_wie || ' '"
        " FROM scenario AS s JOIN plan_van_aanpak AS p ON p.id = s.plan_id"
    )
    # The triggers that keep the full-text index are off during a migration.
    op.execute(
        f"INSERT INTO zoek (rowid, tekst) SELECT id, tekst FROM zoekregel WHERE bron IN {_BRONNEN}"
    )


def downgrade() -> None:
    bronnen = f"{_BRONNEN[:-1]}, 'escalatieafspraak')"
    op.execute(
        f"INSERT INTO zoek (zoek, rowid, tekst) SELECT 'delete', id, tekst FROM zoekregel WHERE bron IN {bronnen}"
    )
    op.execute(f"DELETE FROM zoekregel WHERE bron IN {bronnen}")
    op.drop_index(op.f("ix_escalatieafspraak_plan_id"), table_name="escalatieafspraak")
    op.drop_table("escalatieafspraak")
    for table, column in reversed(_NIEUW):
        op.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
