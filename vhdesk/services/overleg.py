"""Acts on a meeting: plan, change, open, close."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Annotated, ClassVar

from msgspec import Meta
from sqlalchemy import select

from vhdesk.agendasjabloon import check_titel
from vhdesk.errors import RuleViolation
from vhdesk.models import Agendapunt, Casus, Deelnemer, Medewerker, Overleg, Tafel, Tafellid, Verslagstand
from vhdesk.models.datum import check_overlegdatum, check_overlegtijd
from vhdesk.queries.agendasjabloon import agendasjabloon
from vhdesk.queries.tekorten import tekorten
from vhdesk.queries.verslag import verslag_nu
from vhdesk.queries.verslag_stand import naar_json
from vhdesk.services.bespreking import Puntstand
from vhdesk.services.casus import check_terug, check_text
from vhdesk.services.command import VOORBEREIDING, Command, Event, Outcome
from vhdesk.services.deelnemer import (
    Deelnemerstand,
    OverlegGewijzigd,
    deelnemer_van,
    deelnemerstand,
    haal_deelnemers_weg,
    nodig_uit,
    zet_deelnemers,
)
from vhdesk.services.grondslag import vul_aan
from vhdesk.services.invoer import check_kort
from vhdesk.services.schorsing import vereis_niet_geschorst
from vhdesk.services.uitvraag import Uitvraagrij, uitvragen_van, zet_uitvragen
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.services.vaststelling import Vaststellingstand, vastgesteld, vaststellingstand
from vhdesk.vocabulary import Agendasoort, Gebruikersrol, Overlegstatus

_VELDEN = ("datum", "begintijd", "eindtijd", "plaats", "voorzitter_id", "secretaris_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlegPlannen(Command):
    """Plan a meeting of a table. The items of its template and its fixed participants come by themselves."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    tafel_id: str
    datum: date
    begintijd: time | None = None
    eindtijd: time | None = None
    plaats: str | None = None
    voorzitter_id: str | None = None
    secretaris_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlegGepland(Event):
    nummer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlegAfzeggen(Command):
    """Undo of planning, and cancelling a planned meeting nobody opened."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    overleg_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Puntregel:
    """An item of the agenda with how far the table was."""

    stand: Puntstand
    soort: Agendasoort
    casus_id: str | None
    minuten: Annotated[int, Meta(ge=0, le=600)]
    notitie: str
    volgende_datum: date | None
    titel: str = ""
    besloten: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlegHerstellen(Command):
    """Undo of cancelling: the same meeting stands again, with its number, its participants and its agenda."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    overleg_id: str
    nummer: str
    gepland: OverlegPlannen
    deelnemers: tuple[Deelnemerstand, ...]
    punten: tuple[Puntregel, ...]
    vaststelling: Vaststellingstand | None = None
    uitvragen: tuple[Uitvraagrij, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlegWijzigen(Command):
    """Change date, time, place, chair or secretary of a meeting that is not closed. A chair or secretary who was
    not invited is; the participants to take off and put back are only for undo."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    overleg_id: str
    datum: date
    begintijd: time
    eindtijd: time | None = None
    plaats: str = ""
    voorzitter_id: str | None = None
    secretaris_id: str | None = None
    deelnemers_weg: tuple[str, ...] = ()
    deelnemers_terug: tuple[Deelnemerstand, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlegOpenen(Command):
    overleg_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlegGeopend(Event):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlegSluiten(Command):
    """Close the meeting; with something missing only with a reason that the minutes show."""

    overleg_id: str
    reden: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlegGesloten(Event):
    tekorten: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlegVanPapierMerken(Command):
    """Say that this meeting was held on paper and is being entered, or that it was not."""

    overleg_id: str
    van_papier: bool = True


def plannen(work: UnitOfWork, command: OverlegPlannen) -> Outcome:
    tafel = work.get(Tafel, command.tafel_id)
    if not tafel.actief:
        raise RuleViolation("tafel_niet_actief", field="tafel_id")
    begintijd = command.begintijd or tafel.begintijd
    check_overlegdatum(command.datum, work.clock.today())
    check_overlegtijd(begintijd, command.eindtijd)
    _check_leiding(work, command)
    jaar = command.datum.year
    overleg = work.add(
        Overleg(
            nummer=f"OV-{jaar}-{work.next_number(f'overleg-{jaar}'):03d}",
            tafel_id=tafel.id,
            datum=command.datum,
            begintijd=begintijd,
            eindtijd=command.eindtijd,
            plaats=tafel.plaats if command.plaats is None else check_kort(command.plaats, "plaats", 200),
            voorzitter_id=command.voorzitter_id,
            secretaris_id=command.secretaris_id,
        )
    )
    _punten_van_sjabloon(work, overleg)
    _vaste_deelnemers(work, tafel.id, overleg)
    event = OverlegGepland(id=overleg.id, nummer=overleg.nummer)
    return Outcome(event, "overleg", overleg.id, OverlegAfzeggen(overleg_id=overleg.id), overleg.nummer)


def _punten_van_sjabloon(work: UnitOfWork, overleg: Overleg) -> None:
    """Put the items of the template of the table on the agenda, in its order."""
    vast = [
        punt
        for punt in agendasjabloon(work.session, overleg.tafel_id).punten
        if punt.soort is not Agendasoort.CASUS
    ]
    for volgorde, punt in enumerate(vast):
        work.add(
            Agendapunt(
                overleg_id=overleg.id,
                soort=punt.soort,
                titel=punt.titel,
                volgorde=volgorde,
                minuten=punt.minuten,
            )
        )


def _vaste_deelnemers(work: UnitOfWork, tafel_id: str, overleg: Overleg) -> None:
    """Invite the people of the table, and the chair and secretary, each once."""
    leden = work.session.scalars(
        select(Tafellid.medewerker_id)
        .join(Medewerker, Medewerker.id == Tafellid.medewerker_id)
        .where(Tafellid.tafel_id == tafel_id, Medewerker.actief)
        .order_by(Medewerker.naam)
    )
    ids = dict.fromkeys([overleg.voorzitter_id, overleg.secretaris_id, *leden])
    for volgorde, medewerker_id in enumerate(id_ for id_ in ids if id_):
        work.add(Deelnemer(overleg_id=overleg.id, medewerker_id=medewerker_id, volgorde=volgorde))


def _check_leiding(work: UnitOfWork, command: OverlegPlannen | OverlegWijzigen) -> None:
    """Raise NotFound when the chair or the secretary does not exist."""
    for medewerker_id in (command.voorzitter_id, command.secretaris_id):
        if medewerker_id is not None:
            work.get(Medewerker, medewerker_id)


def afzeggen(work: UnitOfWork, command: OverlegAfzeggen) -> Outcome:
    overleg = work.get(Overleg, command.overleg_id)
    if overleg.status is not Overlegstatus.GEPLAND:
        raise RuleViolation("overleg_niet_gepland", status=overleg.status.value)
    inverse = _overleg_van(work, overleg)
    work.delete(overleg)
    return Outcome(OverlegGewijzigd(id=overleg.id), "overleg", overleg.id, inverse, overleg.nummer)


def _overleg_van(work: UnitOfWork, overleg: Overleg) -> OverlegHerstellen:
    """Return the act that brings back the meeting with its participants and agenda as they are now."""
    deelnemers = work.session.scalars(
        select(Deelnemer).where(Deelnemer.overleg_id == overleg.id).order_by(Deelnemer.volgorde)
    )
    punten = work.session.scalars(
        select(Agendapunt).where(Agendapunt.overleg_id == overleg.id).order_by(Agendapunt.volgorde)
    )
    return OverlegHerstellen(
        overleg_id=overleg.id,
        nummer=overleg.nummer,
        gepland=OverlegPlannen(
            tafel_id=overleg.tafel_id, **{field: getattr(overleg, field) for field in _VELDEN}
        ),
        deelnemers=tuple(deelnemerstand(work, deelnemer) for deelnemer in deelnemers),
        punten=tuple(
            Puntregel(
                stand=Puntstand(
                    agendapunt_id=punt.id,
                    status=punt.status,
                    begonnen_op=punt.begonnen_op,
                    besproken_op=punt.besproken_op,
                ),
                soort=punt.soort,
                casus_id=punt.casus_id,
                minuten=punt.minuten,
                notitie=punt.notitie,
                volgende_datum=punt.volgende_datum,
                titel=punt.titel,
                besloten=punt.besloten,
            )
            for punt in punten
        ),
        uitvragen=uitvragen_van(work, overleg.id),
        vaststelling=vaststellingstand(overleg),
    )


def herstellen(work: UnitOfWork, command: OverlegHerstellen) -> Outcome:
    gepland = command.gepland
    if (
        gepland.begintijd is None
        or work.session.execute(select(Overleg.id).where(Overleg.nummer == command.nummer)).first()
    ):
        raise RuleViolation("overleg_bestaat", nummer=command.nummer)
    _check_leiding(work, gepland)
    overleg = work.add(
        Overleg(
            id=check_terug(work, Overleg, command.overleg_id),
            nummer=check_kort(command.nummer, "nummer", 40),
            tafel_id=work.get(Tafel, gepland.tafel_id).id,
            datum=gepland.datum,
            begintijd=gepland.begintijd,
            eindtijd=gepland.eindtijd,
            plaats=check_kort(gepland.plaats or "", "plaats", 200),
            voorzitter_id=gepland.voorzitter_id,
            secretaris_id=gepland.secretaris_id,
        )
    )
    _zet_punten(work, overleg, command.punten)
    zet_deelnemers(work, overleg, command.deelnemers)  # guests are invited for items
    zet_uitvragen(work, overleg, command.uitvragen)
    if command.vaststelling is not None:
        overleg.agenda_vaststellen(*vastgesteld(command.vaststelling))
    event = OverlegGepland(id=overleg.id, nummer=overleg.nummer)
    return Outcome(event, "overleg", overleg.id, OverlegAfzeggen(overleg_id=overleg.id), overleg.nummer)


def _op_agenda(work: UnitOfWork, casus_id: str, tafel_id: str) -> str:
    """Return the id of a case that may stand on an agenda. Raises RuleViolation when it may not."""
    casus = work.get(Casus, casus_id)
    vul_aan(work, casus, tafel_id)
    return casus.id


def _zet_punten(work: UnitOfWork, overleg: Overleg, punten: tuple[Puntregel, ...]) -> None:
    """Add the items of a meeting that comes back. Raises RuleViolation when they are no agenda."""
    casussen = [punt.casus_id for punt in punten if punt.casus_id is not None]
    for punt in punten:
        if (punt.soort is Agendasoort.CASUS) != (punt.casus_id is not None):
            raise RuleViolation("agenda_onjuist", field="punten")
    if len(set(casussen)) != len(casussen) or not punten or punten[0].soort is not Agendasoort.OPENING:
        raise RuleViolation("agenda_onjuist", field="punten")
    for volgorde, punt in enumerate(punten):
        work.add(
            Agendapunt(
                id=check_terug(work, Agendapunt, punt.stand.agendapunt_id),
                overleg_id=overleg.id,
                soort=punt.soort,
                casus_id=_op_agenda(work, punt.casus_id, overleg.tafel_id) if punt.casus_id else None,
                volgorde=volgorde,
                minuten=punt.minuten,
                titel=check_titel(punt.soort, punt.titel, "punten"),
                besloten=punt.besloten,
                notitie=check_text(punt.notitie, "notitie"),
                volgende_datum=punt.volgende_datum,
                status=punt.stand.status,
                begonnen_op=punt.stand.begonnen_op,
                besproken_op=punt.stand.besproken_op,
            )
        )


def wijzigen(work: UnitOfWork, command: OverlegWijzigen) -> Outcome:
    overleg = work.get(Overleg, command.overleg_id)
    overleg.vereis_wijzigbaar()
    if command.datum != overleg.datum:
        check_overlegdatum(command.datum, work.clock.today())
    check_overlegtijd(command.begintijd, command.eindtijd)
    _check_leiding(work, command)
    oud = {field: getattr(overleg, field) for field in _VELDEN}
    for field in _VELDEN:
        setattr(overleg, field, getattr(command, field))
    overleg.plaats = check_kort(command.plaats, "plaats", 200)
    weg = haal_deelnemers_weg(work, overleg, command.deelnemers_weg)
    zet_deelnemers(work, overleg, command.deelnemers_terug)
    erbij = [deelnemer.id for deelnemer in command.deelnemers_terug]
    for medewerker_id in (overleg.voorzitter_id, overleg.secretaris_id):
        if medewerker_id and not deelnemer_van(work, overleg.id, medewerker_id):
            erbij.append(nodig_uit(work, overleg, medewerker_id, "").id)
    work.session.flush()
    inverse = OverlegWijzigen(
        overleg_id=overleg.id, **oud, deelnemers_weg=tuple(erbij), deelnemers_terug=tuple(weg)
    )
    return Outcome(OverlegGewijzigd(id=overleg.id), "overleg", overleg.id, inverse, overleg.nummer)


def openen(work: UnitOfWork, command: OverlegOpenen) -> Outcome:
    overleg = work.get(Overleg, command.overleg_id)
    overleg.openen(work.clock.now())
    punten = select(Casus).join(Agendapunt, Agendapunt.casus_id == Casus.id)
    for casus in work.session.scalars(punten.where(Agendapunt.overleg_id == overleg.id)):
        vul_aan(work, casus, overleg.tafel_id, weigert=False)
    return Outcome(OverlegGeopend(id=overleg.id), "overleg", overleg.id, None, overleg.nummer)


def sluiten(work: UnitOfWork, command: OverlegSluiten) -> Outcome:
    overleg = work.get(Overleg, command.overleg_id)
    vereis_niet_geschorst(work, overleg.id)
    open_einden = [
        {"casusnummer": rij.casusnummer, "tekort": rij.tekort.value, "toelichting": rij.toelichting}
        for rij in tekorten(work.session, overleg.id)
    ]
    now = work.clock.now()
    overleg.sluiten(now, tekorten=open_einden, reden=check_text(command.reden, "reden"))
    work.session.flush()
    nu = verslag_nu(work.session, overleg.id)
    work.session.add(
        Verslagstand(overleg_id=overleg.id, versie=nu.versie, inhoud=naar_json(nu), gemaakt_op=now)
    )
    event = OverlegGesloten(id=overleg.id, tekorten=len(open_einden))
    return Outcome(event, "overleg", overleg.id, None, f"{overleg.nummer}: {len(open_einden)} tekorten")


def van_papier_merken(work: UnitOfWork, command: OverlegVanPapierMerken) -> Outcome:
    overleg = work.get(Overleg, command.overleg_id)
    vereis_niet_geschorst(work, overleg.id)
    overleg.merk_van_papier(command.van_papier)
    work.session.flush()
    inverse = OverlegVanPapierMerken(overleg_id=overleg.id, van_papier=not command.van_papier)
    return Outcome(OverlegGewijzigd(id=overleg.id), "overleg", overleg.id, inverse, overleg.nummer)


HANDLERS = {
    OverlegVanPapierMerken: van_papier_merken,
    OverlegPlannen: plannen,
    OverlegAfzeggen: afzeggen,
    OverlegHerstellen: herstellen,
    OverlegWijzigen: wijzigen,
    OverlegOpenen: openen,
    OverlegSluiten: sluiten,
}
