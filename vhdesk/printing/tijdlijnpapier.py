"""What happened in one case on paper, the oldest first: of everybody, or of one partner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vhdesk.printing.alinea import alinea
from vhdesk.printing.blok import Blok
from vhdesk.printing.onderdelen import Feit, cel, datumcel, feitentabel, strook
from vhdesk.printing.pagina import zet_papier
from vhdesk.printing.planpapier import (
    Druk,
    hoofdbetrokkene,
    huidig_drietal,
    papier_van,
    wie,
)
from vhdesk.printing.stijl import BROOD, CEL_STERK, CEL_STIL, ONDERTITEL, TITEL
from vhdesk.printing.tabel import Kolom, Rij, Tabel
from vhdesk.printing.typografie import moment_lang
from vhdesk.queries.dossier_rijen import Dossier, InbrengRow
from vhdesk.queries.tijdlijn import Gebeurtenis, tijdlijn


def tijdlijn_pdf(dossier: Dossier, partner: str, druk: Druk) -> bytes:
    """Return the timeline as a PDF; ``partner``: the name of the one whose events are asked, "" for all."""
    papier = papier_van(dossier, "Tijdlijn", druk, concept=False)
    return zet_papier(papier, list(_blokken(dossier, _op_papier(dossier, partner), partner, druk)))


def tijdlijn_bestandsnaam(dossier: Dossier, druk: Druk) -> str:
    """Return a name for the file without the name of a person."""
    return f"Tijdlijn {dossier.kop.nummer} {druk.gemaakt_op.date().isoformat()}.pdf"


def _op_papier(dossier: Dossier, partner: str) -> list[Gebeurtenis]:
    """Return what may stand on paper: what was said and not to be written comes on none."""
    return [
        one
        for one in tijdlijn(dossier, partner)
        if not (isinstance(one.bron, InbrengRow) and one.bron.mondeling)
    ]


def _blokken(
    dossier: Dossier, gebeurtenissen: Sequence[Gebeurtenis], partner: str, druk: Druk
) -> Iterator[Blok]:
    yield alinea("Tijdlijn", TITEL, anker="begin")
    yield alinea(wie(hoofdbetrokkene(dossier)), ONDERTITEL)
    yield strook(huidig_drietal(dossier))
    yield feitentabel(
        (
            Feit("Casus", dossier.kop.nummer),
            Feit("Wat", f"Alleen van {partner}" if partner else "Alles, van alle partners"),
            Feit("Afgedrukt", moment_lang(druk.gemaakt_op)),
        )
    )
    if not gebeurtenissen:
        yield alinea(f"Van {partner} is niets vastgelegd.", BROOD.met(voor=12))
        return
    rows = [
        Rij(
            (
                datumcel(one.dag),
                (*cel(one.tekst, CEL_STERK), *(a for d in one.details for a in cel(d, CEL_STIL))),
            )
        )
        for one in reversed(gebeurtenissen)
    ]
    yield Tabel((Kolom("Datum", 24), Kolom("Wat er gebeurde", 146)), rows, voor=10)
