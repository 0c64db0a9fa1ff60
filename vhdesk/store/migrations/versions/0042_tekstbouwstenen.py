"""A vault that was set up before there were standard sentences gets them as they shipped then.

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

from alembic import op

revision = "0042"
down_revision = "0038"
branch_labels = None
depends_on = None

_BRON = 'Praktijkkennis; domein.md §2 (wat een uitkomst hoort te noemen)'
# Code, name and sentence of each.
_ZINNEN = [('casemanager',
  'casemanager aangewezen',
  '{casemanager} is casemanager van casus {nummer} en bewaakt het plan van aanpak.'),
 ('verantwoordelijke',
  'verantwoordelijke aangewezen',
  '{verantwoordelijke} is verantwoordelijk voor de uitvoering van het plan van aanpak van casus {nummer}.'),
 ('plan-vastgesteld',
  'plan vastgesteld',
  'De tafel stelt het plan van aanpak van casus {nummer} vast. Evaluatie op {volgende datum}.'),
 ('terug-op-tafel',
  'terug op tafel',
  'Casus {nummer} komt terug op {volgende datum}, of eerder als de casemanager daarom vraagt.'),
 ('afschalen',
  'afschalen naar gemeente',
  'Casus {nummer} gaat terug naar de gemeente {gemeente}. De reden is: '),
 ('opschalen',
  'opschalen',
  'De tafel schaalt casus {nummer} op, omdat de partners de impasse niet zelf kunnen oplossen. De vraag '
  'is: '),
 ('informeren',
  'betrokkene informeren',
  '{casemanager} vertelt {naam} vóór {volgende datum} wat is besproken en afgesproken.'),
 ('niet-informeren', 'betrokkene niet informeren', '{naam} wordt nog niet ingelicht, omdat '),
 ('informatie-opvragen', 'informatie opvragen', 'Informatie opvragen over casus {nummer}. De vraag is: '),
 ('geen-nieuws',
  'geen ontwikkelingen',
  'Er zijn geen nieuwe ontwikkelingen. De afspraken van het vorige overleg blijven staan.'),
 ('onvoldoende-beeld', 'beeld is onvolledig', 'Het beeld is niet volledig: er ontbreekt informatie van ')]


def upgrade() -> None:
    """Add the list to a vault that has lists but not this one; a vault without any is still to be set up."""
    connection = op.get_bind()
    lijsten = {code for (code,) in connection.exec_driver_sql("SELECT code FROM referentielijst")}
    if not lijsten or "tekstbouwstenen" in lijsten:
        return
    nu = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
    connection.exec_driver_sql(
        "INSERT INTO referentielijst (code, naam, bron, versie, gewijzigd_op)"
        " VALUES ('tekstbouwstenen', 'Tekstbouwstenen', ?, 1, ?)",
        (_BRON, nu),
    )
    for volgorde, (code, naam, zin) in enumerate(_ZINNEN, start=1):
        connection.exec_driver_sql(
            "INSERT INTO referentiewaarde (id, lijst_code, code, naam, omschrijving, volgorde, kenmerken, versie_van)"
            " VALUES (?, 'tekstbouwstenen', ?, ?, ?, ?, '{}', 1)",
            (uuid4().hex, code, naam, zin, volgorde),
        )


def downgrade() -> None:
    op.execute("DELETE FROM referentiewaarde WHERE lijst_code = 'tekstbouwstenen'")
    op.execute("DELETE FROM referentielijst WHERE code = 'tekstbouwstenen'")
