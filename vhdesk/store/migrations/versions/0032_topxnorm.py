"""The norm of the Top X becomes a setting in versions, of the house and of a table; the choice after Code Rood is a
duty; and the gemeente, which directs it, belongs to those who must be there in radicalisering.

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

_WAS = ("gemeente informeren", "terugkoppeling")
_WORDT = (*_WAS, "top x keuze")
_GEMEENTEN = (
    "almelo borne dinkelland enschede haaksbergen hellendoorn hengelo hof-van-twente losser oldenzaal "
    "rijssen-holten tubbergen twenterand wierden aalten apeldoorn berkelland bronckhorst brummen "
    "doetinchem elburg epe ermelo harderwijk hattem heerde lochem montferland nunspeet oldebroek "
    "oost-gelre oude-ijsselstreek putten voorst winterswijk zutphen"
)
_KERN = [
    {"naam": "Politie", "organisaties": ["politie"]},
    {"naam": "OM", "organisaties": ["openbaar-ministerie"]},
]


def _soort(waarden: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*waarden, name="plichtsoort", native_enum=False, create_constraint=True, length=40)


def _plichtsoort(was: tuple[str, ...], wordt: tuple[str, ...]) -> None:
    with op.batch_alter_table("plicht") as batch:
        batch.alter_column(
            "soort", existing_type=_soort(was), type_=_soort(wordt), existing_nullable=False
        )


def _tafel(*, leeg: bool) -> None:
    with op.batch_alter_table("tafelinstelling") as batch:
        batch.alter_column("tafel_id", existing_type=sa.String(length=32), nullable=leeg)


def _quorum(was: list[dict[str, Any]] | None, wordt: list[dict[str, Any]] | None) -> None:
    """Change who must be there for the method radicalisering, where nobody changed that; None: with the municipalities
    of this vault before the two that were shipped."""
    verbinding = op.get_bind()
    gevonden = verbinding.execute(
        sa.text("SELECT code FROM organisatie WHERE code LIKE 'gemeente-%' ORDER BY code")
    ).scalars()
    codes = list(gevonden) or [f"gemeente-{naam}" for naam in _GEMEENTEN.split()]
    met = [{"naam": "Gemeente", "organisaties": codes}, *_KERN]
    rijen = verbinding.execute(
        sa.text("SELECT id, kenmerken FROM referentiewaarde WHERE lijst_code = 'methoden' AND code = 'radicalisering'")
    ).all()
    for rij in rijen:
        kenmerken = json.loads(rij.kenmerken) if rij.kenmerken else {}
        if kenmerken.get("quorum") == (was or met):
            kenmerken["quorum"] = wordt or met
            verbinding.execute(
                sa.text("UPDATE referentiewaarde SET kenmerken = :nieuw WHERE id = :id"),
                {"nieuw": json.dumps(kenmerken), "id": rij.id},
            )


def upgrade() -> None:
    _quorum(_KERN, None)
    _plichtsoort(_WAS, _WORDT)
    _tafel(leeg=True)
    op.create_index(
        "uq_tafelinstelling_huis",
        "tafelinstelling",
        ["sleutel", "versie"],
        unique=True,
        sqlite_where=sa.text("tafel_id IS NULL"),
    )
    op.execute(
        "INSERT INTO tafelinstelling (id, tafel_id, sleutel, versie, waarde, gewijzigd_op, actor)"
        " SELECT lower(hex(randomblob(16))), NULL, 'top_x_norm', 1, CAST(CAST(waarde AS INTEGER) AS TEXT),"
        " CURRENT_TIMESTAMP, '' FROM kluis_meta WHERE sleutel = 'topx_norm' AND CAST(waarde AS INTEGER) > 0"
    )
    op.execute("DELETE FROM kluis_meta WHERE sleutel = 'topx_norm'")


def downgrade() -> None:
    _quorum(None, _KERN)
    # One norm for the vault again: the newest of the house; a table can no longer have its own.
    op.execute(
        "INSERT INTO kluis_meta (sleutel, waarde) SELECT 'topx_norm', CAST(waarde AS TEXT) FROM tafelinstelling"
        " WHERE tafel_id IS NULL AND sleutel = 'top_x_norm' ORDER BY versie DESC LIMIT 1"
    )
    op.execute(
        "DELETE FROM tafelinstelling WHERE tafel_id IS NULL"
        " OR sleutel IN ('top_x_norm', 'terugkoppeling_dagen', 'detentie_maanden')"
    )
    op.drop_index("uq_tafelinstelling_huis", table_name="tafelinstelling")
    _tafel(leeg=False)
    op.execute("DELETE FROM plicht WHERE soort = 'top x keuze'")
    _plichtsoort(_WORDT, _WAS)
