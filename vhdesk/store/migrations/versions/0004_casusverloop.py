"""The course of a case: the statuses advies, te vernietigen and vernietigd, and the events.

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_WAS = (
    "aangemeld", "in triage", "in behandeling", "monitoring", "nazorg", "geparkeerd", "niet opgenomen", "afgesloten",
)  # fmt: skip
_WORDT = (
    "aangemeld", "in triage", "advies", "niet opgenomen", "in behandeling", "monitoring", "nazorg", "geparkeerd",
    "afgesloten", "te vernietigen", "vernietigd",
)  # fmt: skip
_SOORT = (
    "in triage", "meer informatie", "advies", "niet opgenomen", "opgenomen", "teruggekoppeld", "in Top X",
    "uit Top X", "procesregie", "monitoring", "weer in behandeling", "opgeschaald", "opschaling beantwoord",
    "overgedragen", "geparkeerd", "hervat", "afgeschaald", "nazorg beoordeeld", "afgesloten", "heropend",
    "herbeoordeeld", "verlengd", "te vernietigen", "vernietigd", "teruggenomen",
)  # fmt: skip


def _enum(*values: str, name: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=40)


def _casusstatus(was: tuple[str, ...], wordt: tuple[str, ...]) -> None:
    """Rebuild the table of cases with another list of statuses; rows, indexes and other checks stay."""
    with op.batch_alter_table("casus") as batch:
        batch.alter_column(
            "status",
            existing_type=_enum(*was, name="casusstatus"),
            type_=_enum(*wordt, name="casusstatus"),
            existing_nullable=False,
        )


def upgrade() -> None:
    _casusstatus(_WAS, _WORDT)
    op.create_table(
        "casusgebeurtenis",
        sa.Column("casus_id", sa.String(length=32), nullable=False),
        sa.Column("volgnr", sa.Integer(), nullable=False),
        sa.Column("soort", _enum(*_SOORT, name="gebeurtenissoort"), nullable=False),
        sa.Column("van", _enum(*_WORDT, name="casusstatus"), nullable=True),
        sa.Column("naar", _enum(*_WORDT, name="casusstatus"), nullable=True),
        sa.Column("reden_code", sa.String(length=60), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("toelichting", sa.Text(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=True),
        sa.Column("fase", sa.Integer(), nullable=True),
        sa.Column("van_tafel_id", sa.String(length=32), nullable=True),
        sa.Column("naar_tafel_id", sa.String(length=32), nullable=True),
        sa.Column("organisatie_id", sa.String(length=32), nullable=True),
        sa.Column("betreft_id", sa.String(length=32), nullable=True),
        sa.Column("tijdstip", sa.DateTime(), nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=False),
        sa.Column("actor", sa.String(length=200), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.CheckConstraint("fase IS NULL OR fase BETWEEN 1 AND 4", name=op.f("ck_casusgebeurtenis_fase")),
        sa.CheckConstraint("(van IS NULL) = (naar IS NULL)", name=op.f("ck_casusgebeurtenis_stap")),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_casusgebeurtenis_casus_id_casus"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["van_tafel_id"], ["tafel.id"], name=op.f("fk_casusgebeurtenis_van_tafel_id_tafel")
        ),
        sa.ForeignKeyConstraint(
            ["naar_tafel_id"], ["tafel.id"], name=op.f("fk_casusgebeurtenis_naar_tafel_id_tafel")
        ),
        sa.ForeignKeyConstraint(
            ["organisatie_id"],
            ["organisatie.id"],
            name=op.f("fk_casusgebeurtenis_organisatie_id_organisatie"),
        ),
        sa.ForeignKeyConstraint(
            ["betreft_id"],
            ["casusgebeurtenis.id"],
            name=op.f("fk_casusgebeurtenis_betreft_id_casusgebeurtenis"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_casusgebeurtenis")),
        sa.UniqueConstraint("casus_id", "volgnr", name=op.f("uq_casusgebeurtenis_casus_id")),
    )
    op.create_index(op.f("ix_casusgebeurtenis_soort"), "casusgebeurtenis", ["soort"], unique=False)
    op.create_index(op.f("ix_casusgebeurtenis_tijdstip"), "casusgebeurtenis", ["tijdstip"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_casusgebeurtenis_tijdstip"), table_name="casusgebeurtenis")
    op.drop_index(op.f("ix_casusgebeurtenis_soort"), table_name="casusgebeurtenis")
    op.drop_table("casusgebeurtenis")
    # What the older list does not know goes back to the status it is nearest to.
    op.execute("UPDATE casus SET status = 'niet opgenomen' WHERE status = 'advies'")
    op.execute("UPDATE casus SET status = 'afgesloten' WHERE status IN ('te vernietigen', 'vernietigd')")
    _casusstatus(_WORDT, _WAS)
