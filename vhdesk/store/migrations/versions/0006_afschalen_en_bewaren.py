"""Up, down and out: the letter of afschalen, the phases of AVE, the term of keeping and destruction.

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_WAS = (
    "in triage", "meer informatie", "advies", "niet opgenomen", "opgenomen", "teruggekoppeld", "in Top X",
    "uit Top X", "procesregie", "monitoring", "weer in behandeling", "opgeschaald", "opschaling beantwoord",
    "overgedragen", "geparkeerd", "hervat", "afgeschaald", "nazorg beoordeeld", "afgesloten", "heropend",
    "herbeoordeeld", "verlengd", "te vernietigen", "vernietigd", "teruggenomen",
)  # fmt: skip
_WORDT = (*_WAS, "AVE-fase")
_REGIME = ("WGS", "PGA radicalisering")
_AVEROL = ("casusregie", "procesregie", "operationeel", "bestuurlijk")


def _enum(*values: str, name: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=40)


def _gebeurtenissoort(was: tuple[str, ...], wordt: tuple[str, ...]) -> None:
    with op.batch_alter_table("casusgebeurtenis") as batch:
        batch.alter_column(
            "soort",
            existing_type=_enum(*was, name="gebeurtenissoort"),
            type_=_enum(*wordt, name="gebeurtenissoort"),
            existing_nullable=False,
        )


def upgrade() -> None:
    _gebeurtenissoort(_WAS, _WORDT)
    op.drop_index(op.f("ix_casusgebeurtenis_soort"), table_name="casusgebeurtenis")
    op.create_index(
        "ix_casusgebeurtenis_stand",
        "casusgebeurtenis",
        ["soort", "casus_id", "tijdstip", "datum", "betreft_id"],
        unique=False,
    )
    op.create_index(
        "ix_casus_termijn", "casus", ["aangemeld_op", "status", "tafel_id", "id"], unique=False
    )
    op.create_table(
        "afschaalbrief",
        sa.Column("gebeurtenis_id", sa.String(length=32), nullable=False),
        sa.Column("inhoud", sa.Text(), nullable=False),
        sa.Column("gemaakt_op", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["gebeurtenis_id"],
            ["casusgebeurtenis.id"],
            name=op.f("fk_afschaalbrief_gebeurtenis_id_casusgebeurtenis"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("gebeurtenis_id", name=op.f("pk_afschaalbrief")),
    )
    op.create_table(
        "averolhouder",
        sa.Column("gebeurtenis_id", sa.String(length=32), nullable=False),
        sa.Column("rol", _enum(*_AVEROL, name="averol"), nullable=False),
        sa.Column("organisatie_id", sa.String(length=32), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["gebeurtenis_id"],
            ["casusgebeurtenis.id"],
            name=op.f("fk_averolhouder_gebeurtenis_id_casusgebeurtenis"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisatie_id"], ["organisatie.id"], name=op.f("fk_averolhouder_organisatie_id_organisatie")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_averolhouder")),
        sa.UniqueConstraint("gebeurtenis_id", "rol", name=op.f("uq_averolhouder_gebeurtenis_id")),
    )
    op.create_table(
        "bewaarregel",
        sa.Column("regime", _enum(*_REGIME, name="tafelregime"), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("jaren", sa.Integer(), nullable=False),
        sa.Column("vanaf", _enum("eerste verwerking", "afsluiting", name="bewaarstart"), nullable=False),
        sa.Column("herbeoordeling_maanden", sa.Integer(), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(), nullable=False),
        sa.Column("actor", sa.String(length=200), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.CheckConstraint("jaren BETWEEN 1 AND 30", name=op.f("ck_bewaarregel_jaren")),
        sa.CheckConstraint(
            "herbeoordeling_maanden BETWEEN 1 AND 120", name=op.f("ck_bewaarregel_herbeoordeling")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bewaarregel")),
        sa.UniqueConstraint("regime", "versie", name=op.f("uq_bewaarregel_regime")),
    )
    op.create_table(
        "tafelinstelling",
        sa.Column("tafel_id", sa.String(length=32), nullable=False),
        sa.Column("sleutel", sa.String(length=60), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("waarde", sa.JSON(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(), nullable=False),
        sa.Column("actor", sa.String(length=200), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["tafel_id"], ["tafel.id"], name=op.f("fk_tafelinstelling_tafel_id_tafel"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tafelinstelling")),
        sa.UniqueConstraint("tafel_id", "sleutel", "versie", name=op.f("uq_tafelinstelling_tafel_id")),
    )
    op.create_table(
        "vernietiging",
        sa.Column("casus_id", sa.String(length=32), nullable=False),
        sa.Column("casusnummer", sa.String(length=40), nullable=False),
        sa.Column("regime", sa.String(length=60), nullable=False),
        sa.Column("grond", sa.Text(), nullable=False),
        sa.Column("aantallen", sa.JSON(), nullable=False),
        sa.Column("kopieen", sa.JSON(), nullable=False),
        sa.Column("begonnen_op", sa.DateTime(), nullable=False),
        sa.Column("klaar_op", sa.DateTime(), nullable=True),
        sa.Column("actor", sa.String(length=200), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vernietiging")),
    )


def downgrade() -> None:
    for table in ("vernietiging", "tafelinstelling", "bewaarregel", "averolhouder", "afschaalbrief"):
        op.drop_table(table)
    op.drop_index("ix_casus_termijn", table_name="casus")
    op.drop_index("ix_casusgebeurtenis_stand", table_name="casusgebeurtenis")
    op.create_index(op.f("ix_casusgebeurtenis_soort"), "casusgebeurtenis", ["soort"], unique=False)
    op.execute("DELETE FROM casusgebeurtenis WHERE soort = 'AVE-fase'")
    _gebeurtenissoort(_WORDT, _WAS)
