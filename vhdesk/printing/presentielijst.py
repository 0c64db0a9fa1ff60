"""The sheet on which everybody at a meeting signs for being there and for secrecy: of its own, or first in the kit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vhdesk.plain_markdown import paragraphs
from vhdesk.printing.alinea import alinea
from vhdesk.printing.blok import Blok
from vhdesk.printing.onderdelen import Feit, cel, feitentabel
from vhdesk.printing.pagina import Bladwijzer, Papier, zet_papier
from vhdesk.printing.planpapier import Druk
from vhdesk.printing.schrijfruimte import Schrijflijnen, Vakjes
from vhdesk.printing.stijl import BROOD, CEL_STERK, CEL_STIL, TITEL
from vhdesk.printing.tabel import Kolom, Rij, Tabel
from vhdesk.printing.typografie import datum_voluit, datum_zonder_dag, tijd
from vhdesk.queries.verslag_rijen import Verslag

STANDEN: Final = ("aanwezig", "later", "eerder weg", "verhinderd", "afwezig")
LEGE_REGELS: Final = 3  # for who was not on the list


def presentielijst_pdf(overleg: Verslag, geheimhouding: str, druk: Druk) -> bytes:
    """Return the sheet as a PDF: nothing of any case is on it. ``geheimhouding``: the shipped text (markdown)."""
    titel = f"Presentielijst {overleg.tafel}, {datum_voluit(overleg.datum)}"
    papier = Papier(
        titel=titel,
        kopregel=f"Presentielijst {overleg.tafel}, {datum_zonder_dag(overleg.datum)}",
        onderwerp="Aanwezigheid en geheimhouding",
        exemplaar="Exemplaar voor de voorzitter",
        maker=f"vhdesk {druk.program_version}",
        gemaakt_op=druk.gemaakt_op,
        oefening=druk.oefening,
        concept=False,
        bladwijzers=[Bladwijzer("Presentielijst", "begin")],
    )
    einde = f"–{tijd(overleg.eindtijd)}" if overleg.eindtijd else ""
    blokken: list[Blok] = [
        alinea(titel, TITEL, anker="begin"),
        feitentabel(
            (
                Feit("Nummer", overleg.nummer),
                Feit("Tijd en plaats", f"{tijd(overleg.begintijd)}{einde} uur, {overleg.plaats}"),
                Feit("Voorzitter", overleg.voorzitter, verplicht=True),
            )
        ),
        *presentie(overleg, geheimhouding),
    ]
    return zet_papier(papier, blokken)


def presentie(overleg: Verslag, geheimhouding: str) -> Iterator[Blok]:
    """Yield the words on secrecy, and a line to sign per participant."""
    for soort, woorden in paragraphs(geheimhouding):
        if soort != "heading":
            yield alinea(woorden, BROOD.met(inspringing=8) if soort == "item" else BROOD)
    rows = [
        Rij(
            (
                (*cel(deelnemer.naam, CEL_STERK), *cel(deelnemer.organisatie, CEL_STIL)),
                (Vakjes(STANDEN),),
                (Schrijflijnen(1),),
            )
        )
        for deelnemer in overleg.deelnemers
    ]
    extra = [Rij(((Schrijflijnen(1),), (Vakjes(STANDEN),), (Schrijflijnen(1),))) for _ in range(LEGE_REGELS)]
    yield Tabel(
        (Kolom("Naam en organisatie", 60), Kolom("Aanwezigheid", 60), Kolom("Handtekening", 50)),
        [*rows, *extra],
    )
