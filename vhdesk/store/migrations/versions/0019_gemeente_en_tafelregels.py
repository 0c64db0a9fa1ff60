"""The event that a case got its gemeente; who may refer to a table is a versioned setting of it, as the others are.

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

_WAS = (
    "in triage", "meer informatie", "advies", "niet opgenomen", "opgenomen", "teruggekoppeld", "in Top X",
    "uit Top X", "procesregie", "monitoring", "weer in behandeling", "opgeschaald", "opschaling beantwoord",
    "overgedragen", "geparkeerd", "hervat", "afgeschaald", "nazorg beoordeeld", "afgesloten", "heropend",
    "herbeoordeeld", "verlengd", "te vernietigen", "vernietigd", "teruggenomen", "AVE-fase",
)  # fmt: skip
_WORDT = (*_WAS, "gemeente")
_GEMEENTEN, _PARTNERS = "gemeenten", "partners"


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
    # 'gemeenten' is what is shipped: only another rule is a setting somebody made.
    op.execute(
        "INSERT INTO tafelinstelling (id, tafel_id, sleutel, versie, waarde, gewijzigd_op, actor)"
        " SELECT lower(hex(randomblob(16))), id, 'aanmelders', 1, '\"partners\"', CURRENT_TIMESTAMP, ''"
        " FROM tafel WHERE aanmelders = 'partners'"
    )
    with op.batch_alter_table("tafel") as batch:
        batch.drop_constraint("aanmeldregel", type_="check")
        batch.drop_column("aanmelders")


def downgrade() -> None:
    regel = _enum(_GEMEENTEN, _PARTNERS, name="aanmeldregel")
    with op.batch_alter_table("tafel") as batch:
        batch.add_column(sa.Column("aanmelders", regel, nullable=False, server_default=_GEMEENTEN))
    with op.batch_alter_table("tafel") as batch:
        batch.alter_column("aanmelders", existing_type=regel, server_default=None)
    op.execute(
        "UPDATE tafel SET aanmelders = 'partners' WHERE (SELECT waarde FROM tafelinstelling t WHERE t.tafel_id = tafel.id"
        " AND t.sleutel = 'aanmelders' ORDER BY versie DESC LIMIT 1) = '\"partners\"'"
    )
    op.execute("DELETE FROM tafelinstelling WHERE sleutel IN ('aanmelders', 'aanmeldvelden')")
    op.execute("DELETE FROM casusgebeurtenis WHERE soort = 'gemeente'")
    _gebeurtenissoort(_WORDT, _WAS)
