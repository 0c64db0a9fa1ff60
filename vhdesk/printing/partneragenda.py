"""The agenda of one partner on paper: when it is expected, its own cases by number, of the rest only that there is one."""

from __future__ import annotations

from collections.abc import Iterator

from vhdesk.dutch_date import date_in_words
from vhdesk.printing.alinea import alinea
from vhdesk.printing.blok import Blok
from vhdesk.printing.onderdelen import Feit, cel, feitentabel
from vhdesk.printing.pagina import Papier, zet_papier
from vhdesk.printing.planpapier import Druk
from vhdesk.printing.stijl import BROOD, CEL_STERK, CEL_STIL, ONDERTITEL, STILLE_REGEL, TITEL
from vhdesk.printing.tabel import Kolom, Rij, Tabel
from vhdesk.queries.partneragenda import PartnerAgenda

_SLOT_GAST = (
    "U bent alleen in de zaal bij de punten die hier met naam staan; de rest van de agenda is besloten. Wat u hoort, is geheim:"
    " u bevestigt dat bij het begin. De tijden zijn een verwachting; houd rekening met uitloop."
)
_SLOT = (
    "Van casussen waarbij u niet betrokken bent, staat hier niets. U bent alleen in de zaal bij uw eigen casussen."
    " De tijden zijn een verwachting; houd rekening met uitloop."
)


def partneragenda_pdf(agenda: PartnerAgenda, druk: Druk) -> bytes:
    """Return the agenda of a partner as a PDF."""
    titel = f"Agenda {agenda.tafel}"
    papier = Papier(
        titel=titel,
        kopregel=f"{titel}, {date_in_words(agenda.datum)}",
        onderwerp="Agenda per partner",
        exemplaar=f"Exemplaar voor {agenda.organisatie}",
        maker=f"vhdesk {druk.program_version}",
        gemaakt_op=druk.gemaakt_op,
        oefening=druk.oefening,
        concept=False,
    )
    return zet_papier(papier, list(_blokken(agenda)))


def partneragenda_bestandsnaam(agenda: PartnerAgenda) -> str:
    """Return a name for the file: the table, the organisation and the day."""
    naam = "".join(
        teken for teken in f"{agenda.tafel} {agenda.organisatie}" if teken.isalnum() or teken in " -"
    )
    return f"Agenda {naam} {agenda.datum.isoformat()}.pdf"


def verwacht(agenda: PartnerAgenda) -> str:
    """Return from when to when the partner is expected."""
    if agenda.aankomst is None or agenda.vertrek is None:
        if agenda.gast:
            return "U bent bij geen punt van deze agenda uitgenodigd; u hoeft niet te komen."
        return "U bent bij geen casus van deze agenda betrokken; u hoeft niet te komen."
    return f"van {agenda.aankomst:%H:%M} tot {agenda.vertrek:%H:%M} uur"


def _blokken(agenda: PartnerAgenda) -> Iterator[Blok]:
    yield alinea(f"Agenda voor {agenda.organisatie}", TITEL, anker="begin")
    yield alinea(f"{agenda.tafel}, {date_in_words(agenda.datum)}", ONDERTITEL)
    yield feitentabel(
        (
            Feit("U wordt verwacht", verwacht(agenda), verplicht=True),
            Feit("Overleg", f"{agenda.begintijd:%H:%M} tot {agenda.eindigt:%H:%M} uur"),
            Feit("Plaats", agenda.plaats),
            Feit("Voorzitter", agenda.voorzitter),
        ),
        voor=10,
    )
    if not agenda.punten:
        yield alinea("De agenda heeft nog geen punten.", BROOD.met(voor=12))
        return
    rijen = [
        Rij(
            (
                cel(f"{punt.begint:%H:%M}–{punt.eindigt:%H:%M}", CEL_STERK if punt.eigen else CEL_STIL),
                cel(punt.woorden(), CEL_STERK if punt.eigen else CEL_STIL),
            )
        )
        for punt in agenda.punten
    ]
    yield Tabel((Kolom("Tijd", 30), Kolom("Punt", 140)), rijen, voor=12)
    yield alinea(_SLOT_GAST if agenda.gast else _SLOT, STILLE_REGEL.met(voor=8))
