"""Triggers: what the database itself keeps, whoever writes to it.

They are idempotent code and not part of a migration, because Alembic's batch mode drops them without a word;
``migrate.py`` drops them before and makes them again after each run.

- The journaal is append-only: no update, no delete, no gap, no line that does not follow the one before it.
- A number that was given out stays: number series only go up, and a besluit, actie, inbreng or casus keeps its number.
- An event in the course of a case is never changed; it goes only with the case. So does the
  letter that was made with it, and a version of the plan that a table adopted.
- The minutes stay as they were when the chair closed the meeting, and so does who opened it again.
- The search lines of a case follow its texts, and the full-text index follows the search lines. A line holds words:
  an empty text has none, nor has what was said 'mondeling, niet vastleggen' or was taken back while recording.
- An active case has its three, each a person of an organisation (``roltriggers.py``).
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from vhdesk.store.roltriggers import ROLTRIGGERS


@dataclass(frozen=True, slots=True)
class _Searched:
    """A table whose texts are searchable: the expression of its case and the columns that count.

    ``condition`` must hold for a record to be found and reads the columns ``reads``; ``bron``: what its lines are
    called, when that is not the table.
    """

    table: str
    casus: str
    columns: tuple[str, ...]
    condition: str = ""
    reads: tuple[str, ...] = ()
    bron: str = ""


_VAN_PLAN = "(SELECT casus_id FROM plan_van_aanpak WHERE id = NEW.plan_id)"
_STAAT = ("NEW.status != 'teruggenomen'", ("status",))
_SEARCHED = (
    _Searched(
        "casus",
        "NEW.id",
        ("nummer", "titel", "aanmelder", "doelgroep_tekst", "aanleiding", "doel", "vraag_aan_tafel",
         "gezamenlijk_beeld", "zienswijze", "informering"),
    ),
    _Searched("casus", "NEW.id", ("grondslag", "doelbinding"), bron="grondslag"),
    _Searched(
        "aanmelding",
        "NEW.casus_id",
        ("melder_functie", "melder_telefoon", "melder_email", "spoed_reden", "situatieschets", "incidenten", "ingezet",
         "vastgelopen", "hulpverlening", "casusregisseur", "huisverbod", "justitiele_titel", "veiligheid", "kinderen",
         "gezag", "email", "nationaliteit", "taal", "bijlagen", "criteria_reden"),
    ),
    _Searched("bijlage", "NEW.casus_id", ("naam",)),
    _Searched("bekendheid", "NEW.casus_id", ("reden", "contact", "contact_telefoon", "contact_email")),
    _Searched("uitvraag", "NEW.casus_id", ("reden",)),
    _Searched(
        "weging",
        "NEW.casus_id",
        ("motivering", "a_reden", "b_reden", "c_reden", "d_reden", "afwijking", "advies", "afwijkende_mening",
         "intrekreden"),
    ),
    _Searched("plicht", "NEW.casus_id", ("tekst", "wijze")),
    _Searched(
        "besluit",
        "NEW.casus_id",
        ("tekst", "onderbouwing", "voorwaarden", "afwijkende_mening", "beantwoord_door", "antwoord", "statusreden"),
        *_STAAT,
    ),
    _Searched("actie", "NEW.casus_id", ("omschrijving", "conditie", "resultaat", "informering"), *_STAAT),
    _Searched("inbreng", "NEW.casus_id", ("tekst",), "NOT NEW.mondeling", ("mondeling",)),
    _Searched("factor", "NEW.casus_id", ("tekst",)),
    _Searched("plan_van_aanpak", "NEW.casus_id", ("hoofddoel", "afschaalcriterium", "signalen", "helpt", "helpt_niet")),
    _Searched("plandoel", _VAN_PLAN, ("doel", "meetbaar", "acceptabel", "realistisch", "tijdgebonden")),
    _Searched("scenario", _VAN_PLAN, ("als", "dan", "wie_belt_wie", "telefoon")),
    _Searched("belnummer", _VAN_PLAN, ("wie", "nummer", "bereikbaar")),
    _Searched("escalatieafspraak", _VAN_PLAN, ("wanneer", "naar_wie", "door_wie")),
    _Searched("casusmethode", "NEW.casus_id", ("reden",)),
    _Searched("methodenotitie", "NEW.casus_id", ("tekst",)),
    _Searched("casusgebeurtenis", "NEW.casus_id", ("reden", "toelichting")),
    _Searched("agendapunt", "NEW.casus_id", ("notitie",), "NEW.casus_id IS NOT NULL", ("casus_id",)),
)  # fmt: skip

_PERSOON = (
    "p.voornamen || ' ' || p.voorletters || ' ' || p.voorvoegsel || ' ' || p.geslachtsnaam || ' ' || p.naam_norm"
    " || ' ' || p.bsn || ' ' || p.kvk || ' ' || p.adres || ' ' || p.postcode || ' ' || p.woonplaats"
)


# What is written about a person in a case, beside the name: a line of its own, so that a name is found before it. Why
# another person turned out to be this one belongs to it, as long as the two are one.
_SAMEN = (
    "coalesce((SELECT group_concat(s.reden, ' ') FROM samenvoeging AS s"
    " WHERE s.blijft_id = p.id AND s.ongedaan_op IS NULL), '')"
)
_BIJ = f"trim(b.relatie || ' ' || p.telefoon || ' ' || p.opmerking || ' ' || {_SAMEN})"
_BIJ_NIEUW = (
    f"INSERT INTO zoekregel (casus_id, bron, bron_id, tekst) SELECT b.casus_id, 'betrokkene', b.id, {_BIJ}"
    f" FROM betrokkene AS b JOIN persoon AS p ON p.id = b.persoon_id WHERE {_BIJ} != ''"
)
_BIJ_WEG = "DELETE FROM zoekregel WHERE bron = 'betrokkene' AND bron_id"


def _bij_persoon(wie: str) -> str:
    """Write the lines of a person anew in every case he is in."""
    return (
        f"{_BIJ_WEG} IN (SELECT id FROM betrokkene WHERE persoon_id = {wie}); {_BIJ_NIEUW} AND p.id = {wie};"
    )


# What a table adopted, word for word; a version of which the decision was taken back while recording is shown nowhere.
_VERSIETEKST = (
    "(SELECT group_concat(j.atom, ' ') FROM json_tree(v.inhoud, '$.tekst') AS j"
    " WHERE j.type = 'text' AND j.atom != '')"
)
_VERSIE = (
    f"INSERT INTO zoekregel (casus_id, bron, bron_id, tekst) SELECT v.casus_id, 'planversie', v.id, {_VERSIETEKST}"
    " FROM planversie AS v JOIN besluit AS b ON b.id = v.besluit_id"
    f" WHERE {_VERSIETEKST} != '' AND b.status != 'teruggenomen' AND b.type_code = 'vaststellen-plan'"
)
_VERSIE_WEG = "DELETE FROM zoekregel WHERE bron = 'planversie' AND bron_id"


def _text(columns: tuple[str, ...]) -> str:
    joined = " || ' ' || ".join(f"NEW.{column}" for column in columns)
    return f"trim({joined})"


def _searched_triggers(source: _Searched) -> dict[str, str]:
    table, text, bron = source.table, _text(source.columns), source.bron or source.table
    found = f"{text} != ''" + (f" AND {source.condition}" if source.condition else "")
    make = (
        "INSERT INTO zoekregel (casus_id, bron, bron_id, tekst)"
        f" SELECT {source.casus}, '{bron}', NEW.id, {text} WHERE {found};"
    )
    take = f"DELETE FROM zoekregel WHERE bron_id = {{}}.id AND bron = '{bron}';"
    counts = ", ".join((*source.columns, *source.reads))
    return {
        f"zoek_{bron}_nieuw": f"AFTER INSERT ON {table} BEGIN {make} END",
        f"zoek_{bron}_gewijzigd": f"AFTER UPDATE OF {counts} ON {table} BEGIN {take.format('OLD')} {make} END",
        f"zoek_{bron}_weg": f"AFTER DELETE ON {table} BEGIN {take.format('OLD')} END",
    }


_FIXED = {
    "journaal_geen_wijziging": "BEFORE UPDATE ON journaal BEGIN SELECT RAISE(ABORT, 'journaal: append-only'); END",
    "journaal_geen_verwijdering": (
        "BEFORE DELETE ON journaal BEGIN SELECT RAISE(ABORT, 'journaal: append-only'); END"
    ),
    "journaal_volgt": (
        "BEFORE INSERT ON journaal WHEN NEW.volgnr != (SELECT coalesce(max(volgnr), 0) + 1 FROM journaal)"
        " OR NEW.vorige_hash != coalesce((SELECT hash FROM journaal WHERE volgnr = NEW.volgnr - 1),"
        " '0000000000000000000000000000000000000000000000000000000000000000')"
        " BEGIN SELECT RAISE(ABORT, 'journaal: chain'); END"
    ),
    "nummerreeks_alleen_omhoog": (
        "BEFORE UPDATE ON nummerreeks WHEN NEW.laatste <= OLD.laatste"
        " BEGIN SELECT RAISE(ABORT, 'nummerreeks: only up'); END"
    ),
    "nummerreeks_blijft": "BEFORE DELETE ON nummerreeks BEGIN SELECT RAISE(ABORT, 'nummerreeks: stays'); END",
    "besluit_nummer_vast": (
        "BEFORE UPDATE OF nummer ON besluit WHEN NEW.nummer != OLD.nummer"
        " BEGIN SELECT RAISE(ABORT, 'besluit: number is fixed'); END"
    ),
    "actie_nummer_vast": (
        "BEFORE UPDATE OF nummer ON actie WHEN NEW.nummer != OLD.nummer"
        " BEGIN SELECT RAISE(ABORT, 'actie: number is fixed'); END"
    ),
    "inbreng_nummer_vast": (
        "BEFORE UPDATE OF nummer ON inbreng WHEN NEW.nummer != OLD.nummer"
        " BEGIN SELECT RAISE(ABORT, 'inbreng: number is fixed'); END"
    ),
    "casus_nummer_vast": (
        "BEFORE UPDATE OF nummer ON casus WHEN NEW.nummer != OLD.nummer"
        " BEGIN SELECT RAISE(ABORT, 'casus: number is fixed'); END"
    ),
    "casusgebeurtenis_vast": (
        "BEFORE UPDATE ON casusgebeurtenis BEGIN SELECT RAISE(ABORT, 'casusgebeurtenis: fixed'); END"
    ),
    "afschaalbrief_vast": (
        "BEFORE UPDATE ON afschaalbrief BEGIN SELECT RAISE(ABORT, 'afschaalbrief: fixed'); END"
    ),
    "bijlage_vast": "BEFORE UPDATE ON bijlage BEGIN SELECT RAISE(ABORT, 'bijlage: fixed'); END",
    "planversie_vast": "BEFORE UPDATE ON planversie BEGIN SELECT RAISE(ABORT, 'planversie: fixed'); END",
    "planversie_blijft": (
        "BEFORE DELETE ON planversie WHEN EXISTS (SELECT 1 FROM casus WHERE id = OLD.casus_id)"
        " AND EXISTS (SELECT 1 FROM besluit WHERE id = OLD.besluit_id AND type_code = 'vaststellen-plan')"
        " BEGIN SELECT RAISE(ABORT, 'planversie: fixed'); END"
    ),
    "niveaubepaling_vast": (
        "BEFORE UPDATE ON niveaubepaling BEGIN SELECT RAISE(ABORT, 'niveaubepaling: fixed'); END"
    ),
    "heropening_vast": ("BEFORE UPDATE ON heropening BEGIN SELECT RAISE(ABORT, 'heropening: fixed'); END"),
    "verslagstand_vast": (
        "BEFORE UPDATE ON verslagstand BEGIN SELECT RAISE(ABORT, 'verslagstand: fixed'); END"
    ),
    "verslagstand_blijft": (
        "BEFORE DELETE ON verslagstand WHEN EXISTS (SELECT 1 FROM overleg WHERE id = OLD.overleg_id)"
        " BEGIN SELECT RAISE(ABORT, 'verslagstand: fixed'); END"
    ),
    "zoek_betrokkene_nieuw": (
        "AFTER INSERT ON betrokkene BEGIN INSERT INTO zoekregel (casus_id, bron, bron_id, tekst)"
        f" SELECT NEW.casus_id, 'persoon', NEW.id, {_PERSOON} FROM persoon p WHERE p.id = NEW.persoon_id; END"
    ),
    "zoek_betrokkene_gewijzigd": (
        "AFTER UPDATE OF persoon_id ON betrokkene BEGIN UPDATE zoekregel SET tekst ="
        f" (SELECT {_PERSOON} FROM persoon p WHERE p.id = NEW.persoon_id)"
        " WHERE bron = 'persoon' AND bron_id = NEW.id; END"
    ),
    "zoek_betrokkene_weg": (
        "AFTER DELETE ON betrokkene BEGIN DELETE FROM zoekregel WHERE bron_id = OLD.id AND bron = 'persoon'; END"
    ),
    "zoek_persoon_gewijzigd": (
        "AFTER UPDATE ON persoon BEGIN UPDATE zoekregel SET tekst ="
        f" (SELECT {_PERSOON} FROM persoon p WHERE p.id = NEW.id)"
        " WHERE bron = 'persoon' AND bron_id IN (SELECT id FROM betrokkene WHERE persoon_id = NEW.id); END"
    ),
    "zoek_bij_nieuw": f"AFTER INSERT ON betrokkene BEGIN {_BIJ_NIEUW} AND b.id = NEW.id; END",
    "zoek_bij_gewijzigd": (
        "AFTER UPDATE OF persoon_id, relatie ON betrokkene"
        f" BEGIN {_BIJ_WEG} = NEW.id; {_BIJ_NIEUW} AND b.id = NEW.id; END"
    ),
    "zoek_bij_persoon": (
        f"AFTER UPDATE OF telefoon, opmerking ON persoon BEGIN {_bij_persoon('NEW.id')} END"
    ),
    "zoek_samenvoeging_nieuw": f"AFTER INSERT ON samenvoeging BEGIN {_bij_persoon('NEW.blijft_id')} END",
    "zoek_samenvoeging_gewijzigd": (
        f"AFTER UPDATE OF ongedaan_op ON samenvoeging BEGIN {_bij_persoon('NEW.blijft_id')} END"
    ),
    "zoek_samenvoeging_weg": f"AFTER DELETE ON samenvoeging BEGIN {_bij_persoon('OLD.blijft_id')} END",
    "zoek_planversie_nieuw": f"AFTER INSERT ON planversie BEGIN {_VERSIE} AND v.id = NEW.id; END",
    "zoek_planversie_weg": f"AFTER DELETE ON planversie BEGIN {_VERSIE_WEG} = OLD.id; END",
    "zoek_planversie_besluit": (
        "AFTER UPDATE OF status, type_code ON besluit WHEN EXISTS (SELECT 1 FROM planversie WHERE besluit_id = NEW.id)"
        f" BEGIN {_VERSIE_WEG} IN (SELECT id FROM planversie WHERE besluit_id = NEW.id);"
        f" {_VERSIE} AND v.besluit_id = NEW.id; END"
    ),
    "zoek_bij_weg": f"AFTER DELETE ON betrokkene BEGIN {_BIJ_WEG} = OLD.id; END",
    "zoekregel_nieuw": (
        "AFTER INSERT ON zoekregel BEGIN INSERT INTO zoek (rowid, tekst) VALUES (NEW.id, NEW.tekst); END"
    ),
    "zoekregel_weg": (
        "AFTER DELETE ON zoekregel BEGIN"
        " INSERT INTO zoek (zoek, rowid, tekst) VALUES ('delete', OLD.id, OLD.tekst); END"
    ),
    "zoekregel_gewijzigd": (
        "AFTER UPDATE OF tekst ON zoekregel BEGIN"
        " INSERT INTO zoek (zoek, rowid, tekst) VALUES ('delete', OLD.id, OLD.tekst);"
        " INSERT INTO zoek (rowid, tekst) VALUES (NEW.id, NEW.tekst); END"
    ),
}


def trigger_statements() -> dict[str, str]:
    """Return name -> body of every trigger, in a fixed order."""
    statements = _FIXED | ROLTRIGGERS
    for source in _SEARCHED:
        statements.update(_searched_triggers(source))
    return statements


def drop_triggers(connection: Connection) -> None:
    """Drop all our triggers; a missing one is no error."""
    for name in trigger_statements():
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")


def create_triggers(connection: Connection) -> None:
    """Create all our triggers. Call inside the transaction of the migration."""
    for name, body in trigger_statements().items():
        connection.exec_driver_sql(f"CREATE TRIGGER IF NOT EXISTS {name} {body}")
