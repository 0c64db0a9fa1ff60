"""The letter with which a case goes back to the gemeente: why, what it may do with it, and who to call.

One page where it can be, in the house style of the minutes. It is made from the rows that the act kept, so that a
second print is the letter as it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from vhdesk.printing.alinea import alinea, alineas
from vhdesk.printing.blok import Blok
from vhdesk.printing.herstelblad import Invulregels
from vhdesk.printing.onderdelen import Feit, feitentabel
from vhdesk.printing.pagina import Papier, zet_papier
from vhdesk.printing.stijl import BROOD, BROOD_STERK, KOP2, ONDERTITEL, STILLE_REGEL, TITEL
from vhdesk.printing.typografie import datum_voluit, datum_zonder_dag
from vhdesk.queries.afschaalbrief import Brief
from vhdesk.vocabulary import met_hoofdletter, opsomming

EXEMPLAAR = "Exemplaar voor de gemeente"
_WAARSCHUWING = (
    "Deze brief bevat vertrouwelijke persoonsgegevens. Geef hem alleen aan wie hem voor deze zaak nodig heeft, en "
    "bewaar hem niet langer dan daarvoor nodig is."
)


def afschaalbrief_pdf(brief: Brief, *, gemaakt_op: datetime, program_version: str) -> bytes:
    """Return the letter as a PDF; ``gemaakt_op`` is the moment of the act, so that every print is the same."""
    papier = Papier(
        titel=f"Afschaalbrief {brief.casusnummer}",
        kopregel=f"Afschaalbrief {brief.casusnummer}, {datum_zonder_dag(brief.datum)}",
        onderwerp="Brief bij het afschalen van een casus",
        exemplaar=EXEMPLAAR,
        maker=f"vhdesk {program_version}",
        gemaakt_op=gemaakt_op,
        oefening=brief.oefening,
        concept=False,
    )
    return zet_papier(papier, list(_blokken(brief)))


def _blokken(brief: Brief) -> Iterator[Blok]:
    afzender = brief.tafel or "Zorg- en Veiligheidshuis"
    yield alinea(f"Een zaak gaat terug naar {brief.gemeente}", TITEL, anker="begin")
    yield alinea(afzender, ONDERTITEL)
    yield feitentabel(
        (
            Feit("Aan", f"De burgemeester van {brief.gemeente}"),
            Feit("Datum", datum_voluit(brief.datum)),
            Feit("Ons kenmerk", brief.casusnummer),
            Feit("Betreft", _persoon(brief), verplicht=True),
        ),
        voor=12,
    )
    yield alinea("Geachte burgemeester,", BROOD.met(voor=14))
    yield alinea(_opening(brief, afzender), BROOD.met(voor=6))
    yield alinea("De reden", KOP2)
    yield alinea(met_hoofdletter(brief.reden), BROOD_STERK)
    yield from alineas(brief.toelichting, BROOD)
    if brief.overdracht:
        yield alinea("Wie het overneemt", KOP2)
        yield alinea(f"{brief.overdracht} neemt deze zaak over.", BROOD)
    if brief.advies.strip():
        yield alinea("Ons advies aan uw gemeente", KOP2)
        yield from alineas(brief.advies, BROOD)
    yield alinea("Nazorg", KOP2)
    yield alinea(_nazorg(brief), BROOD)
    yield alinea("Wie u kunt bellen", KOP2)
    yield feitentabel(
        (
            Feit("Casemanager", brief.casemanager, verplicht=True),
            Feit("Verantwoordelijk", brief.verantwoordelijke, verplicht=True),
            Feit("Procesregie", brief.procesregisseur),
        ),
        bijeen=True,
    )
    yield alinea(f"Met vriendelijke groet, namens {_tafel(afzender)},", BROOD.met(voor=14, bij_volgende=True))
    yield Invulregels(("Naam en functie", "Handtekening"))
    yield alinea(_WAARSCHUWING, STILLE_REGEL.met(voor=14))


def _persoon(brief: Brief) -> str:
    if not brief.hoofdbetrokkene:
        return ""
    geboren = f", geboren op {datum_zonder_dag(brief.geboortedatum)}" if brief.geboortedatum else ""
    return f"{brief.hoofdbetrokkene}{geboren}"


def _opening(brief: Brief, afzender: str) -> str:
    melder = brief.aanmelder
    if melder.startswith("Gemeente "):
        melder = f"de gemeente{melder.removeprefix('Gemeente')}"
    door = f"door {melder} " if melder else ""
    return (
        f"Op {datum_zonder_dag(brief.aangemeld_op)} is deze zaak {door}bij ons aangemeld. {met_hoofdletter(_tafel(afzender))} "
        "heeft besloten de regie terug te geven aan uw gemeente. In deze brief leest u waarom, wat wij u meegeven en "
        "hoe wij de komende tijd meekijken."
    )


def _tafel(afzender: str) -> str:
    """Return the sender inside a sentence: 'de werktafel Enschede', 'het Zorg- en Veiligheidshuis'."""
    if afzender.startswith("Zorg"):
        return f"het {afzender}"
    return f"de {afzender[:1].lower()}{afzender[1:]}"


def _nazorg(brief: Brief) -> str:
    if not brief.nazorg:
        return "Wij volgen deze zaak niet meer. Gaat het opnieuw mis, laat het ons weten: wij kunnen de zaak heropenen."
    dagen = [datum_zonder_dag(dag) for dag in brief.nazorg]
    return (
        f"Op {opsomming(dagen)} kijken wij met u hoe het gaat. Gaat het eerder mis, wacht daar dan niet op en laat het ons "
        "weten: wij kunnen de zaak heropenen."
    )


def bestandsnaam(brief: Brief) -> str:
    """Return a name for the file without the name of a person: 'Afschaalbrief ZVH-2026-0149 2026-12-02.pdf'."""
    return f"Afschaalbrief {brief.casusnummer} {brief.datum.isoformat()}.pdf"
