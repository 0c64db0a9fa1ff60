"""The open acties of one organisation on paper, with room for what became of each: the list goes out and comes back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from vhdesk.printing.alinea import alinea
from vhdesk.printing.blok import Blok
from vhdesk.printing.onderdelen import Feit, actienummer, cel, datumcel, feitentabel, gelabeld, letop
from vhdesk.printing.pagina import Papier, zet_papier
from vhdesk.printing.planpapier import Druk
from vhdesk.printing.schrijfruimte import Schrijflijnen, Vakjes
from vhdesk.printing.stijl import BROOD, CEL_STERK, CEL_STIL, ONDERTITEL, STILLE_REGEL, TITEL
from vhdesk.printing.tabel import Kolom, Rij, Tabel
from vhdesk.printing.typografie import datum_voluit, datum_zonder_dag
from vhdesk.queries.acties import ActieRow
from vhdesk.vocabulary import Actiestatus

_UITKOMSTEN: Final = tuple(
    status.label for status in (Actiestatus.GEDAAN, Actiestatus.KON_NIET, Actiestatus.NIET_GEDAAN)
)
_SLOT: Final = (
    "Kruis aan wat ervan geworden is, schrijf erbij waarom, en geef deze lijst terug aan het Zorg- en Veiligheidshuis. "
    "Kon niet: de omstandigheden lieten het niet toe. Bij het nummer vindt vhdesk de actie terug."
)


def actielijst_pdf(organisatie: str, acties: Sequence[ActieRow], druk: Druk) -> bytes:
    """Return the open acties of ``organisatie`` (only its own) as a PDF."""
    titel = f"Actielijst {organisatie}"
    papier = Papier(
        titel=titel,
        kopregel=f"{titel}, {datum_zonder_dag(druk.gemaakt_op.date())}",
        onderwerp="Open acties van een organisatie",
        exemplaar=f"Exemplaar voor {organisatie}",
        maker=f"vhdesk {druk.program_version}",
        gemaakt_op=druk.gemaakt_op,
        oefening=druk.oefening,
        concept=False,
    )
    return zet_papier(papier, list(_blokken(organisatie, acties, druk)))


def actielijst_bestandsnaam(organisatie: str, druk: Druk) -> str:
    """Return a name for the file: the organisation and the day."""
    naam = "".join(teken for teken in organisatie if teken.isalnum() or teken in " -")
    return f"Actielijst {naam} {druk.gemaakt_op.date().isoformat()}.pdf"


def _blokken(organisatie: str, acties: Sequence[ActieRow], druk: Druk) -> Iterator[Blok]:
    yield alinea(f"Open acties van {organisatie}", TITEL, anker="begin")
    yield alinea(f"Stand van {datum_voluit(druk.gemaakt_op.date())}", ONDERTITEL)
    over = sum(bool(actie.dagen_over) for actie in acties)
    yield feitentabel(
        (Feit("Open", str(len(acties)), verplicht=True), Feit("Over hun datum", str(over) if over else "")),
        voor=10,
    )
    if not acties:
        yield alinea("Alles wat is afgesproken, is afgehandeld.", BROOD.met(voor=12))
        return
    yield Tabel(
        (Kolom("Nr", 27), Kolom("Actie", 55), Kolom("Wie, uiterlijk", 40), Kolom("Uitkomst", 48)),
        [_rij(actie) for actie in acties],
        voor=12,
    )
    yield alinea(_SLOT, STILLE_REGEL.met(voor=8))


def _rij(actie: ActieRow) -> Rij:
    return Rij(
        (
            (*cel(actienummer(actie.nummer), CEL_STERK), *cel(actie.casusnummer, CEL_STIL)),
            (
                *cel(actie.omschrijving),
                *gelabeld("Betreft", actie.naam),
                *gelabeld("Voorwaarde", actie.conditie),
                *gelabeld("Informering betrokkene", actie.informering),
            ),
            (
                *cel(actie.medewerker or "nog geen persoon"),
                *datumcel(actie.termijn),
                *letop(f"{actie.dagen_over} {'dag' if actie.dagen_over == 1 else 'dagen'} over de datum")
                * bool(actie.dagen_over),
            ),
            (Vakjes(_UITKOMSTEN), Schrijflijnen(1)),
        )
    )
