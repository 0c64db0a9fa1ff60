"""Assigning casemanager, verantwoordelijke and procesregisseur: one of each, a person of an organisation, with its history.

A role of a case that is led goes over in one act; it does not end without a successor (``queries/drietal.py``).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time

from sqlalchemy import func, select

from vhdesk.clock import amsterdam
from vhdesk.errors import RuleViolation
from vhdesk.models import Casus, Casusroltoewijzing, Medewerker, Organisatie, Tafel
from vhdesk.models.base import new_id
from vhdesk.models.casushandeling import Handeling, check_handeling, rolhandeling
from vhdesk.models.casusrol import check_procesregie
from vhdesk.models.datum import EERSTE_GEBOORTE
from vhdesk.queries.drietal import is_actief, mag_zonder
from vhdesk.queries.huis import huiscodes, procesregieregel, regiecodes
from vhdesk.queries.instelling import tafelregels
from vhdesk.services.casus import Moment, check_terug
from vhdesk.services.command import Command, Event, Outcome
from vhdesk.services.methoderegel import vereis_casusregie
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Casusrol


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusrolToewijzen(Command):
    """Give a role of a case to a person (``medewerker_id``) of an organisation; an organisation alone is refused.

    Whoever held the role before loses it at the same moment; the history stays. ``per``: since which day, when that
    was before today.
    """

    casus_id: str
    rol: Casusrol
    organisatie_id: str | None = None
    medewerker_id: str | None = None
    per: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusrolBeeindigen(Command):
    """End the current holder of a role, without a successor: only where the house does not lead the case."""

    casus_id: str
    rol: Casusrol


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusrolTerugnemen(Command):
    """Undo: whoever has the role now never had it, and the row before it (``vorige_id``) runs on."""

    casus_id: str
    rol: Casusrol
    vorige_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rolhouder:
    """Who had a role, and since when."""

    id: str
    organisatie_id: str
    medewerker_id: str | None
    van: Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusrolHerstellen(Command):
    """Undo of taking back: the row that ran on ends where it ended, and who had the role has it again."""

    casus_id: str
    rol: Casusrol
    houder: Rolhouder | None = None
    vorige_id: str | None = None
    vorige_tot: Moment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusrolGewijzigd(Event):
    rol: Casusrol


def _huidig(work: UnitOfWork, casus_id: str, rol: Casusrol) -> Casusroltoewijzing | None:
    return work.session.scalars(
        select(Casusroltoewijzing).where(
            Casusroltoewijzing.casus_id == casus_id,
            Casusroltoewijzing.rol == rol,
            Casusroltoewijzing.tot.is_(None),
        )
    ).one_or_none()


def _vorige_van(work: UnitOfWork, rij: Casusroltoewijzing) -> Casusroltoewijzing | None:
    """Return the row that went over into ``rij``."""
    statement = select(Casusroltoewijzing).where(Casusroltoewijzing.opvolger_id == rij.id)
    return work.session.scalars(statement).one_or_none()


def _houder(work: UnitOfWork, command: CasusrolToewijzen) -> Medewerker:
    """Return the person. Raises RuleViolation when nobody is named, or somebody who left."""
    if not command.medewerker_id:
        organisatie = work.get(Organisatie, command.organisatie_id) if command.organisatie_id else None
        raise RuleViolation(
            "rol_vraagt_persoon",
            field="medewerker_id",
            organisatie=organisatie.naam if organisatie is not None else "",
            rol=command.rol.label,
        )
    medewerker = work.get(Medewerker, command.medewerker_id)
    if not (medewerker.actief and work.get(Organisatie, medewerker.organisatie_id).actief):
        raise RuleViolation("medewerker_uit_dienst", field="medewerker_id")
    if command.organisatie_id and command.organisatie_id != medewerker.organisatie_id:
        raise RuleViolation("medewerker_andere_organisatie", field="medewerker_id")
    return medewerker


def _moment(work: UnitOfWork, command: CasusrolToewijzen) -> datetime:
    """Return since when the role is given. Raises RuleViolation when that is to come, or before the role last changed
    hands: who had it would lose it before getting it."""
    now, vandaag = work.clock.now(), work.clock.today()
    if command.per is None or command.per == vandaag:
        return now
    if command.per > vandaag:
        raise RuleViolation("datum_in_toekomst", field="per")
    if command.per < EERSTE_GEBOORTE:  # a slip of the hand, and no moment in every zone
        raise RuleViolation("rol_periode_onjuist", field="per")
    moment = datetime.combine(command.per, time(), amsterdam()).astimezone(now.tzinfo)
    r = Casusroltoewijzing
    eerder = select(func.max(func.coalesce(r.tot, r.van))).where(
        r.casus_id == command.casus_id, r.rol == command.rol
    )
    laatste = work.session.scalar(eerder)
    if laatste is not None and moment < laatste:
        raise RuleViolation("rol_periode_onjuist", field="per")
    return moment


def vereis_procesregie(
    work: UnitOfWork, casus: Casus, organisatie_id: str, field: str = "medewerker_id"
) -> None:
    """Raise RuleViolation when this organisation may not hold the procesregie of the case, by the rule of its table. A
    region that keeps no house among its organisations has no such rule."""
    tafel = work.get(Tafel, casus.tafel_id) if casus.tafel_id else None
    code = work.get(Organisatie, organisatie_id).code
    regel = procesregieregel(
        tafelregels(work.session, casus.tafel_id).procesregie, tafel.regime if tafel is not None else None
    )
    codes = regiecodes(regel)
    if codes is None or code in codes:
        return
    huis = select(Organisatie.id).where(Organisatie.code.in_(huiscodes()), Organisatie.actief)
    check_procesregie(mag=work.session.execute(huis.limit(1)).first() is None, wie=regel.label, field=field)


def _beeindig(
    work: UnitOfWork, huidig: Casusroltoewijzing, op: datetime, opvolger_id: str | None = None
) -> None:
    """End the current row. One that began this very moment stays too, for undo; queries of a period skip it."""
    work.touch(huidig)
    huidig.beeindigen(op, opvolger_id)
    work.session.flush()


def toewijzen(work: UnitOfWork, command: CasusrolToewijzen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    check_handeling(rolhandeling(command.rol), casus.status, casus.nummer)
    wie = _houder(work, command)
    if command.rol is Casusrol.PROCESREGISSEUR:
        vereis_procesregie(work, casus, wie.organisatie_id)
    elif command.rol is Casusrol.CASEMANAGER:
        vereis_casusregie(work, casus.id, work.get(Organisatie, wie.organisatie_id))
    huidig = _huidig(work, casus.id, command.rol)
    if huidig is not None and huidig.medewerker_id == wie.id:
        return Outcome(CasusrolGewijzigd(id=casus.id, rol=command.rol), "casus", casus.id, _opnieuw(huidig))
    nieuw, van = new_id(), _moment(work, command)
    if huidig is not None:
        _beeindig(work, huidig, van, nieuw)
        assert huidig.tot is not None
        van = huidig.tot  # the clock may have been set back
    work.add(
        Casusroltoewijzing(
            id=nieuw,
            casus_id=casus.id,
            rol=command.rol,
            organisatie_id=wie.organisatie_id,
            medewerker_id=wie.id,
            van=van,
        )
    )
    was_open = huidig is None or huidig.medewerker_id is None
    inverse = CasusrolTerugnemen(casus_id=casus.id, rol=command.rol, vorige_id=huidig.id if huidig else None)
    event = CasusrolGewijzigd(id=casus.id, rol=command.rol)
    # An active case keeps its three: who was named where nobody was, is replaced and not taken back.
    blijft = was_open and is_actief(work.session, casus)
    return Outcome(event, "casus", casus.id, None if blijft else inverse, command.rol.value)


def _opnieuw(rij: Casusroltoewijzing) -> CasusrolToewijzen:
    """Return the act that gives the role to whom ``rij`` names."""
    return CasusrolToewijzen(
        casus_id=rij.casus_id,
        rol=rij.rol,
        organisatie_id=rij.organisatie_id,
        medewerker_id=rij.medewerker_id,
    )


def _vorige(work: UnitOfWork, command: CasusrolTerugnemen | CasusrolHerstellen) -> Casusroltoewijzing | None:
    """Return the row before the present one. Raises RuleViolation when it is of another case or role."""
    if command.vorige_id is None:
        return None
    vorige = work.get(Casusroltoewijzing, command.vorige_id)
    if (vorige.casus_id, vorige.rol) != (command.casus_id, command.rol):
        raise RuleViolation("rol_andere_casus", field="vorige_id")
    return vorige


def _vereis_blijft(work: UnitOfWork, casus: Casus, rol: Casusrol, na: Casusroltoewijzing | None) -> None:
    """Raise RuleViolation when an active case would be left without a person in this role; ``na``: who has it then."""
    if (na is None or na.medewerker_id is None) and is_actief(work.session, casus):
        raise RuleViolation("rol_blijft_vervuld", field="rol", rol=rol.label)


def terugnemen(work: UnitOfWork, command: CasusrolTerugnemen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    huidig, vorige = _huidig(work, casus.id, command.rol), _vorige(work, command)
    if (huidig is None and vorige is None) or (huidig is not None and huidig is vorige):
        raise RuleViolation("rol_niet_vervuld", field="rol", rol=command.rol.value)
    if (huidig is not None and _vorige_van(work, huidig) is not vorige) or (
        huidig is None and vorige is not None and vorige.opvolger_id is not None
    ):
        raise RuleViolation("rol_niet_de_laatste", field="vorige_id")
    _vereis_blijft(work, casus, command.rol, vorige)
    inverse = CasusrolHerstellen(
        casus_id=casus.id,
        rol=command.rol,
        houder=_houder_van(huidig) if huidig else None,
        vorige_id=vorige.id if vorige else None,
        vorige_tot=vorige.tot if vorige else None,
    )
    if huidig is not None:
        work.delete(huidig)
    if vorige is not None:
        vorige.heropenen()
    work.session.flush()
    event = CasusrolGewijzigd(id=casus.id, rol=command.rol)
    return Outcome(event, "casus", casus.id, inverse, command.rol.value)


def _houder_van(rij: Casusroltoewijzing) -> Rolhouder:
    return Rolhouder(
        id=rij.id, organisatie_id=rij.organisatie_id, medewerker_id=rij.medewerker_id, van=rij.van
    )


def _vereis_houder(work: UnitOfWork, houder: Rolhouder) -> None:
    """Raise RuleViolation or NotFound when this is no person of that organisation."""
    if houder.medewerker_id is None:
        raise RuleViolation("rol_vraagt_persoon", field="houder")
    if work.get(Medewerker, houder.medewerker_id).organisatie_id != houder.organisatie_id:
        raise RuleViolation("medewerker_andere_organisatie", field="houder")


def herstellen(work: UnitOfWork, command: CasusrolHerstellen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    huidig, vorige, houder = _huidig(work, casus.id, command.rol), _vorige(work, command), command.houder
    if huidig is not vorige or (huidig is None and houder is None):
        raise RuleViolation("rol_niet_vervuld", field="rol", rol=command.rol.value)
    if houder is not None:
        _vereis_houder(work, houder)
        houder = replace(houder, id=check_terug(work, Casusroltoewijzing, houder.id))
    elif not mag_zonder(work.session, casus):
        raise RuleViolation("rol_blijft_vervuld", field="rol", rol=command.rol.label)
    if vorige is not None:
        aansluitend = houder is None or command.vorige_tot == houder.van
        if command.vorige_tot is None or command.vorige_tot < vorige.van or not aansluitend:
            raise RuleViolation("rol_periode_onjuist", field="vorige_tot")
        vorige.beeindigen(command.vorige_tot, houder.id if houder else None)
        work.session.flush()
    if houder is not None:
        work.add(
            Casusroltoewijzing(
                id=houder.id,
                casus_id=casus.id,
                rol=command.rol,
                organisatie_id=houder.organisatie_id,
                medewerker_id=houder.medewerker_id,
                van=houder.van,
            )
        )
    inverse = CasusrolTerugnemen(casus_id=casus.id, rol=command.rol, vorige_id=vorige.id if vorige else None)
    event = CasusrolGewijzigd(id=casus.id, rol=command.rol)
    return Outcome(event, "casus", casus.id, inverse, command.rol.value)


def beeindigen(work: UnitOfWork, command: CasusrolBeeindigen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    huidig = _huidig(work, casus.id, command.rol)
    if huidig is None:
        raise RuleViolation("rol_niet_vervuld", field="rol", rol=command.rol.value)
    check_handeling(Handeling.ROL, casus.status, casus.nummer)
    if not mag_zonder(work.session, casus):
        raise RuleViolation("rol_blijft_vervuld", field="medewerker_id", rol=command.rol.label)
    inverse = CasusrolTerugnemen(casus_id=casus.id, rol=command.rol, vorige_id=huidig.id)
    _beeindig(work, huidig, work.clock.now())
    event = CasusrolGewijzigd(id=casus.id, rol=command.rol)
    return Outcome(event, "casus", casus.id, inverse, command.rol.value)


HANDLERS = {
    CasusrolToewijzen: toewijzen,
    CasusrolBeeindigen: beeindigen,
    CasusrolTerugnemen: terugnemen,
    CasusrolHerstellen: herstellen,
}
