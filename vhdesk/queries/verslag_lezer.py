"""The minutes for one organisation: built up from what it may know, never the whole with something struck out.

What an organisation may know says ``queries.lezer``. Of a case it may not know there is a line without a name; of one
it knows the process of, the sheet holds who leads it and its own acties; of one it knows the content of, everything but
the statements it may not see and every sentence that rests on them. Words of the house about the meeting itself (why it
closed, what was missing, notes at a fixed item, who left the room) belong to no organisation and are not in it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final, TypeVar

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import Session

from vhdesk.models import Casus, Deelnemer, Medewerker, Organisatie, Overleg, Tafellid
from vhdesk.queries.casusvolgorde import ids_waarde, van_ids
from vhdesk.queries.inzage import inzage
from vhdesk.queries.lezen import Kolommen, vast
from vhdesk.queries.lezer import Rechten, niveaus, rechten
from vhdesk.queries.verslag import verslag
from vhdesk.queries.verslag_rijen import (
    Verslag,
    VerslagActie,
    VerslagCasus,
    VerslagDeelnemer,
    VerslagPunt,
    VerslagVaststelling,
)
from vhdesk.vocabulary import Agendasoort, Informatieniveau
from vhdesk.vocabulary_inbreng import zonder_bron

T = TypeVar("T")

# Every field of a case sheet, by the level it takes to read it. What is in none of these is a new field that somebody has
# to place: a test says so.
BESTAAN: Final = frozenset({"id", "volgnummer", "niveau"})
PROCES: Final = frozenset(
    {
        "nummer", "hoofdbetrokkene", "status", "caseload", "casemanager", "verantwoordelijke", "procesregisseur",
        "rollen_weg", "geen_persoon", "volgende_datum", "beschermd",
    }
)  # fmt: skip
INHOUD: Final = frozenset(
    {
        "titel", "geboortedatum", "woonplaats", "systeem", "doelgroep", "gemeente", "aanmelder", "grondslag", "doel",
        "aanleiding", "vraag_aan_tafel", "inbreng", "zrm", "risicofactoren", "beschermende_factoren", "gezamenlijk_beeld",
        "zienswijze", "informering", "plan", "notitie", "besluiten", "acties", "partners", "achteraf", "vragen",
        "methode", "voorbehoud", "doelbinding", "aanbrenger", "standaard", "citaten", "ingelicht", "aanmelding", "fasen",
        "besluit_reden",
    }
)  # fmt: skip
HUIS: Final = frozenset({"zaal_uit", "aanwezig"})


@inzage("verslag samenstellen", "overleg", "overleg_id")
def verslag_voor(
    session: Session, overleg_id: str, organisatie_id: str, versie: int | None = None
) -> Verslag:
    """Return the minutes as one organisation may read them; ``versie`` as for ``verslag``. Raises NotFound."""
    geheel = verslag(session, overleg_id, versie)
    tafel_id = session.execute(_tafel(), {"overleg_id": overleg_id}).scalar_one()
    bladen = [punt.casus.id for punt in geheel.punten if punt.casus is not None]
    oude = _casussen(session, {actie.casusnummer for actie in geheel.oude_acties})
    mag = rechten(session, organisatie_id, {*bladen, *oude.values()}, tafel_id)
    zichtbaar = _zichtbaar(session, overleg_id, tafel_id, mag, bladen)
    return Verslag(
        id=geheel.id,
        nummer=geheel.nummer,
        tafel=geheel.tafel,
        datum=geheel.datum,
        begintijd=geheel.begintijd,
        eindtijd=geheel.eindtijd,
        plaats=geheel.plaats,
        voorzitter=geheel.voorzitter,
        secretaris=geheel.secretaris,
        status=geheel.status,
        geopend_op=geheel.geopend_op,
        gesloten_op=geheel.gesloten_op,
        sluitreden="",
        tekorten=(),
        deelnemers=tuple(_deelnemer(mens, mag) for mens in geheel.deelnemers if mens.id in zichtbaar),
        punten=_punten(geheel.punten, mag),
        oude_acties=tuple(
            actie for actie in geheel.oude_acties if _mag_actie(actie, oude.get(actie.casusnummer, ""), mag)
        ),
        oefening=geheel.oefening,
        versie=geheel.versie,
        van_papier=geheel.van_papier,
        vaststelling=_vaststelling(geheel.vaststelling),
        lezer=mag.naam,
    )


def _vaststelling(agenda: VerslagVaststelling | None) -> VerslagVaststelling | None:
    """Return that the agenda was fixed, not which cases came and went."""
    return None if agenda is None else VerslagVaststelling(agenda.op, agenda.door, ())


def _deelnemer(mens: VerslagDeelnemer, mag: Rechten) -> VerslagDeelnemer:
    eigen = mens.organisatie == mag.naam
    return VerslagDeelnemer(
        mens.id,
        mens.naam,
        mens.functie,
        mens.organisatie,
        mens.aanwezigheid,
        "",
        geheimhouding=eigen and mens.geheimhouding,
        bijzonder=mens.bijzonder if eigen else "",
    )


def _punten(punten: Sequence[VerslagPunt], mag: Rechten) -> tuple[VerslagPunt, ...]:
    gemaakt, plaats = [], 0
    for punt in punten:
        is_casus = punt.soort is Agendasoort.CASUS
        plaats += is_casus
        casus = _blad(punt.casus, mag) if punt.casus is not None else None
        gemaakt.append(
            VerslagPunt(
                punt.id,
                punt.volgnummer,
                punt.soort,
                0,
                "",
                casus,
                achteraf=casus is not None and punt.achteraf,
                casusplaats=plaats if is_casus else 0,
            )
        )
    return tuple(gemaakt)


def _blad(casus: VerslagCasus, mag: Rechten) -> VerslagCasus | None:
    """Return what may be known of a case; None when that is only that there is an outcome."""
    niveau = mag.niveau(casus.id)
    if niveau is Informatieniveau.BESTAAN:
        return None
    if niveau is Informatieniveau.INHOUD:
        return _inhoud(casus, mag)
    eigen = tuple(actie for actie in casus.acties if _eigen(actie, mag))
    velden = {naam: getattr(casus, naam) for naam in PROCES}
    return _leeg(casus, niveau=niveau, acties=eigen, **velden)


def _leeg(casus: VerslagCasus, **velden: Any) -> VerslagCasus:
    """Return a sheet that says nothing but ``velden``."""
    niets: dict[str, Any] = {
        "geboortedatum": None, "plan": None, "beschermd": False,
        **dict.fromkeys(
            ("titel", "woonplaats", "doelgroep", "gemeente", "aanmelder", "grondslag", "doel", "aanleiding",
             "vraag_aan_tafel", "gezamenlijk_beeld", "zienswijze", "informering", "notitie"), ""
        ),
        **dict.fromkeys(
            ("systeem", "inbreng", "zrm", "risicofactoren", "beschermende_factoren", "besluiten", "acties", "partners"), ()
        ),
    }  # fmt: skip
    return VerslagCasus(id=casus.id, volgnummer=casus.volgnummer, **niets | velden)


def _inhoud(casus: VerslagCasus, mag: Rechten) -> VerslagCasus:
    """Return a sheet with the statements that may be read, and no sentence that rests on another one."""
    inbreng = tuple(rij for rij in casus.inbreng if rij.id in mag.inbreng)
    velden = {naam: getattr(casus, naam) for naam in PROCES | INHOUD}
    velden["inbreng"] = tuple(
        rij if mag.nummers.get(rij.weerspreekt) else replace(rij, weerspreekt=0) for rij in inbreng
    )
    velden["citaten"] = tuple(citaat for citaat in casus.citaten if mag.nummers.get(citaat.nummer))
    schoon = {naam: _zonder_bron(waarde, mag) for naam, waarde in velden.items()}
    return VerslagCasus(id=casus.id, volgnummer=casus.volgnummer, niveau=Informatieniveau.INHOUD, **schoon)


def _zonder_bron(waarde: T, mag: Rechten) -> T:
    """Return a value of a row without the sentences that rest on a statement that may not be read."""
    nieuw: Any = waarde
    if isinstance(waarde, str) and "[I-" in waarde:
        nieuw = zonder_bron(waarde, lambda nummer: mag.nummers.get(nummer, False))
    elif isinstance(waarde, tuple):
        nieuw = tuple(_zonder_bron(deel, mag) for deel in waarde)
    elif is_dataclass(waarde) and not isinstance(waarde, type):
        namen = [veld.name for veld in fields(waarde)]
        nieuw = replace(waarde, **{naam: _zonder_bron(getattr(waarde, naam), mag) for naam in namen})
    return nieuw  # type: ignore[no-any-return]


def _eigen(actie: VerslagActie, mag: Rechten) -> bool:
    """Whether an actie is the reader's: it was when the minutes were made, or it is now."""
    return actie.organisatie == mag.naam or actie.id in mag.acties


def _mag_actie(actie: VerslagActie, casus_id: str, mag: Rechten) -> bool:
    niveau = mag.niveau(casus_id)
    return niveau is Informatieniveau.INHOUD or (niveau is Informatieniveau.PROCES and _eigen(actie, mag))


def _zichtbaar(
    session: Session, overleg_id: str, tafel_id: str, mag: Rechten, bladen: Collection[str]
) -> frozenset[str]:
    """Return which participants may be named: of the reader itself, of who led the meeting, of the fixed members of the
    table, and of who knows the content of a case that the reader knows the content of. Who came for another case is not
    shown: that would say who is party to it."""
    van = {rij.id: rij.organisatie_id for rij in session.execute(_deelnemers(), {"overleg_id": overleg_id})}
    vast_ = set(session.execute(_altijd(), {"overleg_id": overleg_id, "tafel_id": tafel_id}).scalars())
    samen = [casus_id for casus_id in bladen if mag.inhoud(casus_id)]
    mee = {
        rij.organisatie_id
        for rij in niveaus(session, samen, set(van.values()), tafel_id)
        if rij.niveau is Informatieniveau.INHOUD
    }
    mogen = vast_ | mee | {mag.organisatie_id}
    return frozenset(deelnemer_id for deelnemer_id, wie in van.items() if wie in mogen)


def _casussen(session: Session, nummers: Collection[str]) -> dict[str, str]:
    """Return number -> case."""
    gevonden = session.execute(_op_nummer(), {"ids": ids_waarde(nummers)})
    return {nummer: casus_id for nummer, casus_id in gevonden}


@vast
def _op_nummer() -> Kolommen:
    return select(Casus.nummer, Casus.id).where(Casus.nummer.in_(van_ids()))


@vast
def _tafel() -> Kolommen:
    return select(Overleg.tafel_id).where(Overleg.id == bindparam("overleg_id"))


@vast
def _deelnemers() -> Kolommen:
    return (
        select(Deelnemer.id, Medewerker.organisatie_id)
        .join(Medewerker, Medewerker.id == Deelnemer.medewerker_id)
        .where(Deelnemer.overleg_id == bindparam("overleg_id"))
    )


@vast
def _altijd() -> Kolommen:
    """The organisations of chair and secretary, and those with a fixed place at the table."""
    leiding = select(Medewerker.organisatie_id).join(
        Overleg, or_(Overleg.voorzitter_id == Medewerker.id, Overleg.secretaris_id == Medewerker.id)
    )
    leden = select(Tafellid.organisatie_id).where(Tafellid.tafel_id == bindparam("tafel_id"))
    leiding = leiding.where(Overleg.id == bindparam("overleg_id"))
    return select(Organisatie.id).where(or_(Organisatie.id.in_(leiding), Organisatie.id.in_(leden)))
