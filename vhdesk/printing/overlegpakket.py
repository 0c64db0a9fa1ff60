"""A meeting without a computer: everything the chair needs on paper, with room to write what will be entered later.

The regie book has a sheet per case in the order of the agenda; before it stand who is there with the secrecy to sign, and
the open actions with their numbers, and room for the items without a case; behind it blank sheets for a case that was not on the agenda.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from vhdesk.printing.alinea import alinea
from vhdesk.printing.blok import Blok, OpNieuwBlad
from vhdesk.printing.onderdelen import (
    Feit,
    actienummer,
    cel,
    datumcel,
    drietal,
    eigenaarcel,
    feitentabel,
    paneel,
    strook,
)
from vhdesk.printing.pagina import Bladwijzer, Papier, zet_papier
from vhdesk.printing.planpapier import Druk
from vhdesk.printing.presentielijst import presentie
from vhdesk.printing.schrijfruimte import Schrijflijnen, Vakjes
from vhdesk.printing.stijl import (
    BROOD_STERK,
    CEL_STERK,
    CEL_STIL,
    KOP1,
    KOP2,
    KOP3,
    STILLE_REGEL,
    TITEL,
)
from vhdesk.printing.tabel import Kolom, Rij, Tabel
from vhdesk.printing.typografie import datum_kort, datum_voluit, datum_zonder_dag, tijd
from vhdesk.printing.verslag_casus import casustitel
from vhdesk.queries.casusstand import heeft_regie
from vhdesk.queries.verslag_rijen import Verslag, VerslagActie, VerslagCasus, VerslagPunt
from vhdesk.vocabulary import Actiestatus

EXEMPLAAR: Final = "Exemplaar voor de voorzitter"
_UITLEG: Final = (
    "Schrijf tijdens het overleg op deze bladen. Voer daarna in vhdesk in wat erop staat: acties met hun nummer en een "
    "letter, besluiten en nieuwe acties per casus. Vernietig de bladen als het verslag is gemaakt."
)
_UITKOMSTEN: Final = ("gedaan (G)", "kon niet (K)", "niet gedaan (N)", "nieuwe datum (D):")
BESLUITEN, ACTIES, LOSSE_BLADEN = 2, 4, 2  # room on a sheet, and blank sheets at the end


def pakket_pdf(overleg: Verslag, geheimhouding: str, druk: Druk) -> bytes:
    """Return the kit of a meeting as a PDF. ``overleg``: its rows as they stand now; ``geheimhouding``: the shipped
    text that is read out and signed (markdown). With the same rows and ``druk`` the bytes are the same."""
    bladwijzers = [Bladwijzer("Wie er is", "aanwezig"), Bladwijzer("Open acties", "acties")]
    bladwijzers += [Bladwijzer("Punten zonder casus", "zonder-casus")]
    cases = [punt for punt in overleg.punten if punt.casus is not None]
    bladwijzers += [Bladwijzer(casustitel(punt.casus), punt.id) for punt in cases if punt.casus is not None]
    titel = f"Overlegpakket {overleg.tafel}, {datum_voluit(overleg.datum)}"
    papier = Papier(
        titel=titel,
        kopregel=f"Overlegpakket {overleg.tafel}, {datum_zonder_dag(overleg.datum)}",
        onderwerp="Een overleg zonder computer",
        exemplaar=EXEMPLAAR,
        maker=f"vhdesk {druk.program_version}",
        gemaakt_op=druk.gemaakt_op,
        oefening=druk.oefening,
        concept=False,
        bladwijzers=[Bladwijzer("Agenda", "begin"), *bladwijzers],
    )
    blokken: list[Blok] = [*_voorkant(overleg, titel), *_aanwezig(overleg, geheimhouding), *_acties(overleg)]
    blokken += _zonder_casus(overleg)
    for punt in overleg.punten:
        if punt.casus is not None:
            blokken += _casus(punt, punt.casus, overleg)
    for nummer in range(1, LOSSE_BLADEN + 1):
        blokken += _los_blad(nummer)
    return zet_papier(papier, blokken)


def _voorkant(overleg: Verslag, titel: str) -> Iterator[Blok]:
    """Yield title, facts and agenda."""
    yield alinea(titel, TITEL, anker="begin")
    yield alinea(_UITLEG, STILLE_REGEL)
    einde = f"–{tijd(overleg.eindtijd)}" if overleg.eindtijd else ""
    yield feitentabel(
        (
            Feit("Nummer", overleg.nummer),
            Feit("Tijd en plaats", f"{tijd(overleg.begintijd)}{einde} uur, {overleg.plaats}"),
            Feit("Voorzitter", overleg.voorzitter, verplicht=True),
            Feit("Secretaris", overleg.secretaris, verplicht=True),
        )
    )
    yield alinea("Agenda", KOP2)
    rows = [
        Rij((cel(str(punt.volgnummer)), cel(_naam(punt), CEL_STERK), cel(f"{punt.minuten} min"), ()))
        for punt in overleg.punten
    ]
    yield Tabel((Kolom("Nr", 10), Kolom("Punt", 100), Kolom("Duur", 20), Kolom("Begonnen om", 40)), rows)


def _naam(punt: VerslagPunt) -> str:
    besloten = " (besloten)" if punt.besloten else ""
    if punt.casus is None:
        return f"{punt.naam}{besloten}"
    wie = f", {punt.casus.hoofdbetrokkene}" if punt.casus.hoofdbetrokkene else ""
    return f"{punt.casus.nummer}{wie}{besloten}"


def _aanwezig(overleg: Verslag, geheimhouding: str) -> Iterator[Blok]:
    """Yield the sheet on which everybody signs for secrecy."""
    yield OpNieuwBlad(alinea("Wie er is, en geheimhouding", KOP1, anker="aanwezig"))
    yield from presentie(overleg, geheimhouding)


def _acties(overleg: Verslag) -> Iterator[Blok]:
    """Yield the open actions with their numbers and room for what became of them."""
    yield OpNieuwBlad(alinea("Open acties", KOP1, anker="acties"))
    open_ = [actie for actie in overleg.oude_acties if actie.status is Actiestatus.OPEN]
    if not open_:
        yield alinea("Er staan geen acties open.", STILLE_REGEL)
        return
    yield _actietabel(open_)


def _actietabel(acties: Sequence[VerslagActie]) -> Tabel:
    rows = [
        Rij(
            (
                (*cel(actienummer(actie.nummer), CEL_STERK), *cel(actie.casusnummer, CEL_STIL)),
                cel(actie.omschrijving),
                (*eigenaarcel(actie), *datumcel(actie.termijn)),
                (Vakjes(_UITKOMSTEN), Schrijflijnen(1)),
            )
        )
        for actie in acties
    ]
    return Tabel(
        (Kolom("Nr", 30), Kolom("Actie", 50), Kolom("Eigenaar, uiterlijk", 40), Kolom("Uitkomst", 50)), rows
    )


def _zonder_casus(overleg: Verslag) -> Iterator[Blok]:
    """Yield one sheet with room to write at every item without a case, in the order of the agenda."""
    yield OpNieuwBlad(alinea("Punten zonder casus", KOP1, anker="zonder-casus"))
    for punt in overleg.punten:
        if punt.casus is None:
            yield alinea(f"{punt.volgnummer}. {punt.naam}", KOP3)
            yield Schrijflijnen(2)


def _casus(punt: VerslagPunt, casus: VerslagCasus, overleg: Verslag) -> Iterator[Blok]:
    """Yield the sheet of a case: what the table must know, and room for what it decides."""
    yield OpNieuwBlad(alinea(casustitel(casus), KOP1, anker=punt.id), opschrift=casus.nummer)
    yield strook(
        drietal(
            casus.casemanager, casus.verantwoordelijke, casus.procesregisseur,
            nodig=heeft_regie(casus.status, casus.caseload), weg=casus.rollen_weg,
            geen_persoon=casus.geen_persoon,
        )
    )  # fmt: skip
    wie = [
        casus.hoofdbetrokkene,
        f"geboren {datum_kort(casus.geboortedatum)}" if casus.geboortedatum else "",
        casus.woonplaats,
    ]
    yield feitentabel(
        (
            Feit("Hoofdbetrokkene", ", ".join(filter(None, wie)), verplicht=True),
            Feit("Systeem", ", ".join(naam for naam, _, _ in casus.systeem)),
            Feit("Partners aan tafel", ", ".join(casus.partners)),
            Feit("Doelgroep en gemeente", ", ".join(filter(None, (casus.doelgroep, casus.gemeente)))),
            Feit("Aanleiding", casus.aanleiding),
            Feit("Doel", casus.doel),
            Feit("Hoofddoel van het plan", casus.plan.hoofddoel if casus.plan is not None else ""),
        )
    )
    yield from paneel("Vraag aan tafel", casus.vraag_aan_tafel, BROOD_STERK)
    eigen = [a for a in overleg.oude_acties if a.casusnummer == casus.nummer and a.status is Actiestatus.OPEN]
    if eigen:
        yield alinea("Open acties van deze casus", KOP3)
        yield _actietabel(eigen)
    yield from _schrijfblad()


def _schrijfblad() -> Iterator[Blok]:
    """Yield room for the picture, the judgement, decisions, actions, roles and the next date."""
    for kop, lijnen in (("Beeld", 4), ("Oordeel", 3)):
        yield alinea(kop, KOP2)
        yield Schrijflijnen(lijnen)
    yield alinea("Besluiten", KOP2)
    besluit = Rij(((Schrijflijnen(2),), (Schrijflijnen(2),), (Schrijflijnen(2),)))
    yield Tabel((Kolom("Besluit", 90), Kolom("Waarom", 50), Kolom("Wie besluit", 30)), [besluit] * BESLUITEN)
    yield alinea("Nieuwe acties", KOP2)
    actie = Rij(((Schrijflijnen(1),), (Schrijflijnen(1),), (Schrijflijnen(1),)))
    yield Tabel(
        (Kolom("Wat", 80), Kolom("Organisatie en persoon", 60), Kolom("Uiterlijk", 30)), [actie] * ACTIES
    )
    yield alinea("Afspraken over de leiding", KOP2)
    leiding = Rij(tuple((Schrijflijnen(1),) for _ in range(4)))
    yield Tabel(
        (
            Kolom("Casemanager", 45),
            Kolom("Verantwoordelijke", 45),
            Kolom("Procesregisseur", 45),
            Kolom("Volgende datum", 35),
        ),
        [leiding],
    )
    yield Vakjes(("betrokkene wordt ingelicht", "betrokkene wordt niet ingelicht, omdat:"))
    yield Schrijflijnen(1)


def _los_blad(nummer: int) -> Iterator[Blok]:
    """Yield a sheet for a case that was not on the agenda."""
    yield OpNieuwBlad(alinea(f"Los blad {nummer}: casus die niet op de agenda stond", KOP1))
    rows = [
        Rij((cel(label, CEL_STIL), (Schrijflijnen(1),)))
        for label in ("Casus of naam", "Waarom nu", "Wie brengt in")
    ]
    yield Tabel((Kolom("", 36), Kolom("", 134)), rows)
    yield from _schrijfblad()
