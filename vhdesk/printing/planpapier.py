"""The plan of one case on paper, apart from the minutes: as it is now or as a table adopted it, and what differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from vhdesk import __version__
from vhdesk.clock import Clock
from vhdesk.printing.alinea import Alinea, Loop, alinea, alineas
from vhdesk.printing.blok import Blok
from vhdesk.printing.fonts import HALFVET
from vhdesk.printing.kaartblok import beltabel, omgang
from vhdesk.printing.onderdelen import (
    Feit,
    actienummer,
    cel,
    datumcel,
    drietal,
    feitentabel,
    gelabeld,
    strook,
    verplicht,
)
from vhdesk.printing.pagina import Papier, zet_papier
from vhdesk.printing.planblok import planblokken
from vhdesk.printing.stijl import (
    BROOD,
    CEL,
    CEL_STERK,
    CEL_STIL,
    GEVAAR,
    KOP2,
    KOP3,
    ONDERTITEL,
    STILLE_REGEL,
    TITEL,
    Letter,
)
from vhdesk.printing.tabel import Kolom, Rij, Tabel
from vhdesk.printing.typografie import datum_zonder_dag, moment_lang, schoon
from vhdesk.queries.casusstand import heeft_regie
from vhdesk.queries.dossier_rijen import BetrokkeneRow, Dossier, RolRow
from vhdesk.queries.plantekst import Actietekst, Plantekst, PlanversieRow
from vhdesk.queries.planverschil import Deel, Planverschil, Verschil
from vhdesk.queries.verslag_rijen import VerslagEscalatie, VerslagPlan, VerslagPlandoel, VerslagScenario
from vhdesk.vocabulary import Betrokkenheid, Casusrol, met_hoofdletter

EXEMPLAAR: Final = "Alleen voor wie in deze casus meewerkt"
_WEG: Final = Letter(BROOD.letter.font, BROOD.letter.grootte, GEVAAR, doorgehaald=True)
_ERBIJ: Final = Letter(HALFVET, BROOD.letter.grootte)


@dataclass(frozen=True, slots=True, kw_only=True)
class Druk:
    """What a print says about itself."""

    gemaakt_op: datetime
    program_version: str
    oefening: bool

    @classmethod
    def nu(cls, clock: Clock, *, oefening: bool) -> Druk:
        """Return what a print of this moment says, made by this version of the program."""
        return cls(gemaakt_op=clock.now(), program_version=__version__, oefening=oefening)


def plan_pdf(dossier: Dossier, tekst: Plantekst, versie: PlanversieRow | None, druk: Druk) -> bytes:
    """Return the plan as a PDF; ``versie`` None: as it is now, which no table adopted yet."""
    papier = papier_van(dossier, "Plan van aanpak", druk, concept=versie is None)
    return zet_papier(papier, list(_plan(dossier, tekst, versie, druk)))


def verschil_pdf(dossier: Dossier, verschil: Planverschil, druk: Druk) -> bytes:
    """Return what differs between two texts of the plan as a PDF."""
    papier = papier_van(dossier, "Verschil in het plan van aanpak", druk, concept=False)
    return zet_papier(papier, list(_verschillen(dossier, verschil)))


def plan_bestandsnaam(dossier: Dossier, versie: PlanversieRow | None, druk: Druk) -> str:
    """Return a name for the file without the name of a person."""
    welke = f"versie {versie.nummer}" if versie else "concept"
    return f"Plan {dossier.kop.nummer} {welke} {druk.gemaakt_op.date().isoformat()}.pdf"


def verschil_bestandsnaam(dossier: Dossier, druk: Druk) -> str:
    """Return a name for the file without the name of a person."""
    return f"Planverschil {dossier.kop.nummer} {druk.gemaakt_op.date().isoformat()}.pdf"


def papier_van(dossier: Dossier, wat: str, druk: Druk, *, concept: bool) -> Papier:
    """Return what every sheet of a paper about one case says."""
    return Papier(
        titel=f"{wat} {dossier.kop.nummer}",
        kopregel=f"{wat} {dossier.kop.nummer}, {datum_zonder_dag(druk.gemaakt_op.date())}",
        onderwerp=wat,
        exemplaar=EXEMPLAAR,
        maker=f"vhdesk {druk.program_version}",
        gemaakt_op=druk.gemaakt_op,
        oefening=druk.oefening,
        concept=concept,
        beschermd=dossier.methode.beschermd,
    )


def hoofdbetrokkene(dossier: Dossier) -> BetrokkeneRow | None:
    """Return whom the case is about."""
    return next((b for b in dossier.betrokkenen if b.rol is Betrokkenheid.HOOFDBETROKKENE), None)


def wie(persoon: BetrokkeneRow | None) -> str:
    """Return a person with the day of birth."""
    if persoon is None:
        return ""
    geboren = f", geboren op {datum_zonder_dag(persoon.geboortedatum)}" if persoon.geboortedatum else ""
    return f"{persoon.naam}{geboren}"


def verslagplan(tekst: Plantekst) -> VerslagPlan:
    """Return the text in the rows that minutes print a plan from."""
    return VerslagPlan(
        id="plan",
        hoofddoel=tekst.hoofddoel,
        doelen=tuple(
            VerslagPlandoel(
                str(nr), d.leefgebied, d.doel, d.meetbaar, d.acceptabel, d.realistisch, d.tijdgebonden
            )
            for nr, d in enumerate(tekst.doelen)
        ),
        scenarios=tuple(
            VerslagScenario(str(nr), s.als, s.dan, s.wie_belt_wie, s.telefoon)
            for nr, s in enumerate(tekst.scenarios)
        ),
        evaluatiedatum=tekst.evaluatiedatum,
        afschaalcriterium=tekst.afschaalcriterium,
        escalatie=tuple(
            VerslagEscalatie(str(nr), e.wanneer, e.naar_wie, e.door_wie)
            for nr, e in enumerate(tekst.escalatie)
        ),
    )


def _plan(dossier: Dossier, tekst: Plantekst, versie: PlanversieRow | None, druk: Druk) -> Iterator[Blok]:
    yield alinea("Plan van aanpak", TITEL, anker="begin")
    yield alinea(wie(hoofdbetrokkene(dossier)), ONDERTITEL)
    yield strook(
        drietal(
            tekst.casemanager,
            tekst.verantwoordelijke,
            tekst.procesregisseur,
            nodig=leiding_nodig(dossier),
            weg=rollen_weg(dossier),
            geen_persoon=geen_persoon(dossier),
        )
    )
    yield feitentabel(
        (
            Feit("Casus", dossier.kop.nummer),
            Feit("Versie", _versie(versie)),
            Feit("Besluit", f"B-{versie.besluit}" if versie else ""),
            Feit("Afgedrukt", moment_lang(druk.gemaakt_op)),
        ),
    )
    yield alinea("Aanleiding", KOP2)
    yield from alineas(tekst.aanleiding, BROOD) or (alinea("Niet vastgelegd.", STILLE_REGEL),)
    yield alinea("Hoofddoel", KOP2)
    yield from planblokken(verslagplan(tekst))
    if tekst.bellen or tekst.signalen.strip():
        yield alinea("Crisiskaart", KOP2)
        yield beltabel(tekst, CEL.letter.grootte)
        yield from omgang(tekst, CEL.letter.grootte)
    if tekst.acties:
        yield alinea("Acties", KOP2)
        yield _acties(tekst.acties)


def houders(dossier: Dossier) -> tuple[RolRow | None, RolRow | None, RolRow | None]:
    """Return casemanager, verantwoordelijke and procesregisseur of now."""
    return dossier.casemanager, dossier.verantwoordelijke, dossier.procesregisseur


def rollen_weg(dossier: Dossier) -> tuple[Casusrol, ...]:
    """Return the roles of now of which the holder left."""
    return tuple(houder.rol for houder in houders(dossier) if houder is not None and houder.weg)


def geen_persoon(dossier: Dossier) -> tuple[Casusrol, ...]:
    """Return the roles of now that an organisation has, and no person of it."""
    return tuple(houder.rol for houder in houders(dossier) if houder is not None and not houder.naam)


def huidig_drietal(dossier: Dossier, *, telefoon: bool = False) -> tuple[Feit, Feit, Feit]:
    """Return the three that lead the case now."""
    woorden = (houder_woorden(houder, telefoon=telefoon) for houder in houders(dossier))
    return drietal(
        *woorden,
        nodig=leiding_nodig(dossier),
        weg=rollen_weg(dossier),
        geen_persoon=geen_persoon(dossier),
    )


def houder_woorden(houder: RolRow | None, *, telefoon: bool = False) -> str:
    """Return name and organisation of who has a role, and the number when that is asked; "" for nobody."""
    if houder is None:
        return ""
    return ", ".join(filter(None, (houder.naam, houder.organisatie, houder.telefoon if telefoon else "")))


def leiding_nodig(dossier: Dossier) -> bool:
    """Return whether one casemanager, one verantwoordelijke and one procesregisseur are due in this case."""
    return heeft_regie(dossier.kop.status, dossier.kop.caseload)


def _versie(versie: PlanversieRow | None) -> str:
    if versie is None:
        return "Concept: dit is het plan van nu; een tafel heeft het zo nog niet vastgesteld."
    waar = ", ".join(filter(None, (versie.tafel, versie.overlegnummer)))
    woorden = f"{versie.nummer}, vastgesteld op {datum_zonder_dag(versie.datum)} door {waar}"
    return f"{woorden} (het besluit is ingetrokken)" if versie.ingetrokken else woorden


def _acties(acties: Sequence[Actietekst]) -> Tabel:
    rows = []
    for actie in acties:
        text = (
            *cel(actie.omschrijving),
            *gelabeld("Voorwaarde", actie.conditie),
            *gelabeld("Informering betrokkene", actie.informering),
        )
        owner = (*verplicht(actie.organisatie), *cel(actie.persoon, CEL_STIL))
        rows.append(Rij((cel(actienummer(actie.nummer), CEL_STERK), text, owner, datumcel(actie.termijn))))
    return Tabel((Kolom("Nr", 15), Kolom("Actie", 90), Kolom("Eigenaar", 42), Kolom("Uiterlijk", 23)), rows)


# --- what differs


def _verschillen(dossier: Dossier, verschil: Planverschil) -> Iterator[Blok]:
    yield alinea("Wat er in het plan is veranderd", TITEL, anker="begin")
    yield alinea(wie(hoofdbetrokkene(dossier)), ONDERTITEL)
    yield strook(huidig_drietal(dossier))
    yield feitentabel(
        (
            Feit("Casus", dossier.kop.nummer),
            Feit("Van", met_hoofdletter(verschil.van)),
            Feit("Naar", met_hoofdletter(verschil.naar)),
        ),
        voor=12,
    )
    if not verschil.verschillen:
        yield alinea("Er is geen verschil: beide zeggen hetzelfde.", BROOD.met(voor=12))
        return
    yield alinea(
        "Doorgehaald is wat er niet meer staat, vet is wat erbij kwam.", STILLE_REGEL.met(bij_volgende=True)
    )
    for each in verschil.verschillen:
        yield alinea(f"{each.veld} ({each.soort.label})", KOP3)
        yield from _een(each)


def _een(verschil: Verschil) -> Iterator[Blok]:
    beide = bool(verschil.was) and bool(verschil.nu)
    yield from _delen(verschil.was, _WEG, "Was: " if beide else "")
    yield from _delen(verschil.nu, _ERBIJ, "Is: " if beide else "")


def _delen(delen: Sequence[Deel], anders: Letter, label: str) -> Iterator[Alinea]:
    """Yield a text as paragraphs, its own words in the letter that says so."""
    loops = [Loop(label, STILLE_REGEL.letter)] if label and delen else []
    for deel in delen:
        letter = anders if deel.anders else BROOD.letter
        for nummer, regel in enumerate(deel.tekst.split("\n")):
            if nummer:
                yield Alinea(tuple(loops), BROOD)
                loops = []
            loops.append(Loop(_met_spaties(regel), letter))
    if loops:
        yield Alinea(tuple(loops), BROOD)


def _met_spaties(regel: str) -> str:
    """Return a stretch of a line as it can be printed, with the white that parts it from its neighbours."""
    voor = " " if regel[:1].isspace() else ""
    na = " " if regel[-1:].isspace() and regel.strip() else ""
    return f"{voor}{schoon(regel)}{na}"
