"""The method of a case with its history, and what was written down because the method asks for it. A vault that was
set up before there were methods gets their list as it shipped then.

Self-contained: a migration never imports application code.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0015"
branch_labels = None
depends_on = None

_SOORTEN = ("kennis", "risico", "voorwaarden")
_BRON = (
    "Jaarplan 2015 Veiligheidshuis Twente (Code Rood, JOR, 10 in Twente, veelplegers, woonoverlast); Jaarplan 2017"
    " Veiligheidshuis NOG (verwarde personen, uittreedoptie jeugdprostitutie, PGA, ex-gedetineerden); memo pilot JOR"
    " Twente; tienintwente.nl; raamwerk PGA Oost-Brabant. Termijnen, schalen en onderdelen zijn voorstellen uit de"
    " praktijk: vervang ze door die van uw tafel."
)
# Code, name, description and properties of each method.
_METHODEN: list[list[Any]] = [['code-rood', 'Code Rood',
  'Acuut levensbedreigend huiselijk geweld. Iedereen mag melden, de casus gaat meteen naar de agenda en de '
  'gemeente hoort het zo snel mogelijk. Elke week op tafel, met een eigen risico-instrument.',
  {'doelgroepen': ['code-rood'],
   'elke_dagen': 7,
   'quorum': [{'naam': 'Politie', 'organisaties': ['politie']},
              {'naam': 'Veilig Thuis', 'organisaties': ['veilig-thuis-twente', 'veilig-thuis-nog']},
              {'naam': 'Reclassering', 'organisaties': ['reclassering-nederland']},
              {'naam': 'GGZ', 'organisaties': ['mediant-ggz', 'dimence', 'ggnet', 'ggz-centraal']}],
   'risico': {'naam': 'Risico-instrument Code Rood',
              'onderdelen': ['dreigt te doden', 'verwurging of wapen gebruikt', 'geweld neemt toe',
                             'stalking of dwingende controle', 'scheiding kort geleden of op komst',
                             'kan bij een wapen', 'dreigt met zelfdoding', 'kinderen in huis'],
              'schaal': ['nee', 'onbekend', 'ja'],
              'dagen': 7}}],
 ['jor', 'JOR',
  'Justitieel Overleg Risicojeugd. Elke week; OM, Raad voor de Kinderbescherming, politie en jeugdreclassering '
  'zijn er altijd bij.',
  {'doelgroepen': ['risicojeugd'],
   'elke_dagen': 7,
   'leeftijd_vanaf': 12,
   'leeftijd_tot': 23,
   'quorum': [{'naam': 'OM', 'organisaties': ['openbaar-ministerie']},
              {'naam': 'RvdK', 'organisaties': ['raad-voor-de-kinderbescherming']},
              {'naam': 'Politie', 'organisaties': ['politie']},
              {'naam': 'Jeugdreclassering',
               'organisaties': ['jeugdreclassering', 'jeugdbescherming-overijssel',
                                'jeugdbescherming-gelderland']}]}],
 ['10-in-twente', '10 in Twente',
  'Partners delen dag en nacht wat zij nu weten. De casusregie ligt bij de GGZ; wie dienst heeft, vindt alles '
  'op de crisiskaart.',
  {'doelgroepen': ['verward-gedrag'],
   'elke_dagen': 28,
   'casusregie': {'naam': 'GGZ', 'organisaties': ['mediant-ggz', 'dimence', 'ggnet', 'ggz-centraal']},
   'crisiskaart': True,
   'kennis_dagen': 14}],
 ['woonoverlast', 'Woonoverlast',
  'Van waarschuwing tot maatregel, met de corporatie, het wijkteam en de politie samen.',
  {'doelgroepen': ['woonoverlast', 'overlastgever'],
   'elke_dagen': 42,
   'quorum': [{'naam': 'Politie', 'organisaties': ['politie']},
              {'naam': 'Wijkteam', 'organisaties': ['wijkteam', 'wijkteams-enschede']}],
   'voorwaarden': {'naam': 'Stappen bij woonoverlast',
                   'onderdelen': ['met betrokkene gesproken', 'buurtbemiddeling aangeboden',
                                  'schriftelijk gewaarschuwd', 'dossier van de overlast op orde',
                                  'maatregel besproken met de burgemeester'],
                   'schaal': ['nog niet', 'loopt', 'gedaan', 'niet nodig'],
                   'voldaan': ['gedaan', 'niet nodig']}}],
 ['veelplegers', 'Veelplegers',
  'Zeer actieve veelplegers: straf en zorg wisselen elkaar af zonder gat. Elke vier weken, met politie, OM en '
  'reclassering.',
  {'doelgroepen': ['veelpleger'],
   'elke_dagen': 28,
   'quorum': [{'naam': 'Politie', 'organisaties': ['politie']},
              {'naam': 'OM', 'organisaties': ['openbaar-ministerie']},
              {'naam': 'Reclassering', 'organisaties': ['reclassering-nederland']}],
   'afschaalcriterium': True}],
 ['ex-gedetineerden', 'Ex-gedetineerden',
  'Nazorg na detentie. De vijf basisvoorwaarden zijn geregeld voor de dag van vrijlating.',
  {'doelgroepen': ['ex-gedetineerde'],
   'elke_dagen': 42,
   'voorwaarden': {'naam': 'Vijf basisvoorwaarden',
                   'onderdelen': ['identiteitsbewijs', 'onderdak', 'inkomen', 'schulden', 'zorg'],
                   'schaal': ['niet geregeld', 'loopt', 'geregeld'],
                   'voldaan': ['geregeld']}}],
 ['verwarde-personen', 'Verwarde personen',
  'Sluitende aanpak van personen met verward gedrag, vaak als hulp in de uitvoering.',
  {'doelgroepen': ['verward-gedrag'], 'elke_dagen': 42, 'crisiskaart': True, 'kennis_dagen': 28}],
 ['uittreedoptie-jeugdprostitutie', 'Uittreedoptie jeugdprostitutie',
  'Ketenaanpak tot 23 jaar; 23 jaar en ouder is in onderzoek. De gegevens krijgen extra bescherming: alleen '
  'wie in deze casus helpt, mag de inhoud kennen.',
  {'doelgroepen': ['jeugdprostitutie'],
   'elke_dagen': 28,
   'leeftijd_vanaf': 12,
   'leeftijd_tot': 22,
   'mag_weten': [{'naam': 'Veiligheidshuis',
                  'organisaties': ['zorg-en-veiligheidshuis-twente', 'veiligheidshuis-nog']},
                 {'naam': 'Politie', 'organisaties': ['politie']},
                 {'naam': 'OM', 'organisaties': ['openbaar-ministerie']},
                 {'naam': 'RvdK', 'organisaties': ['raad-voor-de-kinderbescherming']},
                 {'naam': 'Veilig Thuis', 'organisaties': ['veilig-thuis-twente', 'veilig-thuis-nog']},
                 {'naam': 'Jeugdbescherming',
                  'organisaties': ['jeugdbescherming-overijssel', 'jeugdbescherming-gelderland']}]}],
 ['pga', 'PGA',
  'Persoonsgerichte aanpak: selecteren, prioriteren, plan maken en uitvoeren, volgen en beëindigen. Wie erin '
  'komt, voldoet aan de plaatsingscriteria, en er staat vanaf de eerste dag wanneer iemand eruit kan.',
  {'elke_dagen': 28,
   'voorwaarden': {'naam': 'Plaatsingscriteria',
                   'onderdelen': ['problemen op meer leefgebieden', 'reguliere aanpak hielp niet',
                                  'partners leveren inzet'],
                   'schaal': ['nee', 'ja'],
                   'voldaan': ['ja']},
   'afschaalcriterium': True}],
 ['radicalisering', 'Radicalisering',
  'De persoonsgerichte aanpak radicalisering, alleen aan de casustafel met dat regime. Kernpartijen zijn '
  'gemeente, politie en OM; er is vanaf de eerste dag een criterium om te stoppen.',
  {'doelgroepen': ['radicalisering'],
   'regime': 'PGA radicalisering',
   'elke_dagen': 28,
   'quorum': [{'naam': 'Politie', 'organisaties': ['politie']},
              {'naam': 'OM', 'organisaties': ['openbaar-ministerie']}],
   'afschaalcriterium': True}]]


def upgrade() -> None:
    op.create_table(
        "casusmethode",
        sa.Column("casus_id", sa.String(length=32), nullable=False),
        sa.Column("methode_code", sa.String(length=60), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("van", sa.DateTime(), nullable=False),
        sa.Column("tot", sa.DateTime(), nullable=True),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.CheckConstraint("tot IS NULL OR tot >= van", name=op.f("ck_casusmethode_periode")),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_casusmethode_casus_id_casus"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_casusmethode")),
    )
    op.create_index(op.f("ix_casusmethode_casus_id"), "casusmethode", ["casus_id"], unique=False)
    op.create_index(
        "uq_casusmethode_huidig", "casusmethode", ["casus_id"], unique=True, sqlite_where=sa.text("tot IS NULL")
    )  # fmt: skip
    op.create_table(
        "methodenotitie",
        sa.Column("casus_id", sa.String(length=32), nullable=False),
        sa.Column("methode_code", sa.String(length=60), nullable=False),
        sa.Column(
            "soort",
            sa.Enum(*_SOORTEN, name="methodenotitiesoort", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("scores", sa.JSON(), nullable=False),
        sa.Column("tijdstip", sa.DateTime(), nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=False),
        sa.Column("actor", sa.String(length=200), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_methodenotitie_casus_id_casus"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_methodenotitie")),
    )
    op.create_index("ix_methodenotitie_laatste", "methodenotitie", ["casus_id", "soort", "tijdstip"])
    _lijst()


def _lijst() -> None:
    """Add the list to a vault that has lists but not this one; a vault without any is still to be set up."""
    connection = op.get_bind()
    lijsten = {code for (code,) in connection.exec_driver_sql("SELECT code FROM referentielijst")}
    if not lijsten or "methoden" in lijsten:
        return
    nu = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
    connection.exec_driver_sql(
        "INSERT INTO referentielijst (code, naam, bron, versie, gewijzigd_op) VALUES ('methoden', 'Methoden', ?, 1, ?)",
        (_BRON, nu),
    )
    for volgorde, (code, naam, omschrijving, kenmerken) in enumerate(_METHODEN, start=1):
        connection.exec_driver_sql(
            "INSERT INTO referentiewaarde (id, lijst_code, code, naam, omschrijving, volgorde, kenmerken, versie_van)"
            " VALUES (?, 'methoden', ?, ?, ?, ?, ?, 1)",
            (uuid4().hex, code, naam, omschrijving, volgorde, json.dumps(kenmerken)),
        )


def downgrade() -> None:
    op.execute(
        "INSERT INTO zoek (zoek, rowid, tekst) SELECT 'delete', id, tekst FROM zoekregel WHERE bron = 'methodenotitie'"
    )
    op.execute("DELETE FROM zoekregel WHERE bron = 'methodenotitie'")
    op.drop_index("ix_methodenotitie_laatste", table_name="methodenotitie")
    op.drop_table("methodenotitie")
    op.drop_index("uq_casusmethode_huidig", table_name="casusmethode")
    op.drop_index(op.f("ix_casusmethode_casus_id"), table_name="casusmethode")
    op.drop_table("casusmethode")
