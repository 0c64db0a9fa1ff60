"""What stands in a vault, as raw rows; and what must hold in it whatever was done."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from vhdesk.models import Base
from vhdesk.services.journaal_controle import controleer

Row = dict[str, Any]

# Not part of the record that an act changes and undo restores.
BESIDE = frozenset({"journaal", "nummerreeks", "kluis_meta", "casusgebeurtenis", "niveaubepaling"})
# What doing an act again makes anew: a value of a list is a new row in its history.
NEW_AGAIN: Mapping[str, frozenset[str]] = {
    "referentiewaarde": frozenset({"id"}),
    "referentielijst": frozenset({"gewijzigd_op"}),
}


@dataclass(frozen=True, slots=True)
class Beeld:
    """Every row of every table, oldest first."""

    tables: Mapping[str, Sequence[Row]]

    def __getitem__(self, table: str) -> Sequence[Row]:
        return self.tables[table]

    def ids(self, table: str) -> list[str]:
        return [row["id"] for row in self.tables[table]]


def neem_beeld(session: Session) -> Beeld:
    """Read the whole vault, but for the journaal: that one is counted and verified apart."""
    tables: dict[str, Sequence[Row]] = {}
    for table in Base.metadata.sorted_tables:
        if table.name == "journaal":
            continue
        found = session.connection().exec_driver_sql(f"SELECT * FROM {table.name} ORDER BY rowid")
        names = tuple(found.keys())
        tables[table.name] = [dict(zip(names, row, strict=True)) for row in found]
    return Beeld(tables)


def aantal_regels(session: Session) -> int:
    """Return how many lines the journaal has."""
    return int(session.execute(text("SELECT count(*) FROM journaal")).scalar_one())


def vergelijkbaar(beeld: Beeld, *, opnieuw: bool = False) -> dict[str, Counter[tuple[Any, ...]]]:
    """Return what undo restores exactly: without versions, and without what was taken back while recording, which
    stays in its table with its number, as does the version of a plan that it adopted. ``opnieuw``: what doing again restores."""
    weg = {
        row["id"] for table in ("besluit", "actie") for row in beeld[table] if row["status"] == "teruggenomen"
    }
    kept: dict[str, Counter[tuple[Any, ...]]] = {}
    for table, rows in beeld.tables.items():
        if table in BESIDE:
            continue
        skip = {"version"} | (NEW_AGAIN.get(table, frozenset()) if opnieuw else frozenset())
        if table == "zoekregel":
            skip.add("id")
        kept[table] = Counter(
            tuple(value for name, value in row.items() if name not in skip)
            for row in rows
            if not weg & {row.get("id"), row.get("bron_id"), row.get("besluit_id")}
            and not row.get("ongedaan_op")
        )
    return kept


def verschil(was: Mapping[str, Counter[Any]], wordt: Mapping[str, Counter[Any]]) -> dict[str, Any]:
    """Return per table what is gone and what is new, for a message that says something."""
    return {
        table: {"weg": list(was[table] - wordt[table]), "nieuw": list(wordt[table] - was[table])}
        for table in was
        if was[table] != wordt[table]
    }


def controleer_regels(beeld: Beeld) -> None:
    """Assert what the profession promises of one case and one meeting."""
    huidig = Counter((r["casus_id"], r["rol"]) for r in beeld["casusroltoewijzing"] if r["tot"] is None)
    assert not [wie for wie, aantal in huidig.items() if aantal > 1], "two people in one role"
    methoden = Counter(row["casus_id"] for row in beeld["casusmethode"] if row["tot"] is None)
    assert not [casus for casus, aantal in methoden.items() if aantal > 1], "two methods at once"
    plannen = Counter(row["casus_id"] for row in beeld["plan_van_aanpak"])
    assert not [casus for casus, aantal in plannen.items() if aantal > 1], "two plans"
    hoofden = Counter(r["casus_id"] for r in beeld["betrokkene"] if r["rol"] == "hoofdbetrokkene")
    assert hoofden == Counter(beeld.ids("casus")), "a case without its one hoofdbetrokkene"
    aanwezig = {row["persoon_id"] for row in beeld["betrokkene"]}
    opgegaan = {row["id"] for row in beeld["persoon"] if row["samengevoegd_in_id"]}
    assert not aanwezig & opgegaan, "a person who went up in another still stands in a case"
    assert aanwezig | opgegaan == set(beeld.ids("persoon")), "a person is kept of whom no case needs the data"
    for actie in beeld["actie"]:
        open_ = actie["status"] in ("open", "teruggenomen")
        assert open_ == (actie["afgehandeld_op"] is None), (
            "an outcome without its day, or the other way round"
        )
    bekend = {(r["casus_id"], r["organisatie_id"]) for r in beeld["bekendheid"] if r["stand"] == "bekend"}
    inbreng = {(r["casus_id"], r["organisatie_id"]) for r in beeld["inbreng"]}
    assert inbreng <= bekend, "content of an organisation that did not say it knows the person"
    nieuw = {r["id"] for r in beeld["overleg"] if r["status"] != "gesloten" and not r["eerst_gesloten_op"]}
    geagendeerd = {r["casus_id"] for r in beeld["agendapunt"] if r["overleg_id"] in nieuw and r["casus_id"]}
    compleet = {r["id"] for r in beeld["casus"] if r["grondslag"] and r["doelbinding"] and r["aanbrenger_id"]}
    assert geagendeerd <= compleet, "a case on an agenda of which nobody knows on what it is shared"
    for overleg_id in beeld.ids("overleg"):
        _controleer_agenda([row for row in beeld["agendapunt"] if row["overleg_id"] == overleg_id])


def _controleer_agenda(punten: Sequence[Row]) -> None:
    op_volgorde = sorted(punten, key=lambda row: row["volgorde"])
    assert [row["volgorde"] for row in op_volgorde] == list(range(len(punten))), "a gap in the agenda"
    assert op_volgorde[0]["soort"] == "opening"
    casussen = [row["casus_id"] for row in punten if row["casus_id"]]
    assert len(casussen) == len(set(casussen)), "a case twice on one agenda"
    assert sum(row["status"] == "bezig" for row in punten) <= len(punten)


_ZOEK = {
    "casus": ("id", ("nummer", "titel", "aanmelder", "doelgroep_tekst", "aanleiding", "doel", "vraag_aan_tafel",
                     "gezamenlijk_beeld", "zienswijze", "informering")),
    "aanmelding": ("casus_id", ("melder_functie", "melder_telefoon", "melder_email", "spoed_reden", "situatieschets",
                                "incidenten", "ingezet", "vastgelopen", "hulpverlening", "casusregisseur",
                                "huisverbod", "justitiele_titel", "veiligheid", "kinderen", "gezag", "email",
                                "nationaliteit", "taal", "bijlagen", "criteria_reden")),
    "bijlage": ("casus_id", ("naam",)),
    "uitvraag": ("casus_id", ("reden",)),
    "bekendheid": ("casus_id", ("reden", "contact", "contact_telefoon", "contact_email")),
    "weging": ("casus_id", ("motivering", "a_reden", "b_reden", "c_reden", "d_reden", "afwijking", "advies",
                            "afwijkende_mening", "intrekreden")),
    "plicht": ("casus_id", ("tekst", "wijze")),
    "besluit": ("casus_id", ("tekst", "onderbouwing", "voorwaarden", "afwijkende_mening", "beantwoord_door", "antwoord",
                             "statusreden")),
    "actie": ("casus_id", ("omschrijving", "conditie", "resultaat", "informering")),
    "inbreng": ("casus_id", ("tekst",)),
    "factor": ("casus_id", ("tekst",)),
    "plan_van_aanpak": ("casus_id", ("hoofddoel", "afschaalcriterium", "signalen", "helpt", "helpt_niet")),
    "casusmethode": ("casus_id", ("reden",)),
    "methodenotitie": ("casus_id", ("tekst",)),
    "casusgebeurtenis": ("casus_id", ("reden", "toelichting")),
    "agendapunt": ("casus_id", ("notitie",)),
}  # fmt: skip
_ZOEK_PLAN = {
    "plandoel": ("doel", "meetbaar", "acceptabel", "realistisch", "tijdgebonden"),
    "scenario": ("als", "dan", "wie_belt_wie", "telefoon"),
    "belnummer": ("wie", "nummer", "bereikbaar"),
    "escalatieafspraak": ("wanneer", "naar_wie", "door_wie"),
}
_PERSOON = (
    "voornamen", "voorletters", "voorvoegsel", "geslachtsnaam", "naam_norm", "bsn", "kvk", "adres", "postcode", "woonplaats",
)  # fmt: skip


def _verzwegen(row: Row) -> bool:
    """Whether a record is not to be found: taken back while recording, or said without being recorded."""
    return row.get("status") == "teruggenomen" or bool(row.get("mondeling"))


def _teksten(waarde: Any) -> Iterator[str]:
    """Yield every text in what JSON holds, in its order."""
    if isinstance(waarde, str) and waarde:
        yield waarde
    elif isinstance(waarde, dict | list):
        for deel in waarde.values() if isinstance(waarde, dict) else waarde:
            yield from _teksten(deel)


def controleer_zoeken(beeld: Beeld) -> None:
    """Assert that what can be found is what is written: one search line per text of a case, and no other."""
    verwacht = {
        (row[casus], table, row["id"], " ".join(row[column] for column in columns).strip(" "))
        for table, (casus, columns) in _ZOEK.items()
        for row in beeld[table]
        if row[casus] is not None and not _verzwegen(row)
    }
    verwacht |= {
        (row["id"], "grondslag", row["id"], f"{row['grondslag']} {row['doelbinding']}".strip(" "))
        for row in beeld["casus"]
    }
    plannen = {row["id"]: row["casus_id"] for row in beeld["plan_van_aanpak"]}
    verwacht |= {
        (plannen[row["plan_id"]], table, row["id"], " ".join(row[column] for column in columns).strip(" "))
        for table, columns in _ZOEK_PLAN.items()
        for row in beeld[table]
    }
    personen = {row["id"]: row for row in beeld["persoon"]}
    for row in beeld["betrokkene"]:
        wie = personen[row["persoon_id"]]
        naam = " ".join(wie[column] for column in _PERSOON)
        samen = [
            merge["reden"]
            for merge in beeld["samenvoeging"]
            if merge["blijft_id"] == wie["id"] and merge["ongedaan_op"] is None
        ]
        bij = " ".join((row["relatie"], wie["telefoon"], wie["opmerking"], " ".join(samen))).strip(" ")
        verwacht |= {
            (row["casus_id"], "persoon", row["id"], naam), (row["casus_id"], "betrokkene", row["id"], bij)
        }  # fmt: skip
    besluiten = {row["id"]: row for row in beeld["besluit"]}
    verwacht |= {
        (row["casus_id"], "planversie", row["id"], " ".join(_teksten(json.loads(row["inhoud"])["tekst"])))
        for row in beeld["planversie"]
        if besluiten[row["besluit_id"]]["status"] != "teruggenomen"
        and besluiten[row["besluit_id"]]["type_code"] == "vaststellen-plan"
    }
    verwacht = {regel for regel in verwacht if regel[3]}
    gevonden = [(r["casus_id"], r["bron"], r["bron_id"], r["tekst"]) for r in beeld["zoekregel"]]
    assert len(gevonden) == len(set(gevonden))
    anders = set(gevonden) ^ verwacht
    assert not anders, f"the search lines do not say what the record says: {anders}"


# Straight on the tables, and not by the words of the program: cases of which a table adopted the plan, and that the house
# leads or led until they were finished, without three people in the three roles.
ZONDER_DRIETAL = """
    SELECT c.nummer, c.status, group_concat(r.rol) FROM casus c
    LEFT JOIN casusroltoewijzing r ON r.casus_id = c.id AND r.tot IS NULL
        AND r.medewerker_id IN (SELECT id FROM medewerker WHERE organisatie_id = r.organisatie_id)
    WHERE c.caseload = 'top x' AND c.status NOT IN ('aangemeld', 'in triage', 'geparkeerd')
        AND c.id IN (SELECT casus_id FROM planversie)
        AND c.id IN (SELECT casus_id FROM besluit WHERE type_code = 'vaststellen-plan' AND status = 'vastgelegd')
    GROUP BY c.id HAVING count(DISTINCT r.rol) != 3 OR count(r.rol) != 3
"""
# An end goes over to the one after it at the same moment, in the same case and role.
GAT = """
    SELECT r.id FROM casusroltoewijzing r LEFT JOIN casusroltoewijzing n ON n.id = r.opvolger_id
    WHERE r.tot < r.van OR r.medewerker_id IS NULL OR (r.opvolger_id IS NOT NULL AND (n.id IS NULL OR r.tot IS NULL
        OR n.van != r.tot OR n.casus_id != r.casus_id OR n.rol != r.rol))
"""


def controleer_drietal(session: Session) -> None:
    """Assert that every active case has one casemanager, one verantwoordelijke and one procesregisseur, each a person of an
    organisation, and that no role was lost between two people."""
    connection = session.connection()
    zonder = connection.exec_driver_sql(ZONDER_DRIETAL).fetchall()
    assert not zonder, f"active and not led by three: {zonder}"
    assert not connection.exec_driver_sql(GAT).fetchall(), "a role that went over to nobody"


def controleer_opslag(session: Session) -> None:
    """Assert that keys point somewhere, the index agrees with its lines, and the journaal is one chain."""
    connection = session.connection()
    assert not connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    connection.exec_driver_sql("INSERT INTO zoek (zoek, rank) VALUES ('integrity-check', 1)")
    assert controleer(session).in_orde
