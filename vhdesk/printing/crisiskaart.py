"""The crisis card of '10 in Twente': one page for who is called at night. At which sign what happens, who calls whom,
and on which number that works day and night. It names the person and whom the plan names, nobody else of the case.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from vhdesk.printing.alinea import alinea
from vhdesk.printing.blok import Blok
from vhdesk.printing.fonts import HALFVET, MEDIUM, REGULIER
from vhdesk.printing.kaartblok import beltabel, kaartletter, omgang
from vhdesk.printing.onderdelen import Feit, cel, feitenparen
from vhdesk.printing.pagina import aantal_bladen, zet_papier
from vhdesk.printing.planpapier import (
    Druk,
    hoofdbetrokkene,
    huidig_drietal,
    papier_van,
    wie,
)
from vhdesk.printing.stijl import GEVAAR, KOP2, ONDERTITEL, STILLE_REGEL, TITEL, VLAK, Letter
from vhdesk.printing.tabel import Kolom, Rij, Tabel
from vhdesk.printing.typografie import datum_zonder_dag, moment_lang
from vhdesk.queries.dossier_rijen import BetrokkeneRow, Dossier
from vhdesk.queries.plantekst import Plantekst, PlanversieRow
from vhdesk.vocabulary_persoon import GEHEIM_ADRES

_GEVAAR: Final = "Bij direct gevaar: bel 112 en noem deze kaart."
_WAARSCHUWING: Final = (
    "Vertrouwelijk. Deze kaart gaat alleen naar wie op deze nummers dienst heeft. Vernietig de vorige kaart."
)
_GROOTTEN: Final = (10.5, 9.25, 8.0)  # the largest letter with which the card stays one page


@dataclass(frozen=True, slots=True)
class Kaart:
    """The card as a PDF. ``bladen`` is 1, unless there is too much to say even in the smallest letter."""

    pdf: bytes
    bladen: int


def crisiskaart(dossier: Dossier, tekst: Plantekst, druk: Druk) -> Kaart:
    """Return the card of a case. Text is never cut: what does not fit on one page goes on."""
    versie = kaartversie(dossier, tekst)
    papier = papier_van(dossier, "Crisiskaart", druk, concept=versie is None)
    for grootte in _GROOTTEN:
        blokken = list(_blokken(dossier, tekst, versie, druk, grootte))
        bladen = aantal_bladen(papier, blokken)
        if bladen == 1:
            break
    return Kaart(zet_papier(papier, blokken), bladen)


def kaartversie(dossier: Dossier, tekst: Plantekst) -> PlanversieRow | None:
    """Return the newest version when a table adopted just this card in it; None: a concept."""
    for versie in dossier.planversies:
        if not versie.ingetrokken:
            return versie if _van_de_kaart(versie.tekst) == _van_de_kaart(tekst) else None
    return None


def _van_de_kaart(tekst: Plantekst) -> tuple[object, ...]:
    return (tekst.signalen, tekst.helpt, tekst.helpt_niet, tekst.bellen, tekst.scenarios, tekst.escalatie)


def kaart_bestandsnaam(dossier: Dossier, druk: Druk) -> str:
    """Return a name for the file without the name of a person."""
    return f"Crisiskaart {dossier.kop.nummer} {druk.gemaakt_op.date().isoformat()}.pdf"


def _blokken(
    dossier: Dossier, tekst: Plantekst, versie: PlanversieRow | None, druk: Druk, grootte: float
) -> Iterator[Blok]:
    persoon = hoofdbetrokkene(dossier)
    yield alinea("Crisiskaart", TITEL, anker="begin")
    yield alinea(wie(persoon), ONDERTITEL.met(letter=Letter(MEDIUM, 12)))
    yield from cel(_waar(persoon), kaartletter(grootte, REGULIER))
    yield Tabel(
        (Kolom("", 1),),
        [Rij(((alinea(_GEVAAR, kaartletter(grootte + 1, HALFVET, GEVAAR)),), ), vlak=VLAK)],
        voor=8, binnen_links=8, lijnen=False,
    )  # fmt: skip
    yield alinea("Bel in deze volgorde", KOP2)
    yield beltabel(tekst, grootte)
    yield from omgang(tekst, grootte)
    if tekst.scenarios:
        yield alinea("Als … dan …: wie belt wie", KOP2)
        yield _scenarios(tekst, grootte)
    if tekst.escalatie:
        yield alinea("Lukt het niet", KOP2)
        yield _escalatie(tekst, grootte)
    yield alinea("Over deze kaart", KOP2)
    yield feitenparen(_feiten(dossier))
    yield alinea(f"{_geldt(versie)} Afgedrukt {moment_lang(druk.gemaakt_op)}. {_WAARSCHUWING}", STILLE_REGEL)


def _waar(persoon: BetrokkeneRow | None) -> str:
    """Return where somebody lives, and the number."""
    if persoon is None:
        return ""
    adres = ", ".join(filter(None, (persoon.adres, persoon.postcode, persoon.woonplaats)))
    if persoon.adres_geheim:
        adres = f"{GEHEIM_ADRES.capitalize()}, op te vragen bij het Veiligheidshuis"
    return " · ".join(filter(None, (adres, persoon.telefoon)))


def _feiten(dossier: Dossier) -> Iterator[Feit]:
    casemanager, verantwoordelijke, procesregisseur = huidig_drietal(dossier, telefoon=True)
    yield replace(casemanager, label="Casusregie")
    yield Feit("Casus", dossier.kop.nummer)
    yield verantwoordelijke
    yield Feit("Tafel", dossier.kop.tafel)
    yield replace(procesregisseur, label="Procesregie")


def _geldt(versie: PlanversieRow | None) -> str:
    if versie is None:
        return "Concept: de tafel heeft deze kaart nog niet vastgesteld."
    return f"Plan van aanpak versie {versie.nummer}, vastgesteld op {datum_zonder_dag(versie.datum)}."


def _scenarios(tekst: Plantekst, grootte: float) -> Tabel:
    gewoon = kaartletter(grootte, REGULIER)
    nummer = kaartletter(grootte, HALFVET).met(afbreken=False)
    rows = [
        Rij(
            (
                cel(s.als, kaartletter(grootte, MEDIUM)),
                cel(s.dan, gewoon),
                (*cel(s.wie_belt_wie, gewoon), *cel(s.telefoon, nummer)),
            )
        )
        for s in tekst.scenarios
    ]
    return Tabel((Kolom("Als", 52), Kolom("Dan", 62), Kolom("Wie belt wie", 56)), rows)


def _escalatie(tekst: Plantekst, grootte: float) -> Tabel:
    gewoon = kaartletter(grootte, REGULIER)
    rows = [
        Rij((cel(e.wanneer, gewoon), cel(e.naar_wie, gewoon), cel(e.door_wie, gewoon)))
        for e in tekst.escalatie
    ]
    return Tabel((Kolom("Wanneer", 66), Kolom("Naar wie", 52), Kolom("Door wie", 52)), rows)
