"""Search finds everything that was written about a case: referral, weighing, factors, steps, reasons and what is known
of a person beside the name. What was said without being recorded, or was taken back, is not found; an empty text has
no line.

Self-contained: a migration never imports application code. The triggers that keep lines and index are off meanwhile,
so the index is built again from the lines.
"""

from __future__ import annotations

from alembic import op

revision = "0030"
down_revision = "0028"
branch_labels = None
depends_on = None

_PLAN = "(SELECT casus_id FROM plan_van_aanpak WHERE id = t.plan_id)"
# bron -> (table, case, columns)
_NIEUW = {
    "grondslag": ("casus", "t.id", ("grondslag", "doelbinding")),
    "aanmelding": (
        "aanmelding",
        "t.casus_id",
        ("melder_functie", "melder_telefoon", "melder_email", "spoed_reden", "situatieschets", "incidenten", "ingezet",
         "vastgelopen", "hulpverlening", "casusregisseur", "huisverbod", "justitiele_titel", "veiligheid", "kinderen",
         "gezag", "email", "nationaliteit", "taal", "bijlagen", "criteria_reden"),
    ),
    "bekendheid": ("bekendheid", "t.casus_id", ("reden", "contact", "contact_telefoon", "contact_email")),
    "weging": (
        "weging",
        "t.casus_id",
        ("motivering", "a_reden", "b_reden", "c_reden", "d_reden", "afwijking", "advies", "afwijkende_mening",
         "intrekreden"),
    ),
    "plicht": ("plicht", "t.casus_id", ("tekst", "wijze")),
    "factor": ("factor", "t.casus_id", ("tekst",)),
    "casusmethode": ("casusmethode", "t.casus_id", ("reden",)),
    "casusgebeurtenis": ("casusgebeurtenis", "t.casus_id", ("reden", "toelichting")),
}  # fmt: skip
_BESLUIT = ("tekst", "onderbouwing", "voorwaarden", "afwijkende_mening", "beantwoord_door", "antwoord")
_ACTIE = ("omschrijving", "conditie", "resultaat")
_LANGER = {"besluit": (_BESLUIT, "statusreden"), "actie": (_ACTIE, "informering")}
# The lines that every record had before, with or without words.
_OUD = {
    "casus": ("casus", "t.id", ("nummer", "titel", "aanmelder", "doelgroep_tekst", "aanleiding", "doel",
                                "vraag_aan_tafel", "gezamenlijk_beeld", "zienswijze", "informering")),
    "besluit": ("besluit", "t.casus_id", _BESLUIT),
    "actie": ("actie", "t.casus_id", _ACTIE),
    "inbreng": ("inbreng", "t.casus_id", ("tekst",)),
    "plan_van_aanpak": ("plan_van_aanpak", "t.casus_id",
                        ("hoofddoel", "afschaalcriterium", "signalen", "helpt", "helpt_niet")),
    "plandoel": ("plandoel", _PLAN, ("doel", "meetbaar", "acceptabel", "realistisch", "tijdgebonden")),
    "scenario": ("scenario", _PLAN, ("als", "dan", "wie_belt_wie", "telefoon")),
    "belnummer": ("belnummer", _PLAN, ("wie", "nummer", "bereikbaar")),
    "escalatieafspraak": ("escalatieafspraak", _PLAN, ("wanneer", "naar_wie", "door_wie")),
    "methodenotitie": ("methodenotitie", "t.casus_id", ("tekst",)),
    "agendapunt": ("agendapunt", "t.casus_id", ("notitie",)),
}  # fmt: skip
_REGEL = "INSERT INTO zoekregel (casus_id, bron, bron_id, tekst)"
_BIJ = "trim(b.relatie || ' ' || p.telefoon || ' ' || p.opmerking)"


def _tekst(kolommen: tuple[str, ...]) -> str:
    return " || ' ' || ".join(f"t.{kolom}" for kolom in kolommen)


def _weg(bron: str, welke: str) -> None:
    op.execute(
        f"DELETE FROM zoekregel WHERE bron = '{bron}' AND bron_id IN (SELECT id FROM {bron} WHERE {welke})"
    )


def _herschrijf(bron: str, kolommen: tuple[str, ...]) -> None:
    op.execute(
        f"UPDATE zoekregel SET tekst = (SELECT {_tekst(kolommen)} FROM {bron} AS t WHERE t.id = bron_id)"
        f" WHERE bron = '{bron}'"
    )


def upgrade() -> None:
    for bron, (kolommen, erbij) in _LANGER.items():
        _herschrijf(bron, (*kolommen, erbij))
        _weg(bron, "status = 'teruggenomen'")
    _weg("inbreng", "mondeling")
    op.execute("UPDATE zoekregel SET tekst = trim(tekst) WHERE bron != 'persoon'")
    op.execute("DELETE FROM zoekregel WHERE tekst = ''")
    for bron, (tabel, casus, kolommen) in _NIEUW.items():
        op.execute(
            f"{_REGEL} SELECT {casus}, '{bron}', t.id, trim({_tekst(kolommen)}) FROM {tabel} AS t"
            f" WHERE trim({_tekst(kolommen)}) != '' ORDER BY t.rowid"
        )
    op.execute(
        f"{_REGEL} SELECT b.casus_id, 'betrokkene', b.id, {_BIJ} FROM betrokkene AS b"
        f" JOIN persoon AS p ON p.id = b.persoon_id WHERE {_BIJ} != '' ORDER BY b.rowid"
    )
    op.execute("INSERT INTO zoek (zoek) VALUES ('rebuild')")


def downgrade() -> None:
    bronnen = ", ".join(f"'{bron}'" for bron in (*_NIEUW, "betrokkene"))
    op.execute(f"DELETE FROM zoekregel WHERE bron IN ({bronnen})")
    for bron, (tabel, casus, kolommen) in _OUD.items():
        _herschrijf(bron, kolommen)
        op.execute(
            f"{_REGEL} SELECT {casus}, '{bron}', t.id, {_tekst(kolommen)} FROM {tabel} AS t WHERE {casus} IS NOT NULL"
            f" AND t.id NOT IN (SELECT bron_id FROM zoekregel WHERE bron = '{bron}') ORDER BY t.rowid"
        )
    op.execute("INSERT INTO zoek (zoek) VALUES ('rebuild')")
