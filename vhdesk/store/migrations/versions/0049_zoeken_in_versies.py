"""Search finds why a partner gave nothing, why two persons were made one, and every version of a plan that a table adopted.

Self-contained: a migration never imports application code. The triggers that keep lines and index are off meanwhile,
so the index is built again from the lines.
"""

from __future__ import annotations

from alembic import op

revision = "0049"
down_revision = "0047"
branch_labels = None
depends_on = None

_REGEL = "INSERT INTO zoekregel (casus_id, bron, bron_id, tekst)"
_KORT = "trim(b.relatie || ' ' || p.telefoon || ' ' || p.opmerking)"
_SAMEN = (
    "coalesce((SELECT group_concat(s.reden, ' ') FROM samenvoeging AS s"
    " WHERE s.blijft_id = p.id AND s.ongedaan_op IS NULL), '')"
)
_LANG = f"trim(b.relatie || ' ' || p.telefoon || ' ' || p.opmerking || ' ' || {_SAMEN})"
_VERSIE = (
    "(SELECT group_concat(j.atom, ' ') FROM json_tree(v.inhoud, '$.tekst') AS j"
    " WHERE j.type = 'text' AND j.atom != '')"
)


def _bij(tekst: str) -> None:
    """Write the lines of the persons in whom another went up anew."""
    wie = "SELECT blijft_id FROM samenvoeging WHERE ongedaan_op IS NULL"
    op.execute(
        "DELETE FROM zoekregel WHERE bron = 'betrokkene'"
        f" AND bron_id IN (SELECT id FROM betrokkene WHERE persoon_id IN ({wie}))"
    )
    op.execute(
        f"{_REGEL} SELECT b.casus_id, 'betrokkene', b.id, {tekst} FROM betrokkene AS b"
        f" JOIN persoon AS p ON p.id = b.persoon_id WHERE p.id IN ({wie}) AND {tekst} != '' ORDER BY b.rowid"
    )


def upgrade() -> None:
    _bij(_LANG)
    op.execute(
        f"{_REGEL} SELECT casus_id, 'uitvraag', id, trim(reden) FROM uitvraag WHERE trim(reden) != '' ORDER BY rowid"
    )
    op.execute(
        f"{_REGEL} SELECT v.casus_id, 'planversie', v.id, {_VERSIE} FROM planversie AS v"
        f" JOIN besluit AS b ON b.id = v.besluit_id WHERE {_VERSIE} != ''"
        " AND b.status != 'teruggenomen' AND b.type_code = 'vaststellen-plan' ORDER BY v.rowid"
    )
    op.execute("INSERT INTO zoek (zoek) VALUES ('rebuild')")


def downgrade() -> None:
    op.execute("DELETE FROM zoekregel WHERE bron IN ('uitvraag', 'planversie')")
    _bij(_KORT)
    op.execute("INSERT INTO zoek (zoek) VALUES ('rebuild')")
